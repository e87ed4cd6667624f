import pg from 'pg';
import { DataSource, type EntityManager, type EntitySchema } from 'typeorm';
import type { Log } from '../log.js';
import { KeptStatements, type Asked } from './kept-statements.js';
import { MIGRATIONS } from './migrations/index.js';
import { setTypeParsers } from './types.js';

/** One open transaction; the first argument of everything a store does. */
export type Tx = EntityManager;
export type { Asked, DataSource, EntitySchema };

export interface DataSourceSettings {
  url: string;
  entities: EntitySchema[];
  log: Log;
  /** Connections of the pool. */
  poolSize?: number;
  applicationName?: string;
  /** Up to which migration; all unless an older backup is being restored. */
  migrations?: typeof MIGRATIONS;
}

export function createDataSource({ url, entities, log, poolSize = 20, applicationName = 'tawama', migrations = MIGRATIONS }: DataSourceSettings): DataSource {
  setTypeParsers();
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    logging: false,
    applicationName,
    poolSize,
    // An idle client that loses its server must not end the process: TypeORM hands pool errors to this. A pool counts as ended before its
    // last sockets are closed, and a server that is stopped then still says goodbye to them: nobody has lost anything.
    poolErrorHandler: (error: Error) => { if (dataSource.isInitialized) log.warn({ err: error }, 'a database connection was lost'); },
    extra: {
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
      // PostgreSQL's own guess at the price of a random page is that of a turning disk, and makes it read whole tables.
      options: '-c timezone=UTC -c random_page_cost=1.1 -c jit=off',
    },
  });
  return dataSource;
}

/** Everything that reads or writes goes through here; nobody else holds a connection. */
export class Database {
  private kept: Asked | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** The address with its password, for what needs a connection of its own. */
  get url(): string {
    const { options } = this.dataSource;
    if (options.type !== 'postgres' || options.url === undefined) throw new Error('the database has no address');
    return options.url;
  }

  /** How many connections of the pool are at work and how many rest; and how many callers wait for one. */
  pool(): { used: number; idle: number; waiting: number } {
    const pool = poolOf(this.dataSource);
    return pool === undefined ? { used: 0, idle: 0, waiting: 0 } : { used: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount };
  }

  /** For the few statements that requests ask over and over, each standing alone. */
  get often(): Asked {
    const pool = poolOf(this.dataSource);
    return (this.kept ??= pool === undefined ? this.apart : new KeptStatements(pool));
  }

  /** Runs the work in one transaction: all of it is saved, or, when it throws, nothing. */
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** Runs the work in one read-only snapshot, so that several queries of one answer agree with each other. */
  async read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    // TypeORM's own transaction would begin with three statements where one says it all.
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query('START TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const answer = await work(runner.manager).catch(async (error: unknown) => {
        await runner.query('ROLLBACK').catch(() => {});
        throw error;
      });
      await runner.query('COMMIT');
      return answer;
    } finally {
      await runner.release();
    }
  }

  /** For a few statements that need no common snapshot: each stands alone. */
  get apart(): EntityManager { return this.dataSource.manager; }

  /** One statement outside a transaction. */
  query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, parameters);
  }
}

function poolOf({ driver }: DataSource): pg.Pool | undefined {
  const pool: unknown = 'master' in driver ? driver.master : undefined;
  return pool instanceof pg.Pool ? pool : undefined;
}
