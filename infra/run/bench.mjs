// npm run bench: set-up, the servers that peers need, then the benchmarks of apps/server/bench.
import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { providePnpm, ROOT, run, setUp, SetUpError } from './setup.mjs';
import { POSTGRES, provide, REDIS } from './tools.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
const SERVER = join(ROOT, 'apps/server');

try {
  await setUp({ say });
  provide([REDIS, POSTGRES], { say, otherwise: 'what is compared with it is left out' });
  const pnpm = await providePnpm();
  await run(pnpm, ['--filter', '@tawama/server', 'run', 'bench'], 'the benchmarks could not be compiled');
  // The program reads its version from the package it lies in.
  copyFileSync(join(SERVER, 'package.json'), join(SERVER, 'bench/dist/package.json'));
} catch (error) {
  process.stderr.write(`${error instanceof SetUpError ? error.message : error?.stack ?? error}\n`);
  process.exit(1);
}
const child = spawn(process.execPath, ['--enable-source-maps', join(SERVER, 'bench/dist/bench/main.js'), ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
child.on('close', (code) => process.exit(code ?? 1));
