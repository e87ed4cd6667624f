import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@tawama/testkit';

const MAIN = fileURLToPath(new URL('../../../../dist/main.js', import.meta.url));

export interface Program { url: string; pid: number; dataDir: string; output(): string; stop(): Promise<void> }

/** The built program, as an operator runs it, in a process of its own; settles when it serves. @param variables its environment */
export async function startProgram(variables: Record<string, string>): Promise<Program> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tawama-bench-data-'));
  const port = String(await freePort());
  const profile = process.env['BENCH_PROFILE'];
  const child = spawn(process.execPath, [...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]), MAIN], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: 'warn', PORT: port, ...variables }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const orphan = (): void => { child.kill('SIGKILL'); };
  process.once('exit', orphan);
  child.once('close', () => process.off('exit', orphan));
  let output = '';
  const ended = new Promise<void>((done) => { child.on('close', () => done()); });
  await new Promise<void>((ready, fail) => {
    const hear = (chunk: Buffer): void => { output += chunk.toString(); if (output.includes('Tawama is ready')) ready(); };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => fail(new Error(`the program ended: ${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, dataDir, output: () => output,
    async stop() { child.kill('SIGTERM'); await ended; rmSync(dataDir, { recursive: true, force: true }); },
  };
}
