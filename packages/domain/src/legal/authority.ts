import { WAITING_ON, type LegalClock, type LegalNote, type WaitingOn } from '@tawama/contracts';

/** Whom a file is handed to for an answer. The president and the council are the club's own: they owe an act in time, and answer nobody. */
const ANSWERING: ReadonlySet<WaitingOn> = new Set(['governor', 'partnerCouncil', 'partnerCity']);

/** Whether this authority answers with a visa, a refusal or a silence. */
export const isAnswering = (authority: string | null | undefined): boolean => WAITING_ON.some((known) => known === authority && ANSWERING.has(known));

/** Which day of the period it is: 0 on the day of the receipt, at most its length. Null where the period is counted backwards. */
export function dayOfPeriod({ days, daysLeft }: Pick<LegalClock, 'days' | 'daysLeft'>): number | null {
  return days < 0 ? null : Math.min(Math.max(days - daysLeft, 0), days);
}

/** The lengths that notes on the law name and the clock does not count: nobody is told a period of which the club's own notes say otherwise. */
export const otherLengths = (clock: { days: number; legalNotes: readonly Pick<LegalNote, 'days'>[] }): number[] =>
  [...new Set(clock.legalNotes.flatMap(({ days }) => (days === null || days === clock.days ? [] : [days])))].sort((one, other) => one - other);
