import type { JobName } from '@tawama/contracts';

/** What a handler gets: told when the process wants to stop, so that it takes no more work. */
export interface JobContext { signal: AbortSignal }

/** Total: a job of the catalogue without a handler does not compile. */
export type JobHandlers = { readonly [Name in JobName]: (context: JobContext) => Promise<void> };

/** Injection token of the handlers; `jobs/` provides it. */
export const JOB_HANDLERS = Symbol('job handlers');
