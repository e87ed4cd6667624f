import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { ENTITIES } from './entities.js';
import { startClockOnce } from './platform/clock.js';
import { createDataSource, Database } from './platform/db/database.js';
import { migrate } from './platform/db/migrate.js';
import type { Env } from './platform/env.js';
import { serveDashboard } from './platform/http/dashboard.js';
import { onlyHealth } from './platform/http/health/only-health.js';
import { serveOpenApi } from './platform/http/openapi.js';
import { HTTP_OPTIONS, openDoor } from './platform/http/set-up.js';
import { Lifecycle } from './platform/lifecycle.js';
import { NestLog, type Log } from './platform/log.js';
import { serveQueueBoard } from './platform/queue/board.js';
import { openQueueBackend } from './platform/queue/open-backend.js';
import { takeUploads } from './platform/storage/intake.js';
import { DRAFTS_FOLDER } from './platform/storage/storage.module.js';
import { assertFreshZones, loadZoneTable } from './platform/zones.js';

export interface Booted { app: NestFastifyApplication; url: string; lifecycle: Lifecycle; created: boolean }

/**
 * Migrates the database, builds the program on it and listens.
 * @param databaseUrl a PostgreSQL that answers
 * @throws Error with one line for the operator
 */
export async function boot(env: Env, log: Log, lifecycle: Lifecycle, databaseUrl: string, port = env.port): Promise<Booted> {
  const zones = loadZoneTable();
  assertFreshZones(zones);
  const dataSource = createDataSource({ url: databaseUrl, entities: ENTITIES, log, applicationName: `tawama ${env.role}` });
  await dataSource.initialize();
  lifecycle.onStop('database', 'pool', () => dataSource.destroy());
  const { created, ran } = await migrate(dataSource, databaseUrl);
  if (ran.length > 0) log.info({ migrations: ran }, 'the database schema is up to date');
  await startClockOnce(new Database(dataSource), env.clockStart);

  const queueBackend = await openQueueBackend(env, databaseUrl, log);
  lifecycle.onStop('queue', 'connections', () => queueBackend.close());
  const adapter = new FastifyAdapter({ ...HTTP_OPTIONS, forceCloseConnections: 'idle' });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on({ env, log, lifecycle, zones, dataSource, queueBackend }), adapter, { logger: new NestLog(log), abortOnError: false });
  lifecycle.onStop('http', 'server', () => app.close());
  // Before the routes are there: a hook holds only for those that come after it.
  if (env.role === 'worker') onlyHealth(app);
  openDoor(app);
  takeUploads(app, { folder: join(env.dataDir, DRAFTS_FOLDER), mostBytes: env.uploadMaxBytes });
  // Plugins come after the controllers: a refusal of theirs then ends in the same filter.
  await app.init();
  serveOpenApi(app);
  if (env.role !== 'worker') {
    await serveQueueBoard(app);
    await serveDashboard(app, log);
  }
  await app.listen({ port, host: env.host });
  return { app, url: await app.getUrl(), lifecycle, created };
}
