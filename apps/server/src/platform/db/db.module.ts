import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { ZoneTable } from '@tawama/domain';
import type { DataSource } from 'typeorm';
import { ClubClock, DatabaseClock } from '../clock.js';
import { Env } from '../env.js';
import { ZONES } from '../zones.js';
import { LOG, type Log } from '../log.js';
import { Database } from './database.js';
import { OwnClients } from './own-client.js';

/** Gives every feature the database and the club clock. */
@Global()
@Module({})
export class DbModule {
  static over(dataSource: DataSource): DynamicModule {
    const database = new Database(dataSource);
    const clock = { provide: ClubClock, inject: [ZONES, Env], useFactory: (zones: ZoneTable, env: Env) => new DatabaseClock(dataSource, zones, env.clubTimeZone) };
    const clients = { provide: OwnClients, inject: [LOG], useFactory: (log: Log) => new OwnClients(database, log) };
    return {
      module: DbModule,
      providers: [{ provide: Database, useValue: database }, clock, clients],
      exports: [Database, ClubClock, OwnClients],
    };
  }
}
