/**
 * The job catalogue: every background job, with its retries as data. Payloads are ids or nothing, so that they survive a
 * rolling deploy; the row is the truth and a lost job is found again by the sweep.
 */
export const JOBS = {
  /** Materialise what is due, reconcile leases, plan the next wake. */
  'reminders.sweep': { attempts: 1 },
  /** Claim and send due deliveries until none is left. */
  'deliveries.drain': { attempts: 1 },
  /** Once a night: one backup file into the data folder. */
  'backup.nightly': { attempts: 3 },
  /** After the last day of a term: the agreements that were not renewed are over. */
  'agreements.expire': { attempts: 3 },
  /** What changes plans without a command: calendars, and time that brings repeated steps into sight. */
  'plans.keep-up': { attempts: 3 },
  /** Once a day: how alive every agreement is; who is dormant gets a step that asks for a decision. */
  'agreements.vitality': { attempts: 3 },
  /** Once a day: the people whose mandate ends soon are to be succeeded. */
  'people.ask-successors': { attempts: 3 },
  /** Remove what has served its time: sessions, idempotency keys, login attempts. */
  'access.tidy': { attempts: 3 },
  /** Remove files that no evidence names any more. */
  'evidence.tidy': { attempts: 3 },
  /** Chain committed audit entries. */
  'audit.seal': { attempts: 1 },
} as const satisfies Record<`${string}.${string}`, { attempts: number }>;
export type JobName = keyof typeof JOBS;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
