import { z } from 'zod';

/** Kebab-case for milestones, camelCase for events. */
export const key = z.string().regex(/^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$/).max(60);

/** What a date is counted from: a dated fact of the agreement, or another milestone: the day it was done, else its due date. */
export const anchor = z.union([z.strictObject({ event: key }), z.strictObject({ milestone: key })]);
export type Anchor = z.infer<typeof anchor>;

/** Whose working days are counted. Of `both`: a day counts only where both sides work. */
export const side = z.enum(['home', 'partner', 'both']);
export type Side = z.infer<typeof side>;

/**
 * The `days`-th working day strictly after the date, strictly before it when negative; the day of reference is never counted.
 * 0: the date itself, or the first working day after it.
 */
export const workingOffset = z.strictObject({ days: z.int().min(-10_000).max(10_000), side });
export type WorkingOffset = z.infer<typeof workingOffset>;

/** How far a date lies from where it is counted: years, quarters and months in one clamped step, then weeks and days, then working days. */
const offset = {
  days: z.int().min(-36_500).max(36_500).optional(),
  weeks: z.int().min(-5_200).max(5_200).optional(),
  months: z.int().min(-1_200).max(1_200).optional(),
  quarters: z.int().min(-400).max(400).optional(),
  years: z.int().min(-100).max(100).optional(),
  working: workingOffset.optional(),
};
export type Offset = z.infer<z.ZodObject<typeof offset>>;

/** How long before a session: at least one day, or one working day. */
const lead = z.union([z.strictObject({ days: z.int().min(1).max(366) }), z.strictObject({ working: z.strictObject({ days: z.int().min(1).max(366), side }) })]);
export type Lead = z.infer<typeof lead>;

/**
 * How a due date comes about.
 * - `fixed`: on that day.
 * - `offset`: so far from its anchor.
 * - `endOf`: the last day of the anchor's quarter or year, and so far from it.
 * - `beforeSession`: the last day, or `lead` earlier, before the first council session that begins after the anchor (`orOn`: or on it), of those that
 *   begin in `month` where it is given.
 * - `fraction`: the numerator/denominator of the days between two anchors, rounded down, and so far from there.
 * - `latest`, `earliest`: of its parts.
 */
export type DueRule =
  | { rule: 'fixed'; on: string }
  | ({ rule: 'offset'; from: Anchor } & Offset)
  | ({ rule: 'endOf'; period: 'quarter' | 'year'; from: Anchor } & Offset)
  | { rule: 'beforeSession'; from: Anchor; orOn?: boolean | undefined; month?: number | undefined; lead?: Lead | undefined }
  | ({ rule: 'fraction'; from: Anchor; to: Anchor; numerator: number; denominator: number } & Offset)
  | { rule: 'latest' | 'earliest'; of: DueRule[] };

/** Rules inside rules go no deeper; `checkTemplate` looks before the schema does, so that no text exhausts the stack. */
const parts = z.lazy(() => z.array(dueRule).min(1).max(20));

export const dueRule: z.ZodType<DueRule> = z.lazy(() =>
  z.discriminatedUnion('rule', [
    z.strictObject({ rule: z.literal('fixed'), on: z.iso.date() }),
    z.strictObject({ rule: z.literal('offset'), from: anchor, ...offset }),
    z.strictObject({ rule: z.literal('endOf'), period: z.enum(['quarter', 'year']), from: anchor, ...offset }),
    z.strictObject({ rule: z.literal('beforeSession'), from: anchor, orOn: z.boolean().optional(), month: z.int().min(1).max(12).optional(), lead: lead.optional() }),
    // That a fraction lies between 0 and 1 is a check of its own, with words of its own.
    z.strictObject({ rule: z.literal('fraction'), from: anchor, to: anchor, numerator: z.int().min(-1000).max(1000), denominator: z.int().min(1).max(1000), ...offset }),
    z.strictObject({ rule: z.literal('latest'), of: parts }),
    z.strictObject({ rule: z.literal('earliest'), of: parts }),
  ]),
);

/**
 * A step that comes again. Occurrence n is dated by the step's rule with every anchor `everyMonths` × n later (× (n − 1) with
 * `startsAtAnchor`): always from the anchor, never from the occurrence before. None is due after `until`; there are at most `times`.
 */
export const recurrence = z.strictObject({
  everyMonths: z.int().min(1).max(1_200),
  /** while its date is not known the step goes on */
  until: anchor.optional(),
  times: z.int().min(1).max(4_000).optional(),
  startsAtAnchor: z.boolean().optional(),
});
export type Recurrence = z.infer<typeof recurrence>;

/** Every anchor of a rule, of `latest` and `earliest` those of all parts. */
export function anchorsOf(rule: DueRule): Anchor[] {
  switch (rule.rule) {
    case 'fixed': return [];
    case 'fraction': return [rule.from, rule.to];
    case 'latest': case 'earliest': return rule.of.flatMap(anchorsOf);
    default: return [rule.from];
  }
}

/** The rule and, of `latest` and `earliest`, every rule inside it. */
export function* rulesWithin(rule: DueRule): Generator<DueRule> {
  yield rule;
  if (rule.rule === 'latest' || rule.rule === 'earliest') for (const part of rule.of) yield* rulesWithin(part);
}
