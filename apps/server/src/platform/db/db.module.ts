import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { ClubClock, DatabaseClock } from '../clock.js';
import { Database } from './database.js';

/** Gives every feature the database and the club clock. */
@Global()
@Module({})
export class DbModule {
  static over(dataSource: DataSource): DynamicModule {
    const database = new Database(dataSource);
    return {
      module: DbModule,
      providers: [{ provide: Database, useValue: database }, { provide: ClubClock, useValue: new DatabaseClock(database) }],
      exports: [Database, ClubClock],
    };
  }
}
