import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { ZoneTable } from '@tawama/domain';
import type { DataSource } from 'typeorm';
import { ClubClock, DatabaseClock } from '../clock.js';
import { Env } from '../env.js';
import { ZONES } from '../zones.js';
import { Database } from './database.js';

/** Gives every feature the database and the club clock. */
@Global()
@Module({})
export class DbModule {
  static over(dataSource: DataSource): DynamicModule {
    const database = new Database(dataSource);
    const clock = { provide: ClubClock, inject: [ZONES, Env], useFactory: (zones: ZoneTable, env: Env) => new DatabaseClock(dataSource, zones, env.clubTimeZone) };
    return {
      module: DbModule,
      providers: [{ provide: Database, useValue: database }, clock],
      exports: [Database, ClubClock],
    };
  }
}
