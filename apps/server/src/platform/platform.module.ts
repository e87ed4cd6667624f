import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Env } from './env.js';
import { Lifecycle } from './lifecycle.js';
import { LOG, type Log } from './log.js';
import { Welcome } from './welcome.js';
import { ZONES } from './zones.js';
import type { ZoneTable } from '@tawama/domain';

/** What exists before the program does: its settings, its log, the order in which it stops. */
@Global()
@Module({})
export class PlatformModule {
  static with(env: Env, log: Log, lifecycle: Lifecycle, zones: ZoneTable): DynamicModule {
    const providers = [{ provide: Env, useValue: env }, { provide: LOG, useValue: log }, { provide: Lifecycle, useValue: lifecycle }, { provide: ZONES, useValue: zones }, Welcome];
    return { module: PlatformModule, providers, exports: providers };
  }
}
