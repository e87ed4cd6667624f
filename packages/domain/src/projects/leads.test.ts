import { describe, expect, it } from 'vitest';
import type { PlanPerson } from '../plans/plan.js';
import { indicatorShare } from './indicator.js';
import { checkLeads } from './leads.js';
import { projectStepTitle } from './words.js';

const person = (id: string, side: PlanPerson['side'], more: Partial<PlanPerson> = {}): PlanPerson => ({ id, side, function: 'other', near: false, active: true, ...more });
const PEOPLE = [person('ours', 'home'), person('theirs', 'partner'), person('gone', 'partner', { active: false }), person('president', 'home', { function: 'president' }), person('mayor', 'partner', { function: 'mayorOffice' })];
const answer = (leads: Parameters<typeof checkLeads>[1]) => { const result = checkLeads(PEOPLE, leads); return result.ok ? 'allowed' : `${result.code} ${result.path}`; };

describe('who answers for a project', () => {
  it('belongs to the side for which he does', () => {
    expect(answer({ homeLeadId: 'ours', partnerLeadId: 'theirs' })).toBe('allowed');
    expect(answer({})).toBe('allowed');
    expect(answer({ homeLeadId: 'theirs' })).toBe('milestone/owner-not-home homeLeadId');
    expect(answer({ homeLeadId: 'president' })).toBe('milestone/owner-is-authority homeLeadId');
    expect(answer({ partnerLeadId: 'ours' })).toBe('project/lead-not-partner partnerLeadId');
    expect(answer({ partnerLeadId: 'nobody' })).toBe('project/lead-not-partner partnerLeadId');
    expect(answer({ partnerLeadId: 'gone' })).toBe('person/inactive partnerLeadId');
  });
});

describe('an indicator', () => {
  it.each([
    [{ baseline: 0, target: 200, actual: 50 }, 25], [{ baseline: null, target: 200, actual: 250 }, 100], [{ baseline: 40, target: 10, actual: 25 }, 50], [{ baseline: 40, target: 10, actual: 60 }, 0],
    [{ baseline: 5, target: 5, actual: 5 }, null], [{ baseline: 0, target: null, actual: 5 }, null], [{ baseline: 0, target: 5, actual: null }, null],
  ])('%o has come %s per cent of its way', (figures, share) => expect(indicatorShare(figures)).toBe(share));
});

it('names a step with its project in every language', () => {
  expect(projectStepTitle('visit', { ar: 'حديقة الصداقة', fr: 'Jardin de l’amitié', en: null })).toEqual({ ar: 'معاينة ميدانية: حديقة الصداقة', fr: 'Visite sur le terrain : Jardin de l’amitié', en: 'Visit on the ground: حديقة الصداقة' });
});
