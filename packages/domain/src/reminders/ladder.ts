import type { RecipientRole } from '@tawama/contracts';

/** Every reminder of the program arrives at this hour of the recipient's zone. */
export const MAIL_HOUR = '09:00';

export interface LadderRung {
  /** in whose capacity somebody is reminded */
  readonly role: RecipientRole;
  /** days from the due date, negative before it; `mondays` is every Monday after the last dated rung of the role */
  readonly at: number | 'mondays';
  /** makes a draft to approve instead of a mail */
  readonly hold: boolean;
  readonly enabled: boolean;
}

const rungs = (role: RecipientRole, at: readonly LadderRung['at'][], kind: { hold: boolean; enabled: boolean } = { hold: false, enabled: true }): LadderRung[] =>
  at.map((one) => ({ role, at: one, ...kind }));
const ABOVE_THE_COORDINATOR = { hold: true, enabled: false };

/** The club's ladder unless it is changed (DOMAIN.md, "Default reminder ladder"). */
export const DEFAULT_LADDER: readonly LadderRung[] = [
  ...rungs('owner', [-7, -1, 0, 3, 'mondays']),
  ...rungs('coordinator', [10]),
  ...rungs('counterpart', [-7, 0, 7]),
  ...rungs('president', [21], ABOVE_THE_COORDINATOR),
  ...rungs('mayor', [21], ABOVE_THE_COORDINATOR),
  ...rungs('council', [45], ABOVE_THE_COORDINATOR),
];

/** `d-7`, `d0`, `d+3`. */
export const rungName = (days: number): string => (days > 0 ? `d+${days}` : days === 0 ? 'd0' : `d${days}`);
export const DUE_TODAY = rungName(0);

const DIGEST = 'digest-';
export const digestName = (number: number): string => `${DIGEST}${number}`;
/** Which Monday after the last relance, from 1; undefined for a dated rung. */
export function digestNumber(rung: string): number | undefined {
  if (!rung.startsWith(DIGEST)) return undefined;
  const digits = rung.slice(DIGEST.length);
  return /^\d+$/.test(digits) ? Number(digits) : undefined;
}
