import type { LocalisedText, TemplateVersion } from '@tawama/contracts';
import type { Anchor, DueRule, ReminderRules, TemplateEvent, TemplateMilestone, TemplateStage, WorkflowTemplate } from '@tawama/workflow';
import type { RaRecord } from 'ra-core';

/** While it is typed a text may be empty in some language. */
type Typed<T, Texts extends keyof T> = Omit<T, Texts> & Record<Texts, LocalisedText | null>;
export type DraftStage = Typed<TemplateStage, 'title'>;
export type DraftEvent = Typed<TemplateEvent, 'title'>;
export type DraftStep = Typed<TemplateMilestone, 'title' | 'evidence' | 'note'>;
export interface DraftValues { agreementType: WorkflowTemplate['agreementType']; title: LocalisedText | null; opening: WorkflowTemplate['opening']; stages: DraftStage[]; events: DraftEvent[]; milestones: DraftStep[]; /** null: the club's own */ reminders: ReminderRules | null }

/** What the editor shows of a draft. */
export const valuesOf = ({ agreementType, title, opening, stages, events, milestones, reminders }: WorkflowTemplate): DraftValues => ({ agreementType, title, opening, stages, events, milestones, reminders: reminders ?? null });

/** The draft as a record of the form: found by its number, compared by its revision. */
export const recordOf = (template: TemplateVersion): RaRecord => ({ ...valuesOf(template), id: template.version, version: template.revision });
/** The same of what a stale edit is answered with. */
export const asRecord = (current: RaRecord): RaRecord => ({ reminders: null, ...current, id: Number(current['version']), version: Number(current['revision']) });

const full = (text: LocalisedText | null) => ({ ar: text?.ar ?? '', fr: text?.fr ?? '', en: text?.en ?? '' });
const fullOrNone = (text: LocalisedText | null) => (text === null ? null : full(text));
/** As the API takes it: a text that was left empty is sent as such, so that its place is named in the refusal. */
export const toSend = ({ title, stages, events, milestones, ...rest }: DraftValues): object => ({
  ...rest, title: full(title),
  stages: stages.map((stage) => ({ ...stage, title: full(stage.title) })),
  events: events.map((event) => ({ ...event, title: full(event.title) })),
  milestones: milestones.map((step) => ({ ...step, title: full(step.title), evidence: fullOrNone(step.evidence), note: fullOrNone(step.note) })),
});

/** The list with the one at `from` in the place `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const others = list.filter((_, place) => place !== from);
  return [...others.slice(0, to), ...list.slice(from, from + 1), ...others.slice(to)];
}
export const replaced = <T>(list: readonly T[], place: number, one: T): T[] => list.map((other, index) => (index === place ? one : other));
export const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, index) => index !== place);

/** A new step at the end, of the last one's stage, with the next number and a key that nobody has. */
export function newStep({ milestones, stages, opening }: DraftValues): DraftStep {
  const last = milestones.at(-1);
  const [chapter = '1', step = '0'] = (last?.number ?? '1.0').split('.');
  const keys = new Set(milestones.map(({ key }) => key));
  let n = milestones.length + 1;
  while (keys.has(`step-${n}`)) n += 1;
  return {
    key: `step-${n}`, number: `${chapter}.${Math.min(99, Number(step) + 1)}`, stage: last?.stage ?? stages[0]?.key ?? 'preparation', title: null,
    responsible: { function: 'coordinator', counterpart: false }, due: { rule: 'offset', from: { event: opening.event }, days: 0 }, evidence: null, produces: [], certainty: 'confirmed', note: null,
  };
}

/** What is typed as a number; nothing while it is none. */
export const numberIn = (typed: string): number | undefined => (typed.trim() === '' || Number.isNaN(Number(typed)) ? undefined : Number(typed));
export const shownNumber = (n: number | undefined): string => (n === undefined ? '' : String(n));

export const RULES = ['offset', 'fixed', 'endOf', 'fraction', 'beforeSession', 'latest', 'earliest'] as const satisfies readonly DueRule['rule'][];
export type RuleKind = (typeof RULES)[number];

/** A rule of another kind that keeps what both have: where it is counted from, and the rules inside. */
export function ruleOfKind(kind: RuleKind, before: DueRule, { opening, events }: Pick<DraftValues, 'opening' | 'events'>): DueRule {
  const from: Anchor = 'from' in before ? before.from : { event: opening.event };
  switch (kind) {
    case 'fixed': return { rule: kind, on: '' };
    case 'offset': return { rule: kind, from, days: 0 };
    case 'endOf': return { rule: kind, period: 'quarter', from };
    case 'fraction': return { rule: kind, from, to: { event: events.find(({ key }) => key === 'expiry')?.key ?? events.at(-1)?.key ?? opening.event }, numerator: 1, denominator: 2 };
    case 'beforeSession': return { rule: kind, from };
    case 'latest': case 'earliest': return { rule: kind, of: 'of' in before ? before.of : [before, { rule: 'offset', from, days: 0 }] };
  }
}

const named = (text: LocalisedText | null, key: string) => ({ ar: text?.ar ?? key, fr: text?.fr ?? key, en: text?.en ?? key });
/** The draft as far as sentences need it; what has no title yet goes by its key. */
export const sketchOf = ({ stages, events, milestones, title, reminders, ...rest }: DraftValues): WorkflowTemplate => ({
  ...rest, ...(reminders === null ? {} : { reminders }), key: 'draft', version: 1, title: named(title, ''),
  stages: stages.map((stage) => ({ ...stage, title: named(stage.title, stage.key) })),
  events: events.map((event) => ({ ...event, title: named(event.title, event.key) })),
  milestones: milestones.map((step) => ({ ...step, title: named(step.title, step.key), evidence: null, note: null })),
});
