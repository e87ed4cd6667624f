import { Global, Inject, Module, type OnModuleInit } from '@nestjs/common';
import type { ZoneTable } from '@tawama/domain';
import { ClubClock } from '../../clock.js';
import { Database } from '../../db/database.js';
import { ZONES } from '../../zones.js';
import { HealthChecks } from './health-checks.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

@Global()
@Module({ controllers: [HealthController], providers: [HealthChecks, Metrics], exports: [HealthChecks, Metrics] })
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    private readonly database: Database,
    private readonly clock: ClubClock,
    @Inject(ZONES) private readonly zones: ZoneTable,
  ) {}

  onModuleInit(): void {
    this.checks.register('database', async () => { await this.database.query('SELECT 1'); return { status: 'ok' }; });
    this.checks.register('clock', async () => { await this.clock.now(); return { status: 'ok' }; });
    // The start has refused stale data already; this shows which ones it took.
    this.checks.register('zoneData', () => ({ status: 'ok', version: this.zones.version }));
  }
}
