import type { Recurrence } from './due-rule.js';
import { dayOf, hasDay, type Known } from './rules/known.js';

/** The stable key of an occurrence: `progress-report#3`. A milestone's own key holds no `#`. */
export const occurrenceKey = (milestone: string, number: number): string => `${milestone}#${number}`;

/** The milestone and the number of an occurrence's key; null for the key of a step that does not repeat. */
export function readOccurrenceKey(key: string): { readonly milestone: string; readonly number: number } | null {
  const mark = key.indexOf('#');
  if (mark < 1) return null;
  const number = key.slice(mark + 1);
  return NUMBER.test(number) ? { milestone: key.slice(0, mark), number: Number(number) } : null;
}
const NUMBER = /^[1-9]\d{0,3}$/;

export interface Occurrence { readonly number: number; readonly date: Known }

/** Months from the anchor to an occurrence. */
export const monthsTo = ({ everyMonths, startsAtAnchor }: Recurrence, number: number): number => everyMonths * (startsAtAnchor === true ? number - 1 : number);

/**
 * The occurrences due up to a day, in order. Dates only grow with the number, so the first that is too late ends the series. Two that
 * fall on one day (before the same session) are one: the later number is left out, and no other number changes.
 * @param dated what the rule gives with its anchors so many months later
 * @param end the day after which none is due; null while it is not known
 * @param atLeast the number up to which they are told however late they are
 */
export function* occurrences(repeats: Recurrence, dated: (months: number) => Known, end: number | null, upTo: number, atLeast = 0): Generator<Occurrence> {
  let previous: number | null = null;
  for (let number = 1; number <= (repeats.times ?? Infinity); number += 1) {
    const date = dated(monthsTo(repeats, number));
    const on = dayOf(date);
    if (!hasDay(date) || (on > upTo && number > atLeast) || (end !== null && on > end)) return;
    if (on !== previous) yield { number, date };
    previous = on;
  }
}
