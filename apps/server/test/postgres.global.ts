import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createDataSource } from '../src/platform/db/database.js';
import { EmbeddedCluster, FAST_AND_FORGETFUL } from '../src/platform/db/embedded/cluster.js';
import { migrate } from '../src/platform/db/migrate.js';
import { createLog } from '../src/platform/log.js';

const TEMPLATE = 'tawama_template';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server's maintenance database, as its superuser. */
    postgresUrl: string;
    /** The migrated database that every test database is copied from. */
    postgresTemplate: string;
  }
}

/** One PostgreSQL for the whole run; each test copies the migrated template, which takes some 50 ms. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tawama-test-'));
  // As root the server runs as another user, which must reach the folder.
  chmodSync(dataDir, 0o755);
  const cluster = await EmbeddedCluster.start({ dataDir, settings: FAST_AND_FORGETFUL });
  const stop = async () => {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await cluster.createDatabase(TEMPLATE);
    const dataSource = createDataSource({ url: cluster.url(TEMPLATE), entities: [], log: createLog('warn') });
    await dataSource.initialize();
    await migrate(dataSource, cluster.url(TEMPLATE));
    await dataSource.destroy();
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('postgresUrl', cluster.url('postgres'));
  project.provide('postgresTemplate', TEMPLATE);
  return stop;
}
