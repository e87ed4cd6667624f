const MINUTES = [1, 5, 15, 60];
const HOUR_MINUTES = 60;
/** A mail that could not be handed over for this long has failed. */
export const GIVE_UP_AFTER_MS = 48 * 3_600_000;

/**
 * Milliseconds until the next try: 1, 5, 15, 60 minutes, then every hour, each a tenth shorter or longer so that a server which comes
 * back does not meet everybody at once.
 * @param tries how many there were, from 1
 * @param chance from 0 to 1
 */
export function pauseAfter(tries: number, chance: number): number {
  const minutes = MINUTES[tries - 1] ?? HOUR_MINUTES;
  return Math.round(minutes * 60_000 * (0.9 + chance * 0.2));
}

export type Verdict =
  | 'sent'
  /** try again later */
  | 'later'
  /** the address does not exist or no longer takes mail */
  | 'badAddress'
  /** refused for another reason, for good */
  | 'refused'
  /** the server asks everybody to wait */
  | 'pauseDomain';

/** What an SMTP answer means. 5.2.x (mailbox full, disabled) and 5.7.x (policy) are not the address's fault. */
export function verdictOf(code: number, enhanced: string | null): Verdict {
  if (code < 400) return 'sent';
  if (code === 421) return 'pauseDomain';
  if (code < 500) return 'later';
  if (enhanced === null ? code === 550 || code === 551 || code === 553 : enhanced.startsWith('5.1.')) return 'badAddress';
  return 'refused';
}
