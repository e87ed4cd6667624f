import { daysBetween, type PlainDate } from '@tawama/workflow';
import { VITALITY_LEVELS, type VitalityLevel, type VitalityReason } from '@tawama/contracts';

/** After so many days without verified news an agreement is to be watched. */
export const WATCH_AFTER_DAYS = 365;
/** After so many it is dormant. */
export const DORMANT_AFTER_DAYS = 730;
/** So many days after it became dormant somebody must have decided: relaunch or close. */
export const DECIDE_WITHIN_DAYS = 60;
/** Fewer late steps than this are an ordinary delay, however few steps are open. */
export const FEW_LATE_STEPS = 2;

/** What is known of an agreement on a day. Dates are facts and lie in the past. */
export interface VitalityFacts {
  readonly today: PlainDate;
  /** when it was signed, else when its file was opened: silence counts from here while nothing else is known */
  readonly begunOn: PlainDate;
  /** the last step whose proof was accepted, by the day it was done */
  readonly lastEvidenceOn: PlainDate | null;
  readonly lastContactOn: PlainDate | null;
  /** the last meeting of the joint committee, its installation included; null: not installed yet */
  readonly lastMeetingOn: PlainDate | null;
  /** open and blocked steps, and how many of them are late */
  readonly openSteps: number;
  readonly lateSteps: number;
  /** somebody of that side is active, in office and has an address */
  readonly homeContact: boolean;
  readonly partnerContact: boolean;
}

/** `reasons`: the one that decided the level first, then whatever else asks for attention. */
export interface Vitality { readonly level: VitalityLevel; readonly reasons: readonly [VitalityReason, ...VitalityReason[]] }

const latest = (dates: readonly (PlainDate | null)[]): PlainDate | null => dates.reduce((best, on) => (on !== null && (best === null || on > best) ? on : best), null);

/** The day of the last verified news: an accepted step, a contact, a meeting; null while there is none. */
export const lastNewsOn = (facts: Pick<VitalityFacts, 'lastEvidenceOn' | 'lastContactOn' | 'lastMeetingOn'>): PlainDate | null => latest([facts.lastEvidenceOn, facts.lastContactOn, facts.lastMeetingOn]);

/** Since when nothing was heard. What was done before the signature is no news of it. */
export const silentSince = (facts: VitalityFacts): PlainDate => latest([facts.begunOn, lastNewsOn(facts)]) ?? facts.begunOn;

/**
 * How alive an agreement is, and why. One more day of silence never makes it better, one more contact never worse:
 * each reason stands for its level alone, and the worst one decides.
 */
export function vitalityOf(facts: VitalityFacts): Vitality {
  const found: { level: VitalityLevel; reason: VitalityReason }[] = [];
  const since = silentSince(facts);
  const silence = daysBetween(since, facts.today);
  if (silence >= DORMANT_AFTER_DAYS) found.push({ level: 'dormant', reason: { code: 'silence', on: since } });
  if (facts.lateSteps >= FEW_LATE_STEPS && 2 * facts.lateSteps >= facts.openSteps) found.push({ level: 'struggling', reason: { code: 'late', late: facts.lateSteps, open: facts.openSteps } });
  if (silence >= WATCH_AFTER_DAYS && silence < DORMANT_AFTER_DAYS) found.push({ level: 'watch', reason: { code: 'silence', on: since } });
  if (!facts.partnerContact) found.push({ level: 'watch', reason: { code: 'noPartnerContact' } });
  if (!facts.homeContact) found.push({ level: 'watch', reason: { code: 'noHomeContact' } });
  if (facts.lastMeetingOn !== null && daysBetween(facts.lastMeetingOn, facts.today) >= WATCH_AFTER_DAYS) found.push({ level: 'watch', reason: { code: 'noMeeting', on: facts.lastMeetingOn } });
  const [first, ...others] = found;
  if (first) return { level: first.level, reasons: [first.reason, ...others.map(({ reason }) => reason)] };
  const news = lastNewsOn(facts);
  return { level: 'active', reasons: [news !== null && news >= facts.begunOn ? { code: 'news', on: news } : { code: 'begun', on: facts.begunOn }] };
}

/** Worse than, in numbers: 0 is active. */
export const vitalityRank = (level: VitalityLevel): number => VITALITY_LEVELS.indexOf(level);
