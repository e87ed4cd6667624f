import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../../platform/http/health/metrics.js';
import { Figures } from './figures.js';
import type { TableFigures } from './jobs.store.js';
import { QUEUE_STATES } from './queue-look.js';

/** Name without its prefix, what it says, and where it stands among the figures. */
const GAUGES: readonly (readonly [name: string, help: string, figure: keyof TableFigures])[] = [
  ['reminders_due', 'Planned reminders whose instant has come and that have no mail yet', 'remindersDue'],
  ['reminders_late', 'Those of them that are more than an hour late', 'remindersLate'],
  ['reminders_oldest_due_age_seconds', 'How long the oldest of them has been due, in club time', 'remindersOldestSeconds'],
  ['deliveries_due', 'Mails that wait to be sent and whose instant has come, those that failed for now included', 'deliveriesDue'],
  ['deliveries_late', 'Those of them that are more than an hour late', 'deliveriesLate'],
  ['deliveries_oldest_due_age_seconds', 'How long the oldest of them has been due, in club time', 'deliveriesOldestSeconds'],
  ['incidents_open', 'Failures that wait for a person', 'openIncidents'],
  ['sweep_age_seconds', 'Time since any process last looked over the tables', 'sweepAgeSeconds'],
  ['backup_age_seconds', 'Time since the last backup', 'backupAgeSeconds'],
];
const DELIVERY_STATES = ['pending', 'leased', 'held', 'failed'] as const;

/** Shows the figures of the tables and the queue, read when somebody scrapes. What cannot be read, or is not there, has no sample rather than a wrong one. */
@Injectable()
export class TableMetrics implements OnModuleInit {
  constructor(private readonly metrics: Metrics, private readonly figures: Figures) {}

  onModuleInit(): void {
    const { figures } = this;
    const show = (name: string, help: string, fill: (gauge: Gauge) => Promise<void>, labelNames: string[] = []) => this.metrics.show(new Gauge({
      name: `tawama_${name}`, help, labelNames, registers: [], async collect() { await fill(this); },
    }));
    for (const [name, help, figure] of GAUGES) {
      show(name, help, async (gauge) => {
        const value = (await figures.tables())?.[figure];
        if (value === undefined || value === null) gauge.remove();
        else gauge.set(value);
      });
    }
    show('deliveries', 'Mails by the state in which they wait', async (gauge) => {
      const tables = await figures.tables();
      gauge.reset();
      if (tables) for (const state of DELIVERY_STATES) gauge.set({ state }, tables[state]);
    }, ['state']);
    show('queue_jobs', 'Jobs in the queue by state; jobs only wake workers, mails are counted in the tables', async (gauge) => {
      const { answers, ...depth } = await figures.queue();
      gauge.reset();
      if (answers) for (const state of QUEUE_STATES) gauge.set({ state }, depth[state]);
    }, ['state']);
    show('queue_up', 'Whether the queue answers', async (gauge) => gauge.set(Number((await figures.queue()).answers)));
    show('database_up', 'Whether the database answers', async (gauge) => gauge.set(Number(await figures.tables() !== undefined)));
  }
}
