import type { DueRule } from '../due-rule.js';
import type { TemplateMilestone, WorkflowTemplate } from '../template.js';

const words = { ar: 'ن', fr: 't', en: 't' };

/** A step for tests, and whatever more is said of it. */
export const step = (key: string, due: DueRule, more: Partial<TemplateMilestone> = {}): TemplateMilestone => ({
  key, number: '1.1', stage: 'only', title: words, responsible: { function: 'coordinator', counterpart: false }, due, evidence: null, produces: [], certainty: 'confirmed', note: null, ...more,
});

/** A template for tests: these steps, the events `begun`, `signed`, `inForce` (else `signed`), `ended`, and more. */
export const planTemplate = (milestones: TemplateMilestone[], moreEvents: readonly string[] = []): WorkflowTemplate => ({
  key: 'test', version: 1, agreementType: 'twinning', title: words, opening: { event: 'begun', orToday: true }, stages: [{ key: 'only', title: words }],
  events: [...['begun', 'signed', 'ended', ...moreEvents].map((key) => ({ key, title: words })), { key: 'inForce', title: words, defaultsTo: 'signed' }], milestones,
});
