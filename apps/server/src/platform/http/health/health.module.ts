import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ClubClock } from '../../clock.js';
import { Database } from '../../db/database.js';
import { HealthChecks } from './health-checks.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';

@Global()
@Module({ controllers: [HealthController], providers: [HealthChecks, Metrics], exports: [HealthChecks, Metrics] })
export class HealthModule implements OnModuleInit {
  constructor(private readonly checks: HealthChecks, private readonly database: Database, private readonly clock: ClubClock) {}

  onModuleInit(): void {
    this.checks.register('database', async () => { await this.database.query('SELECT 1'); return { status: 'ok' }; });
    this.checks.register('clock', async () => { await this.clock.now(); return { status: 'ok' }; });
  }
}
