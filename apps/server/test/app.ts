import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { boot } from '../src/boot.js';
import { Env } from '../src/platform/env.js';
import { Lifecycle } from '../src/platform/lifecycle.js';
import { createLog } from '../src/platform/log.js';

export interface TestApp {
  /** Base address, like http://127.0.0.1:41233. */
  url: string;
  app: NestFastifyApplication;
  env: Env;
  /** Any provider of the program, by class or token. */
  get: NestFastifyApplication['get'];
  /** Stops it in the order of a real stop. */
  close(): Promise<void>;
}

/**
 * Boots the whole program in this process on a free port, over a database from `createTestDatabase()`.
 * @param options.variables environment variables as an operator would set them; TEST_LOG=debug in the shell shows the log
 */
export async function startTestApp(options: { databaseUrl: string; variables?: Record<string, string> }): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tawama-app-'));
  const env = Env.read({ DATABASE_URL: options.databaseUrl, DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent', ...options.variables });
  const log = createLog(env.logLevel);
  const lifecycle = new Lifecycle(log, 10_000);
  const close = async () => {
    await lifecycle.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const { app, url } = await boot(env, log, lifecycle, options.databaseUrl, 0);
    return { url, app, env, get: app.get.bind(app), close };
  } catch (error) {
    await close();
    throw error;
  }
}
