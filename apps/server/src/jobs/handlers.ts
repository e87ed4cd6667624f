import type { JobHandlers } from '../platform/queue/job-handlers.js';

const nothingYet = async (): Promise<void> => {};

/** What each job of the catalogue does: one line each into a feature's service. */
export function createHandlers(): JobHandlers {
  return {
    'reminders.sweep': nothingYet,
    'deliveries.drain': nothingYet,
    'backup.nightly': nothingYet,
    'access.tidy': nothingYet,
    'audit.seal': nothingYet,
  };
}
