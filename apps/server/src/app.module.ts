import { Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { DbModule } from './platform/db/db.module.js';
import { Env } from './platform/env.js';
import { HealthModule } from './platform/http/health/health.module.js';
import { Lifecycle } from './platform/lifecycle.js';
import type { Log } from './platform/log.js';
import { PlatformModule } from './platform/platform.module.js';

/** What a process has before Nest begins. */
export interface Ground { env: Env; log: Log; lifecycle: Lifecycle; dataSource: DataSource; databaseUrl: string }

/** The whole program: the ground, then the features, each of which may use only those before it. */
@Module({})
export class AppModule {
  static on(ground: Ground): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(ground.env, ground.log, ground.lifecycle),
        DbModule.over(ground.dataSource),
        HealthModule,
      ],
    };
  }
}
