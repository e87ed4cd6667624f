import type { TemplateMilestone, WorkflowTemplate } from '@tawama/workflow';
import type { TextKey } from '../ui/words.js';

const FIELDS: Readonly<Record<string, TextKey>> = {
  key: 'templates.edit.key', number: 'templates.edit.number', title: 'templates.edit.name', stage: 'templates.edit.stage', due: 'templates.due', responsible: 'templates.who', evidence: 'templates.evidence', proof: 'templates.edit.proof', confirmations: 'templates.edit.confirmations', reminders: 'templates.reminders',
  produces: 'templates.records', after: 'templates.after', when: 'templates.when', repeats: 'templates.repeats', legal: 'templates.legal', gate: 'templates.gate', note: 'templates.note', certainty: 'templates.certainty', defaultsTo: 'templates.edit.defaultsTo', opening: 'templates.edit.opening', agreementType: 'templates.edit.agreementType',
};
const LISTS: Readonly<Record<string, TextKey>> = { stages: 'templates.edit.stages', events: 'templates.edit.events', milestones: 'templates.edit.steps' };

/** Where a dotted path into a definition leads: the step, else the part of the template, and the field in it. */
export interface Place { step: TemplateMilestone | null; part: TextKey; field: TextKey | null }

export function placeOf(path: string, template: WorkflowTemplate): Place {
  const [head = '', place = '', field = ''] = path.split('.');
  const list = LISTS[head];
  if (list === undefined) return { step: null, part: FIELDS[head] ?? 'templates.whole', field: null };
  return { step: head === 'milestones' ? template.milestones[Number(place)] ?? null : null, part: list, field: FIELDS[field] ?? null };
}

/** Which step a path points to; null where it is none. */
export const stepAt = (path: string | null): number | null => {
  const place = /^milestones\.(\d+)(\.|$)/.exec(path ?? '')?.[1];
  return place === undefined ? null : Number(place);
};
