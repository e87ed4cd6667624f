import { Injectable } from '@nestjs/common';
import { IdempotencyStore } from '../../platform/http/idempotency.store.js';
import { LoginAttempts } from './login-attempts.js';
import { SessionStore } from './session.store.js';

/** Removes what has served its time: sessions that are over, yesterday's idempotency keys and failed sign-ins. */
@Injectable()
export class AccessTidy {
  constructor(private readonly sessions: SessionStore, private readonly attempts: LoginAttempts, private readonly keys: IdempotencyStore) {}

  async run(): Promise<void> {
    await this.sessions.tidy();
    await this.attempts.tidy();
    await this.keys.tidy();
  }
}
