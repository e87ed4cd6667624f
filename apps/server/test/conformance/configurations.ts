import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { debianPostgres, redisServer, startRedis } from '@tawama/testkit';
import { startLabPostgres } from '../lab/postgres.js';

/** What the processes of a club stand on. */
export interface Foundation {
  variables: Record<string, string>;
  /** where the database is, once the first process is ready */
  databaseUrl(): string;
  /** after the last process has ended */
  remove(): Promise<void>;
}

export interface Configuration {
  name: string;
  isHere(): boolean;
  /** one process each, the first of which answers HTTP */
  roles: readonly ('all' | 'api' | 'worker')[];
  lay(dataDir: string): Promise<Foundation>;
}

/** Everything that may differ between two installations; the suite itself knows none of it. */
export const CONFIGURATIONS: readonly Configuration[] = [
  { name: 'one process, embedded PostgreSQL, BullMQ on it', isHere: () => true, roles: ['all'], lay: embedded },
  { name: 'one process, PostgreSQL of the distribution, BullMQ on it', isHere: hasPostgres, roles: ['all'], lay: () => external() },
  { name: 'one process, PostgreSQL and Redis', isHere: () => hasPostgres() && redisServer() !== undefined, roles: ['all'], lay: () => external({ redis: true }) },
  { name: 'one api and three workers on PostgreSQL', isHere: hasPostgres, roles: ['api', 'worker', 'worker', 'worker'], lay: () => external() },
];

function hasPostgres(): boolean { return debianPostgres() !== undefined; }

async function embedded(dataDir: string): Promise<Foundation> {
  const read = (...path: string[]): string => readFileSync(join(dataDir, ...path), 'utf8').trim();
  return {
    variables: {},
    databaseUrl() {
      const folder = resolve(dataDir, read('cluster-folder'));
      const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3];
      return `postgres://tawama:${read('secrets', 'database-password')}@127.0.0.1:${port}/tawama`;
    },
    remove: async () => {},
  };
}

async function external({ redis = false } = {}): Promise<Foundation> {
  const postgres = await startLabPostgres();
  const database = await postgres.createDatabase();
  const server = redis ? await startRedis() : undefined;
  return {
    variables: { DATABASE_URL: database.url, ...(server ? { REDIS_URL: server.url } : {}) },
    databaseUrl: () => database.url,
    async remove() {
      await server?.stop();
      await postgres.remove();
    },
  };
}
