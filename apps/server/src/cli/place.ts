import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataFolder } from '../platform/data-folder.js';
import { EmbeddedCluster } from '../platform/db/embedded/cluster.js';
import { FolderTaken, lockFolder } from '../platform/db/embedded/folder-lock.js';
import { createDataSource, Database } from '../platform/db/database.js';
import { migrate } from '../platform/db/migrate.js';
import type { Env } from '../platform/env.js';
import { createLog, type Log } from '../platform/log.js';
import type { Storage } from '../platform/storage/storage.js';
import { storageOf } from '../platform/storage/storage.module.js';

/** `club`: a migrated database with a club in it; `empty`: nothing runs here and nothing is here; `anything`: look only. */
export type Needs = 'club' | 'empty' | 'anything';

/** What an operator's command works on: the database of this installation, running or not. */
export interface Place { env: Env; log: Log; databaseUrl: string; database: Database; dataDir: string; storage: Storage; close(): Promise<void> }

/**
 * Opens the database of the settings. An embedded one that runs is used as it is; one that does not is started for the
 * command and stopped after it.
 * @throws Error with one line
 */
export async function openPlace(env: Env, needs: Needs): Promise<Place> {
  const log = createLog(env.logLevel === 'info' ? 'warn' : env.logLevel);
  const ends: (() => Promise<unknown>)[] = [];
  const close = async () => { for (const end of ends.reverse()) await end(); };
  try {
    if (needs === 'empty') makeDataFolder(env.dataDir);
    const databaseUrl = env.databaseUrl ?? await embedded(env, needs, ends);
    const dataSource = createDataSource({ url: databaseUrl, entities: [], log, poolSize: 4, applicationName: 'tawama command' });
    await dataSource.initialize();
    ends.push(() => dataSource.destroy());
    if (needs === 'club') await migrate(dataSource, databaseUrl);
    return { env, log, databaseUrl, database: new Database(dataSource), dataDir: env.dataDir, storage: storageOf(env), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embedded(env: Env, needs: Needs, ends: (() => Promise<unknown>)[]): Promise<string> {
  const exists = existsSync(join(env.dataDir, 'cluster-folder'));
  if (!exists && needs !== 'empty') throw new Error(`there is no club in ${env.dataDir} yet: npm start makes one, "restore FILE" brings one back`);
  try {
    const lock = await lockFolder(env.dataDir);
    ends.push(() => lock.release());
  } catch (error) {
    if (!(error instanceof FolderTaken) || needs === 'empty') throw error;
    return (await EmbeddedCluster.start({ dataDir: env.dataDir })).url();
  }
  const cluster = await EmbeddedCluster.start({ dataDir: env.dataDir });
  ends.push(() => cluster.stop());
  return cluster.url();
}
