import type { Anchor, DueRule, Lead, Offset, WorkingOffset } from '../due-rule.js';
import { toDayNumber } from '../plain-date.js';

/** Where a date is found: n ≥ 0 of the n-th step in order, −1 − n of the n-th event. Numbers, because a plan asks thousands of times. */
export type Place = number;
/** The place of what a template does not know: before every event. */
export const NOWHERE: Place = -(2 ** 30);

/** An offset in three numbers. */
export interface Distance {
  readonly months: number;
  readonly days: number;
  readonly working: WorkingOffset | undefined;
}

/** A due rule made ready for computing. */
export type PlacedRule =
  | { readonly rule: 'fixed'; readonly on: number }
  | ({ readonly rule: 'offset'; readonly from: Place } & Distance)
  | ({ readonly rule: 'endOf'; readonly from: Place; readonly period: 'quarter' | 'year' } & Distance)
  | { readonly rule: 'beforeSession'; readonly from: Place; readonly orOn: boolean; readonly month: number | undefined; readonly lead: Lead }
  | ({ readonly rule: 'fraction'; readonly from: Place; readonly to: Place; readonly numerator: number; readonly denominator: number } & Distance)
  | { readonly rule: 'latest' | 'earliest'; readonly of: readonly PlacedRule[] };

export const distanceOf = ({ years = 0, quarters = 0, months = 0, weeks = 0, days = 0, working }: Offset): Distance =>
  ({ months: years * 12 + quarters * 3 + months, days: weeks * 7 + days, working });

export function placed(rule: DueRule, place: (anchor: Anchor) => Place): PlacedRule {
  switch (rule.rule) {
    case 'fixed': return { rule: 'fixed', on: toDayNumber(rule.on) };
    case 'offset': return { rule: 'offset', from: place(rule.from), ...distanceOf(rule) };
    case 'endOf': return { rule: 'endOf', from: place(rule.from), period: rule.period, ...distanceOf(rule) };
    case 'beforeSession': return { rule: 'beforeSession', from: place(rule.from), orOn: rule.orOn === true, month: rule.month, lead: rule.lead ?? { days: 1 } };
    case 'fraction': return { rule: 'fraction', from: place(rule.from), to: place(rule.to), numerator: rule.numerator, denominator: rule.denominator, ...distanceOf(rule) };
    default: return { rule: rule.rule, of: rule.of.map((part) => placed(part, place)) };
  }
}
