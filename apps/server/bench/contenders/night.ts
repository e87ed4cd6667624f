import { readFileSync } from 'node:fs';
import type { JobName } from '@tawama/contracts';
import { JOB_HANDLERS, type JobHandlers } from '../../src/platform/queue/job-handlers.js';
import { holdLittleMemory } from '../../src/platform/memory.js';
import { startTestApp } from '../../test/app.js';
import { withClient } from '../../test/workers.js';
import { serve } from '../harness/contender.js';

export interface NightSettings { databaseUrl: string }
/** How many days later the night is; an answer in seconds a job, and the most memory that the process ever had, in MB. */
export interface NightOrder { days: number }
export interface NightAnswer { seconds: Partial<Record<JobName, number>>; peakMb: number }

const OF_A_NIGHT: readonly JobName[] = ['agreements.expire', 'plans.keep-up', 'agreements.vitality', 'people.ask-successors', 'evidence.tidy', 'access.tidy'];

/** The program without its own timers, in whose process the jobs of one night run, one after another. */
serve<NightSettings, NightOrder, NightAnswer>(async ({ databaseUrl }) => {
  holdLittleMemory();
  const program = await startTestApp({ databaseUrl, variables: { ROLE: 'api' } });
  const handlers: JobHandlers = program.get(JOB_HANDLERS, { strict: false });
  return {
    async run({ days }) {
      await withClient(databaseUrl, (db) => db.query(`UPDATE club_clock SET clock_offset = clock_offset + $1 * interval '1 day'`, [days]));
      const seconds: NightAnswer['seconds'] = {};
      for (const name of OF_A_NIGHT) {
        const from = performance.now();
        await handlers[name]({ signal: new AbortController().signal });
        seconds[name] = (performance.now() - from) / 1000;
      }
      return { seconds, peakMb: peakMb() };
    },
    end: () => program.close(),
  };
});

function peakMb(): number {
  const [, kB] = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kB) / 1024;
}
