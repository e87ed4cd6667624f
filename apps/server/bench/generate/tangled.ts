import type { DueRule, WorkflowTemplate } from '@tawama/workflow';

const words = { ar: 'ن', fr: 't', en: 't' };
const EVENTS = 50;

/** A path of so many steps, each due after the latest of `needs` dates, most of them of earlier steps all over the path. */
export function tangledTemplate(steps: number, needs: number): WorkflowTemplate {
  const part = (step: number, place: number): DueRule => {
    const from = step < needs || place === needs - 1 ? { event: `e${(step * 7 + place) % EVENTS}` } : { milestone: `m${Math.floor(((step - 1) * (place + 1)) / needs)}` };
    return { rule: 'offset', from, days: place, months: place % 3, ...(place === 0 && { working: { days: 5, side: 'both' } }) };
  };
  return {
    key: 'tangled', version: 1, agreementType: 'twinning', title: words, opening: { event: 'e0', orToday: true }, stages: [{ key: 'only', title: words }],
    events: Array.from({ length: EVENTS }, (_, event) => ({ key: `e${event}`, title: words })),
    milestones: Array.from({ length: steps }, (_, step) => ({
      key: `m${step}`, number: '1.1', stage: 'only', title: words, responsible: { function: 'coordinator', counterpart: false }, evidence: null, produces: [], certainty: 'confirmed', note: null,
      due: { rule: 'latest', of: Array.from({ length: needs }, (_, place) => part(step, place)) },
    })),
  };
}
