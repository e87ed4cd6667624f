import { availableParallelism, loadavg } from 'node:os';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CASES } from './cases/index.js';
import { openGround } from './harness/ground.js';
import { page, table, type Outcome, type Results } from './harness/report.js';

const RESULTS = fileURLToPath(new URL('../../../../../bench/results.json', import.meta.url));
const PAGE = fileURLToPath(new URL('../../../../../docs/benchmarks.md', import.meta.url));

/** `npm run bench -- [--rounds=N] [--quick] [--forgetful] [--keep=FOLDER] [--page] [names…]`: every benchmark, or those that are named. */
async function main(words: readonly string[]): Promise<number> {
  const wanted = words.filter((word) => !word.startsWith('--'));
  const valueOf = (option: string): string | undefined => words.find((word) => word.startsWith(`--${option}=`))?.slice(option.length + 3);
  const rounds = Number(valueOf('rounds') ?? 3);
  const unknown = wanted.filter((name) => !(name in CASES));
  if (unknown.length > 0 || !(rounds >= 1)) {
    process.stderr.write(`usage: npm run bench -- [--rounds=N] [--quick] [--forgetful] [--keep=FOLDER] [--page] [${Object.keys(CASES).join(' | ')}]…\n`);
    return 1;
  }
  const say = (line: string): void => { process.stdout.write(`${line}\n`); };
  const ground = await openGround({ rounds, quick: words.includes('--quick'), forgetful: words.includes('--forgetful'), keep: valueOf('keep'), say });
  const outcomes: Outcome[] = [];
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { void ground.close().finally(() => process.exit(1)); });
  try {
    for (const [name, run] of Object.entries(CASES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      say(`── ${name}`);
      const load = loadavg()[0] ?? 0;
      const outcome: Outcome = { name, at: new Date().toISOString(), rounds, loadBefore: load, figures: await run(ground) };
      outcomes.push(outcome);
      say(table([outcome]));
      save(outcomes);
    }
  } finally {
    await ground.close();
  }
  if (words.includes('--page')) writeFileSync(PAGE, page(known(), Object.keys(CASES), readFileSync(PAGE, 'utf8')));
  if (outcomes.length > 1) say(table(outcomes));
  return 0;
}

/** What was measured now replaces what was measured before under the same name. */
function save(outcomes: readonly Outcome[]): void {
  const names = new Set(outcomes.map(({ name }) => name));
  const all = [...known().outcomes.filter(({ name }) => !names.has(name)), ...outcomes];
  const order = Object.keys(CASES);
  const results: Results = { machine: { cores: availableParallelism(), node: process.version }, outcomes: all.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name)) };
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}

function known(): Results {
  try { return JSON.parse(readFileSync(RESULTS, 'utf8')) as Results; } catch { return { machine: { cores: availableParallelism(), node: process.version }, outcomes: [] }; }
}

process.exitCode = await main(process.argv.slice(2));
