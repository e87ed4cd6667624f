import type { DueRule, Recurrence, Side } from './due-rule.js';
import type { ReminderRules } from './reminder-rules.js';
import type { Condition, Responsible, TemplateEvent, TemplateMilestone, TemplateStage, TemplateText, WorkflowTemplate } from './template.js';

/** What was changed of one field of a part; `other` names a field that has no words of its own. */
export type TemplateFieldChange =
  | { readonly kind: 'title'; readonly from: TemplateText; readonly to: TemplateText }
  | { readonly kind: 'evidence' | 'note'; readonly from: TemplateText | null; readonly to: TemplateText | null }
  | { readonly kind: 'number' | 'stage' | 'certainty' | 'agreementType'; readonly from: string; readonly to: string }
  | { readonly kind: 'due'; readonly from: DueRule; readonly to: DueRule }
  | { readonly kind: 'responsible'; readonly from: Responsible; readonly to: Responsible }
  | { readonly kind: 'produces' | 'after' | 'gate'; readonly from: readonly string[]; readonly to: readonly string[] }
  | { readonly kind: 'when'; readonly from: readonly Condition[]; readonly to: readonly Condition[] }
  | { readonly kind: 'repeats'; readonly from: Recurrence | null; readonly to: Recurrence | null }
  | { readonly kind: 'legal'; readonly from: boolean; readonly to: boolean }
  | { readonly kind: 'proof'; readonly from: NonNullable<TemplateMilestone['proof']>; readonly to: NonNullable<TemplateMilestone['proof']> }
  | { readonly kind: 'confirmations'; readonly from: Side; readonly to: Side }
  /** null: nothing is said, of a step as of the whole template, of that as the surroundings do it */
  | { readonly kind: 'reminders'; readonly from: ReminderRules | null; readonly to: ReminderRules | null }
  | { readonly kind: 'standIn'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'opening'; readonly from: WorkflowTemplate['opening']; readonly to: WorkflowTemplate['opening'] }
  | { readonly kind: 'other'; readonly field: string };

/** One difference between two versions, about the whole template, a stage, an event or a step. `after`: the title of the part it now follows; null: it comes first. */
export type TemplateChange = { readonly part: 'template' | 'stage' | 'event' | 'milestone'; readonly key: string; readonly title: TemplateText; readonly number: string | null } & (
  | { readonly kind: 'added' | 'removed' }
  | { readonly kind: 'moved'; readonly after: TemplateText | null }
  | TemplateFieldChange
);

type Named = { readonly key: string; readonly title: TemplateText };

/** What two versions of a template differ in, in the order of the newer one, removals first. Key and version are no differences. Empty for equal ones. */
export function diffTemplates(older: WorkflowTemplate, newer: WorkflowTemplate): TemplateChange[] {
  const whole = { part: 'template', key: newer.key, title: newer.title, number: null } as const;
  return [
    ...fieldsThatDiffer(older, newer, ['key', 'version', 'stages', 'events', 'milestones']).map((field) => ({ ...whole, ...ofTemplate(field, older, newer) })),
    ...diffLists('stage', older.stages, newer.stages, ofStage),
    ...diffLists('event', older.events, newer.events, ofEvent),
    ...diffLists('milestone', older.milestones, newer.milestones, ofMilestone),
  ];
}

function ofNamed(field: string, { title: from }: Named, { title: to }: Named): TemplateFieldChange {
  return field === 'title' ? { kind: 'title', from, to } : { kind: 'other', field };
}

function ofTemplate(field: string, older: WorkflowTemplate, newer: WorkflowTemplate): TemplateFieldChange {
  if (field === 'agreementType') return { kind: field, from: older[field], to: newer[field] };
  if (field === 'opening') return { kind: field, from: older[field], to: newer[field] };
  if (field === 'reminders') return { kind: field, from: older[field] ?? null, to: newer[field] ?? null };
  return ofNamed(field, older, newer);
}

function ofStage(field: string, older: TemplateStage, newer: TemplateStage): TemplateFieldChange {
  return field === 'gate' ? { kind: 'gate', from: older[field] ?? [], to: newer[field] ?? [] } : ofNamed(field, older, newer);
}

function ofEvent(field: string, older: TemplateEvent, newer: TemplateEvent): TemplateFieldChange {
  return field === 'defaultsTo' ? { kind: 'standIn', from: older[field] ?? null, to: newer[field] ?? null } : ofNamed(field, older, newer);
}

