import { Inject, Injectable } from '@nestjs/common';
import type { ClubAnswer, zonesAnswer } from '@tawama/contracts';
import { isKnownZone, isoToInstant, subsetTable, type ZoneTable } from '@tawama/domain';
import type { z } from 'zod';
import { ClubClock } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { VERSION } from '../../platform/version.js';
import { ZONES } from '../../platform/zones.js';
import { CLUB_NAME } from '../mails/club-name.js';
import { ClubStore } from './club.store.js';

/** The password of the accounts of a demonstration on its own machine. */
const DEMO_PASSWORD = 'tawama-demo';
/** The dates a screen shows lie in here; rules of other times stay with the server. */
const SHOWN = { from: isoToInstant('1990-01-01T00:00:00Z'), to: isoToInstant('2101-01-01T00:00:00Z') };

/** What a screen needs to know of the installation before it shows anything. */
@Injectable()
export class ClubService {
  constructor(
    private readonly database: Database,
    private readonly store: ClubStore,
    private readonly clock: ClubClock,
    private readonly env: Env,
    @Inject(ZONES) private readonly zones: ZoneTable,
  ) {}

  /** Known accounts are told only where they can be used from this machine alone. */
  club(): Promise<ClubAnswer> {
    const known = this.env.demo === 'true';
    return this.database.read(async (tx) => ({
      name: CLUB_NAME, demo: this.env.demo !== 'false', clubZone: this.env.clubTimeZone,
      now: (await this.clock.now(tx)).toISOString(), today: await this.clock.today(tx),
      mail: this.env.smtpUrl === undefined ? 'outboxOnly' : 'smtp',
      demoAccounts: known ? await this.store.demoAccounts(tx) : [], demoPassword: known ? DEMO_PASSWORD : null, version: VERSION,
    }));
  }

  /** The pinned rules of the club's zone and of every zone in use. */
  zonesInUse(): Promise<z.infer<typeof zonesAnswer>> {
    return this.database.read(async (tx) => {
      const ids = [this.env.clubTimeZone, ...await this.store.zonesInUse(tx)].filter((id) => isKnownZone(this.zones, id));
      const { version, zones } = subsetTable(this.zones, ids, SHOWN);
      const rules = Object.entries(zones).map(([id, { untils, offsets }]) => [id, { untils: [...untils], offsets: [...offsets] }]);
      return { version, clubZone: this.env.clubTimeZone, zones: Object.fromEntries(rules) };
    });
  }
}
