import { boot } from './boot.js';
import { EmbeddedCluster } from './platform/db/embedded/cluster.js';
import { FolderTaken, lockFolder } from './platform/db/embedded/folder-lock.js';
import { Env, EnvError } from './platform/env.js';
import { Lifecycle } from './platform/lifecycle.js';
import { createLog } from './platform/log.js';
import { explain } from './platform/explain.js';

async function main(): Promise<void> {
  const env = Env.read();
  const log = createLog(env.logLevel);
  const lifecycle = new Lifecycle(log, env.stopSeconds * 1000);
  let leaving: Promise<never> | undefined;
  const leave = (code: number): Promise<never> => (leaving ??= lifecycle.stop().then(() => process.exit(code)));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => { log.info({ signal }, 'stopping'); void leave(0); });
  // A promise nobody awaited must not end a process that others work with; it is a bug and shows in the log.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));

  try {
    const databaseUrl = env.databaseUrl ?? await ownDatabase(env, lifecycle);
    const { url } = await boot(env, log, lifecycle, databaseUrl);
    process.stdout.write(`Tawama is ready: ${env.role === 'worker' ? url : env.publicUrl}\n`);
  } catch (error) {
    process.stderr.write(`Tawama did not start: ${explain(error, env)}\n`);
    await leave(1);
  }
}

async function ownDatabase(env: Env, lifecycle: Lifecycle): Promise<string> {
  const say = (line: string) => process.stdout.write(`  ${line}\n`);
  const lock = await lockFolder(env.dataDir);
  lock.tell(env.publicUrl);
  const cluster = await EmbeddedCluster.start({ dataDir: env.dataDir, say });
  const guard = cluster.keepAlive((error) => say(error));
  lifecycle.onStop('cluster', 'PostgreSQL', async () => { guard.end(); await cluster.stop(); await lock.release(); });
  return cluster.url();
}

try {
  await main();
} catch (error) {
  const line = error instanceof EnvError || error instanceof FolderTaken ? error.message : String(error);
  process.stderr.write(`Tawama did not start: ${line}\n`);
  process.exit(1);
}