function ofMilestone(field: string, older: TemplateMilestone, newer: TemplateMilestone): TemplateFieldChange {
  switch (field) {
    case 'number': case 'stage': case 'certainty': return { kind: field, from: older[field], to: newer[field] };
    case 'evidence': case 'note': return { kind: field, from: older[field], to: newer[field] };
    case 'due': return { kind: field, from: older[field], to: newer[field] };
    case 'responsible': return { kind: field, from: older[field], to: newer[field] };
    case 'produces': return { kind: field, from: older[field], to: newer[field] };
    case 'after': return { kind: field, from: older[field] ?? [], to: newer[field] ?? [] };
    case 'when': return { kind: field, from: older[field] ?? [], to: newer[field] ?? [] };
    case 'repeats': return { kind: field, from: older[field] ?? null, to: newer[field] ?? null };
    case 'proof': return { kind: field, from: older[field] ?? 'declared', to: newer[field] ?? 'declared' };
    case 'confirmations': return { kind: field, from: older[field] ?? 'both', to: newer[field] ?? 'both' };
    case 'reminders': return { kind: field, from: older[field] ?? null, to: newer[field] ?? null };
    case 'legal': return { kind: field, from: older[field] ?? false, to: newer[field] ?? false };
    default: return ofNamed(field, older, newer);
  }
}

function diffLists<T extends Named>(part: 'stage' | 'event' | 'milestone', older: readonly T[], newer: readonly T[], name: (field: string, older: T, newer: T) => TemplateFieldChange): TemplateChange[] {
  const [before, after] = [identified(older), identified(newer)];
  const about = (one: T) => ({ part, key: one.key, title: one.title, number: numberOf(one) });
  const changes: TemplateChange[] = [];
  for (const [identity, one] of before) if (!after.has(identity)) changes.push({ ...about(one), kind: 'removed' });
  const stayed = inOrder([...after.keys()].filter((identity) => before.has(identity)), [...before.keys()].filter((identity) => after.has(identity)));
  let last: T | null = null;
  for (const [identity, one] of after) {
    const was = before.get(identity);
    if (was === undefined) changes.push({ ...about(one), kind: 'added' });
    else {
      for (const field of fieldsThatDiffer(was, one, ['key'])) changes.push({ ...about(one), ...name(field, was, one) });
      if (!stayed.has(identity)) changes.push({ ...about(one), kind: 'moved', after: last?.title ?? null });
    }
    last = one;
  }
  return changes;
}

/** By key; in a draft two may have the same one, and are then told apart by their order. */
function identified<T extends Named>(list: readonly T[]): Map<string, T> {
  const times = new Map<string, number>();
  return new Map(list.map((one) => {
    const time = (times.get(one.key) ?? 0) + 1;
    times.set(one.key, time);
    return [time === 1 ? one.key : `${one.key}#${time}`, one];
  }));
}

const numberOf = (one: Named): string | null => ('number' in one && typeof one.number === 'string' ? one.number : null);

/** The most of them that stand in the same order as before; the others were moved. Patience sorting, n log n. */
function inOrder(now: readonly string[], before: readonly string[]): ReadonlySet<string> {
  const placeOf = new Map(before.map((identity, place) => [identity, place]));
  const places = now.map((identity) => placeOf.get(identity) ?? 0);
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, place] of places.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1; else high = middle;
    }
    previous.push(low === 0 ? -1 : ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const kept = new Set<string>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) kept.add(now[index] ?? '');
  return kept;
}

/** Every field of either that is not the same in both: also one that this file has never heard of. */
function fieldsThatDiffer(older: object, newer: object, except: readonly string[]): string[] {
  const [before, after] = [new Map<string, unknown>(Object.entries(older)), new Map<string, unknown>(Object.entries(newer))];
  return [...new Set([...before.keys(), ...after.keys()])].filter((field) => !except.includes(field) && canonical(meant(field, before.get(field))) !== canonical(meant(field, after.get(field))));
}

const MEANT_ANYWAY: Readonly<Record<string, string>> = { proof: 'declared', confirmations: 'both' };
/** The value without what makes no difference: reminders are the same ones in whatever order they stand, and what is meant anyway need not be said. */
const meant = (field: string, value: unknown): unknown => (field === 'reminders' && Array.isArray(value) ? value.map(canonical).toSorted() : MEANT_ANYWAY[field] === value ? undefined : value);

const NOTHING_WHEN_ZERO: ReadonlySet<string> = new Set(['days', 'weeks', 'months', 'years']);
/** As text in which neither the order of keys nor an offset of nothing nor a "no" that could be left out makes a difference; a quarter is three months. */
const canonical = (value: unknown): string | undefined => (value === false ? undefined : JSON.stringify(value, (key, inner: unknown) => {
  if ((inner === 0 && NOTHING_WHEN_ZERO.has(key)) || (inner === false && MAY_BE_LEFT_OUT.has(key))) return undefined;
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inMonths(inner)).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner;
}));
const MAY_BE_LEFT_OUT: ReadonlySet<string> = new Set(['orOn', 'startsAtAnchor']);

function inMonths(value: object): object {
  const { quarters, months = 0, ...rest } = value as { quarters?: unknown; months?: unknown };
  return typeof quarters === 'number' && typeof months === 'number' ? { ...rest, months: months + 3 * quarters } : value;
}
