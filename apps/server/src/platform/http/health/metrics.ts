import { Inject, Injectable } from '@nestjs/common';
import type { ZoneTable } from '@tawama/domain';
import { collectDefaultMetrics, Gauge, Histogram, Registry, type Metric } from 'prom-client';
import { Database } from '../../db/database.js';
import { Env } from '../../env.js';
import { VERSION } from '../../version.js';
import { ZONES } from '../../zones.js';

/** The event loop is looked at this often: every 10 ms, the usual value, costs an idle process more than everything else. */
const LOOP_LOOK_MS = 100;

/** The figures of this process, as Prometheus reads them; a part adds its own with `show`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly httpSeconds = new Histogram({
    name: 'tawama_http_request_duration_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status_class'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15], registers: [this.registry],
  });

  constructor(env: Env, database: Database, @Inject(ZONES) zones: ZoneTable) {
    collectDefaultMetrics({ register: this.registry, prefix: 'tawama_', eventLoopMonitoringPrecision: LOOP_LOOK_MS });
    const registers = [this.registry];
    new Gauge({ name: 'tawama_build_info', help: 'Always 1; its labels say which version runs, with which zone data, in which role', labelNames: ['version', 'zone_data', 'role'], registers })
      .set({ version: VERSION, zone_data: zones.version, role: env.role }, 1);
    new Gauge({
      name: 'tawama_database_pool_connections', help: 'Database connections of this process by what they do', labelNames: ['state'], registers,
      collect() {
        const { used, idle } = database.pool();
        this.set({ state: 'used' }, used);
        this.set({ state: 'idle' }, idle);
      },
    });
    new Gauge({ name: 'tawama_database_pool_waiting', help: 'Queries that wait for a free database connection', registers, collect() { this.set(database.pool().waiting); } });
  }

  /** From now on these are part of what is shown. */
  show(...metrics: readonly Metric[]): void { for (const metric of metrics) this.registry.registerMetric(metric); }
}
