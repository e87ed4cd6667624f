import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@tawama/testkit';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** What must have been built before the test can run. */
export const isBuilt = (): boolean => existsSync(join(root, 'apps/server/dist/main.js')) && existsSync(join(root, 'apps/admin/dist/index.html'));

export interface Program { url: string; stop: () => Promise<void> }

/**
 * The whole program with its demo club, in a data folder of its own.
 * @param variables environment variables beside those of the demo club
 * @throws Error when it is not ready within 90 s
 */
export async function startProgram(variables: Record<string, string> = {}): Promise<Program> {
  const dataDir = mkdtempSync('/var/tmp/tawama-screens-');
  chmodSync(dataDir, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, ['apps/server/dist/main.js'], { cwd: root, env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: 'true', LOG_LEVEL: 'error', ...variables }, stdio: 'ignore' });
  const url = `http://localhost:${port}`;
  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) { child.kill('SIGTERM'); await gone; }
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 300; tries += 1) {
    const ready = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) return { url, stop };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await stop();
  throw new Error('the program did not become ready');
}
