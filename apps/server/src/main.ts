import { existsSync } from 'node:fs';
import { boot } from './boot.js';
import { makeDataFolder } from './platform/data-folder.js';
import { EmbeddedCluster } from './platform/db/embedded/cluster.js';
import { FolderTaken, lockFolder } from './platform/db/embedded/folder-lock.js';
import { Env, EnvError } from './platform/env.js';
import { explain } from './platform/explain.js';
import { Lifecycle } from './platform/lifecycle.js';
import { createLog } from './platform/log.js';
import { holdLittleMemory } from './platform/memory.js';
import { tryPort } from './platform/port.js';
import { Welcome } from './platform/welcome.js';

async function main(): Promise<void> {
  holdLittleMemory();
  const env = Env.read();
  const log = createLog(env.logLevel);
  const lifecycle = new Lifecycle(log, env.stopSeconds * 1000);
  let leaving: Promise<never> | undefined;
  const leave = (code: number): Promise<never> => (leaving ??= lifecycle.stop().then(() => process.exit(code)));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => { log.info({ signal }, 'stopping'); void leave(0); });
  // A promise nobody awaited must not end a process that others work with; it is a bug and shows in the log.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));

  try {
    await tryPort(env.port, env.host).catch((error: unknown) => refuse(env, error));
    makeDataFolder(env.dataDir);
    const databaseUrl = env.databaseUrl ?? await ownDatabase(env, lifecycle);
    const { app, url } = await boot(env, log, lifecycle, databaseUrl);
    const lines = [`Tawama is ready: ${env.role === 'worker' ? url : env.publicUrl}`, ...app.get(Welcome).take().map((line) => `  ${line}`)];
    process.stdout.write(`${lines.join('\n')}\n`);
  } catch (error) {
    // Whoever stops a start that is still under way needs no second explanation.
    if (!leaving) process.stderr.write(`Tawama did not start: ${explain(error, env)}\n`);
    await leave(1);
  }
}

/** Somebody has the port; if it is this very club, that is what its operator wants to know. */
async function refuse(env: Env, error: unknown): Promise<never> {
  if (env.databaseUrl === undefined && existsSync(env.dataDir)) await (await lockFolder(env.dataDir)).release();
  throw error;
}

async function ownDatabase(env: Env, lifecycle: Lifecycle): Promise<string> {
  const say = (line: string) => process.stdout.write(`  ${line}\n`);
  const lock = await lockFolder(env.dataDir);
  lock.tell(env.publicUrl);
  const starting = EmbeddedCluster.start({ dataDir: env.dataDir, say });
  let guard: { end(): void } | undefined;
  // Registered before it runs: a signal during the start must not leave a server behind.
  lifecycle.onStop('cluster', 'PostgreSQL', async () => {
    guard?.end();
    await starting.then((cluster) => cluster.stop(), () => {});
    await lock.release();
  });
  const cluster = await starting;
  guard = cluster.keepAlive(say);
  return cluster.url();
}

try {
  await main();
} catch (error) {
  const line = error instanceof EnvError || error instanceof FolderTaken ? error.message : String(error);
  process.stderr.write(`Tawama did not start: ${line}\n`);
  process.exit(1);
}
