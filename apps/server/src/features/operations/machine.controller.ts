import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { machineFigures, noQuery, type MachineFigures } from '@tawama/contracts';
import type { ZoneTable } from '@tawama/domain';
import { HealthChecks, type CheckStatus } from '../../platform/http/health/health-checks.js';
import { Refusal } from '../../platform/http/refusal.js';
import { ZONES } from '../../platform/zones.js';
import { Figures } from './figures.js';

@ApiTags('jobs')
@Controller('api/health')
export class MachineController {
  constructor(private readonly checks: HealthChecks, private readonly figures: Figures, @Inject(ZONES) private readonly zones: ZoneTable) {}

  /** How the machinery stands; what the figures mean is a rule of the domain. */
  @Get()
  @ApiOkResponse({ standardSchema: machineFigures })
  async health(@Query({ schema: noQuery }) _query: object): Promise<MachineFigures> {
    const [{ checks }, tables, brokenRows] = await Promise.all([this.checks.ask(), this.figures.tables(), this.figures.broken()]);
    if (tables === undefined) throw new Refusal('service/unavailable');
    const { remindersOldestSeconds, deliveriesOldestSeconds } = tables;
    const late = tables.remindersLate + tables.deliveriesLate;
    return {
      database: answering(checks['database']?.status), clock: answering(checks['clock']?.status), queue: answering(checks['queue']?.status), mail: checks['mail']?.status ?? 'down',
      zoneDataVersion: this.zones.version, upSeconds: process.uptime(), sweepAgeSeconds: tables.sweepAgeSeconds, backupAgeSeconds: tables.backupAgeSeconds,
      late, oldestLateSeconds: late > 0 ? Math.max(remindersOldestSeconds, deliveriesOldestSeconds) : null,
      waitingMails: tables.pending + tables.leased, openIncidents: tables.openIncidents, brokenRows,
    };
  }
}

const answering = (status: CheckStatus | undefined): 'ok' | 'down' => (status === 'ok' ? 'ok' : 'down');
