// npm run soak [-- r1 r3 …]: the fault laboratory with its full figures; the same code runs in npm test with small ones.
// SEED=… repeats every random choice of an earlier run. The last line says how many scenarios held; exit code 0: all of them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providePnpm, ROOT, setUp, SetUpError } from './setup.mjs';
import { POSTGRES, provide, REDIS } from './tools.mjs';

const say = (line) => process.stdout.write(`${line}\n`);
let child;
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { child?.kill(signal); process.exit(1); });

const seed = process.env.SEED ?? String(Math.floor(Math.random() * 1_000_000_000));
const folder = mkdtempSync(join(tmpdir(), 'tawama-soak-'));
const [figures, report] = [join(folder, 'figures.jsonl'), join(folder, 'report.json')];
try {
  await setUp({ say });
  provide([REDIS, POSTGRES], { say, otherwise: 'the scenarios that need it are skipped' });
  say(`── soak, SEED=${seed}`);
  const code = await run(await providePnpm(), ['exec', 'vitest', 'run', '--project', 'soak', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { SOAK: '1', SEED: seed, SOAK_ONLY: process.argv.slice(2).join(','), SOAK_REPORT: figures });
  process.exitCode = tell(code);
} catch (error) {
  say(`The soak did not run: ${error instanceof SetUpError ? error.message : error?.stack ?? error}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The table and the closing line. @returns the exit code */
function tell(code) {
  const measured = existsSync(figures) ? readFileSync(figures, 'utf8').trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)) : [];
  const tests = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap((file) => file.assertionResults) : [];
  say('');
  for (const { ancestorTitles: [name], status, duration } of tests) {
    const found = measured.find((one) => one.name === name)?.figures ?? {};
    const verdict = status === 'passed' ? 'held' : status === 'failed' ? 'BROKEN' : 'skipped';
    say(`${name.padEnd(12)} ${verdict.padEnd(8)} ${`${Math.round((duration ?? 0) / 1000)} s`.padStart(7)}   ${Object.entries(found).map(([what, figure]) => `${what} ${figure}`).join(' · ')}`);
  }
  const of = (status) => tests.filter((test) => test.status === status).length;
  const skipped = tests.length - of('passed') - of('failed');
  say(`${of('passed')} scenarios held, ${of('failed')} broken, ${skipped} skipped (SEED=${seed})`);
  return code === 0 && of('passed') > 0 && of('failed') === 0 ? 0 : 1;
}

function run(pnpm, args, variables) {
  return new Promise((done) => {
    child = spawn(pnpm.command, [...pnpm.args, ...args], { cwd: ROOT, stdio: 'inherit', env: { ...pnpm.env, NODE_ENV: 'test', ...variables } });
    child.on('error', () => done(1));
    child.on('close', (code) => { child = undefined; done(code ?? 1); });
  });
}
