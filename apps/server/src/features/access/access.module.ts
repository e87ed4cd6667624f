import { Global, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '../../platform/env.js';
import { Sessions } from '../../platform/http/sessions.js';
import { JobTimers } from '../../platform/queue/job-timers.js';
import { AuditModule } from '../audit/audit.module.js';
import { DeliveriesModule } from '../deliveries/deliveries.module.js';
import { AccessTidy } from './access-tidy.js';
import { AccountLinks } from './account-links.js';
import { AccountStore } from './account.store.js';
import { Accounts } from './accounts.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { LinkStore } from './link.store.js';
import { LoginAttempts } from './login-attempts.js';
import { Passwords } from './passwords.service.js';
import { SessionStore } from './session.store.js';
import { UsersController } from './users.controller.js';

const HOUR_MS = 3_600_000;

@Global()
@Module({
  imports: [AuditModule, DeliveriesModule],
  controllers: [AuthController, UsersController],
  providers: [AccessTidy, AccountLinks, AccountStore, Accounts, AuthService, LinkStore, LoginAttempts, Passwords, SessionStore, { provide: Sessions, useExisting: SessionStore }],
  exports: [AccessTidy, Accounts, Passwords, Sessions],
})
export class AccessModule implements OnApplicationBootstrap {
  constructor(private readonly env: Env, private readonly accounts: Accounts, private readonly timers: JobTimers) {}

  async onApplicationBootstrap(): Promise<void> {
    this.timers.watch({ job: 'access.tidy', everyMs: HOUR_MS });
    // Through the whole journal, for an entry that was left unsealed.
    this.timers.watch({ job: 'audit.seal', everyMs: HOUR_MS });
    await this.tellFirstAdministrator();
  }

  /** Tells the operator of a new club how the first administrator comes in. */
  private async tellFirstAdministrator(): Promise<void> {
    const { adminEmail, demo, role } = this.env;
    if (adminEmail === undefined || demo !== 'false' || role === 'worker') return;
    const address = await this.accounts.firstAdministrator(adminEmail);
    if (address !== null) process.stdout.write(`  First administrator ${adminEmail}: set the password at ${address} (works once, for 7 days)\n`);
  }
}
