import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redisServer, startRedis } from '@tawama/testkit';
import { createDataSource } from '../../src/platform/db/database.js';
import { EmbeddedCluster, FAST_AND_FORGETFUL } from '../../src/platform/db/embedded/cluster.js';
import { MIGRATIONS } from '../../src/platform/db/migrations/index.js';
import { migrate } from '../../src/platform/db/migrate.js';
import { createLog } from '../../src/platform/log.js';
import { withClient } from '../../test/workers.js';

/** A database that was kept is only good for the schema it was made with. */
const OF_THIS_SCHEMA = `_schema_${MIGRATIONS.length}`;
const EMPTY = 'bench_empty';

/** What the benchmarks of one run stand on. Ours and every peer use the same servers. */
export interface Ground {
  rounds: number;
  /** As many as asked for; a fifth of it in a quick run. */
  count(full: number): number;
  say(line: string): void;
  /** Address of a new database. @param template the migrated, empty one unless another is named; '' for one without any tables */
  database(template?: string): Promise<string>;
  /** Address of a Redis for one contender alone; undefined where the machine has none. */
  redis(): Promise<string | undefined>;
  /** Makes a database once a run that others are copied from. @returns its name */
  template(name: string, fill: (url: string) => Promise<void>): Promise<string>;
  close(): Promise<void>;
}

/**
 * A run: how often each side has its turn, and whether a fifth of the work will do. `forgetful`: no fsync, to see what the disk costs.
 * `keep`: a folder whose large databases the next run finds again; absent: nothing is left.
 */
export interface RunSettings { rounds: number; quick: boolean; forgetful: boolean; keep: string | undefined; say: (line: string) => void }

/** PostgreSQL as `npm start` runs it, durability and all; only more connections, for the peers. */
export async function openGround({ rounds, quick, forgetful, keep, say }: RunSettings): Promise<Ground> {
  const dataDir = keep ?? mkdtempSync(join(tmpdir(), 'tawama-bench-'));
  mkdirSync(dataDir, { recursive: true });
  // As root the server runs as another user, which must reach the folder.
  chmodSync(dataDir, 0o755);
  const cluster = await EmbeddedCluster.start({ dataDir, settings: { ...(forgetful ? FAST_AND_FORGETFUL : {}), max_connections: '200' } });
  const closers: (() => Promise<unknown>)[] = [async () => { await cluster.stop(); if (keep === undefined) rmSync(dataDir, { recursive: true, force: true }); }];
  const templates = new Map<string, Promise<void>>();
  let made = 0;

  const onServer = (sql: string) => withClient(cluster.url('postgres'), async (client) => (await client.query<{ name: string }>(sql)).rows);
  const make = async (name: string, template: string): Promise<string> => {
    await onServer(`CREATE DATABASE ${name} ${template === '' ? '' : `TEMPLATE ${template} STRATEGY FILE_COPY`}`);
    return cluster.url(name);
  };
  // What an earlier run left behind, but for the templates that still fit.
  const kept = new Set<string>();
  for (const { name } of await onServer(`SELECT datname AS name FROM pg_database WHERE datname LIKE 'bench\\_%'`)) {
    if (name.endsWith(OF_THIS_SCHEMA)) { kept.add(name); continue; }
    await onServer(`ALTER DATABASE ${name} IS_TEMPLATE false`);
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  }
  /** Under another name until it is whole: a run that was broken off leaves nothing that looks finished. */
  const fillTemplate = async (name: string, from: string, fill: (url: string) => Promise<void>): Promise<void> => {
    await fill(await make(`${name}_unfinished`, from));
    await onServer(`ALTER DATABASE ${name}_unfinished RENAME TO ${name}`);
  };
  const ground: Ground = {
    rounds, say,
    count: (full) => (quick ? Math.ceil(full / 5) : full),
    async database(template) {
      const from = template ?? await ground.template(EMPTY, migrated);
      made += 1;
      return make(`bench_${made}`, from);
    },
    async redis() {
      if (!redisServer()) return undefined;
      const redis = await startRedis();
      closers.unshift(() => redis.stop());
      return redis.url;
    },
    async template(what, fill) {
      const name = `${what}${OF_THIS_SCHEMA}`;
      if (kept.has(name)) return name;
      const filled = templates.get(name) ?? fillTemplate(name, what === EMPTY ? '' : await ground.template(EMPTY, migrated), fill);
      templates.set(name, filled);
      await filled;
      return name;
    },
    async close() { for (const close of closers) await close(); },
  };
  return ground;
}

async function migrated(url: string): Promise<void> {
  const dataSource = createDataSource({ url, entities: [], log: createLog('warn') });
  await dataSource.initialize();
  try { await migrate(dataSource, url); } finally { await dataSource.destroy(); }
}
