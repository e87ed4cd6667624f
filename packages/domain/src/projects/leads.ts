import { checkOwner } from '../milestones/assignment.js';
import type { PlanPerson } from '../plans/plan.js';
import { allow, refuse, type Result } from '../result.js';

/**
 * Who answers for a project belongs to the side for which he does.
 * Refuses: `milestone/owner-not-home`, `milestone/owner-is-authority`, `project/lead-not-partner`, `person/inactive`.
 * @param people everybody of our side and of the partner cities of the agreements that the project serves
 */
export function checkLeads(people: readonly PlanPerson[], { homeLeadId, partnerLeadId }: { homeLeadId?: string | null | undefined; partnerLeadId?: string | null | undefined }): Result<null> {
  const home = homeLeadId ? checkOwner(people, homeLeadId, 'homeLeadId') : allow(null);
  if (!home.ok || !partnerLeadId) return home;
  const partner = people.find(({ id }) => id === partnerLeadId);
  if (partner?.side !== 'partner') return refuse('project/lead-not-partner', 'partnerLeadId');
  return partner.active ? allow(null) : refuse('person/inactive', 'partnerLeadId');
}
