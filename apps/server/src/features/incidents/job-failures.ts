import { Injectable } from '@nestjs/common';
import type { JobName } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import { IncidentsStore } from './incidents.store.js';

/** Jobs that failed, for a person to see: one incident a job, counted. */
@Injectable()
export class JobFailures {
  constructor(private readonly database: Database, private readonly store: IncidentsStore) {}

  async report(job: JobName, error: unknown): Promise<void> {
    const summary = `${job}: ${error instanceof Error ? error.message : String(error)}`;
    await this.database.transaction((tx) => this.store.open(tx, { kind: 'job/failed', fingerprint: `job/failed ${job}`, summary, job }));
  }
}
