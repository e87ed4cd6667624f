import { randomBytes } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { startClockAt } from '../../platform/clock.js';
import { Database } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { Welcome } from '../../platform/welcome.js';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo-people.js';
import { DemoFoundations } from './demo-foundations.js';
import { DemoTeller } from './demo-teller.js';
import { DemoStore } from './demo.store.js';

const SESSION_EVENING = '2025-10-27T19:00:00Z';
const SIGNATURE_EVENING = '2025-10-31T19:00:00Z';
const COORDINATOR = 'coordinator@smara.example';
/** Stands behind the last act once reminders are started and the clock shows the demonstration's present. */
const FINISHED = 1_000_000;

/** Fills an empty database with the demonstration club before anybody is let in. */
@Injectable()
export class DemoClub implements OnApplicationBootstrap {
  constructor(
    private readonly env: Env,
    private readonly welcome: Welcome,
    private readonly database: Database,
    private readonly foundations: DemoFoundations,
    private readonly teller: DemoTeller,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.env.demo === 'false' || this.env.role === 'worker') return;
    await this.fill();
    if (this.env.demo === 'true') {
      this.welcome.say(`Accounts, all with the password ${DEMO_PASSWORD}:`);
      for (const { email, role } of DEMO_ACCOUNTS) this.welcome.say(`  ${email}  (${role})`);
    }
  }

  private async fill(): Promise<void> {
    const passwords = new Map<string, string>();
    const passwordOf = (email: string) => {
      const password = this.env.demo === 'public' ? randomBytes(12).toString('base64url') : DEMO_PASSWORD;
      passwords.set(email, password);
      return password;
    };
    const told = await this.database.transaction(async (tx) => {
      await DemoStore.lock(tx);
      const already = await DemoStore.told(tx);
      if (already !== null) return already;
      if (!await DemoStore.isEmpty(tx)) return FINISHED;
      const setClock = (instant: string) => startClockAt({ query: (sql, parameters) => tx.query(sql, parameters) }, instant);
      await setClock(SESSION_EVENING);
      await this.foundations.lay(tx, passwordOf);
      await this.foundations.openAgreements(tx, false);
      await setClock(SIGNATURE_EVENING);
      await this.foundations.openAgreements(tx, true);
      await DemoStore.remember(tx, 0);
      return 0;
    });
    // Said at once: a start that is killed later has made them all the same.
    if (this.env.demo === 'public') for (const [email, password] of passwords) this.welcome.say(`${email}  ${password}`);
    if (told >= FINISHED) return;
    const present = this.env.clockStart ?? '2026-01-26T08:00:00Z';
    const accountId = await this.database.read((tx) => DemoStore.accountOf(tx, COORDINATOR));
    await this.teller.tell(told, present, accountId);
    await startClockAt(this.database, present);
    await this.teller.startReminders(accountId);
    await this.teller.passTheNight();
    await this.database.transaction((tx) => DemoStore.remember(tx, FINISHED));
  }
}
