// Takes the guards out of the reminder core's SQL, one at a time, and asks the tests whether they notice.
//   node infra/checks/mutate-guards.mjs [text …]      only guards whose "file:line kind" contains one of the texts
// A guard that can be missing without any test failing is listed with its place, and the exit code is 1.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { providePnpm, ROOT, setUp } from '../run/setup.mjs';
import { EQUIVALENT } from './equivalent-guards.mjs';
import { mutantsOf } from './mutants.mjs';

const FEATURES = 'apps/server/src/features';
const ROOMS = ['mails', 'deliveries', 'sending', 'reminders', 'sweeps', 'forecast'];
/** The tests that must notice: those made for the room, and, where they do not, all others. */
const test = (name) => `${FEATURES}/${name}.db.test.ts`;
const OWN = { mails: 'sending/sending', forecast: 'forecast/forecast', deliveries: 'sending/guards', sending: 'sending/guards', reminders: 'sweeps/guards', sweeps: 'sweeps/guards' };
const OTHERS = ['sending/guards', 'sweeps/guards', 'sending/sending', 'sending/early-offers', 'sending/fences', 'sending/people-act', 'sweeps/sweeps'];

const say = (line) => process.stdout.write(`${line}\n`);
const stores = ROOMS.flatMap((room) => readdirSync(join(ROOT, FEATURES, room)).filter((name) => name.endsWith('.store.ts')).map((name) => `${FEATURES}/${room}/${name}`));
const all = stores.flatMap((store) => mutantsOf(readFileSync(join(ROOT, store), 'utf8')).map((mutant) => ({ ...mutant, store, place: `${store}:${mutant.line} ${mutant.kind}` })));
const reasonFor = ({ store, text, line }) => EQUIVALENT.find((one) => basename(store) === one.store && text === one.text && one.near.test(around(store, line)))?.reason;
const wanted = process.argv.slice(2);
const chosen = all.filter(({ place }) => wanted.length === 0 || wanted.some((text) => place.includes(text)));

await setUp({ say });
const pnpm = await providePnpm();
const folder = mkdtempSync(join(tmpdir(), 'tawama-mutants-'));
const survivors = [];
let [noticed, equivalent] = [0, 0];
try {
  if ((await ask(undefined, 'all')).status !== 'passed') throw new Error('the tests fail with every guard in place');
  const queue = [...chosen.entries()];
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await judge(next[1], String(next[0]));
  }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const survivor of survivors) say(`SURVIVED: ${survivor}`);
say(`${noticed} guards noticed, ${survivors.length} survived, ${equivalent} make no difference`);
process.exit(survivors.length === 0 ? 0 : 1);

/** Asks about one guard and says what came out. */
async function judge(mutant, number) {
  const reason = reasonFor(mutant);
  const short = `${mutant.place.replace(`${FEATURES}/`, '')}: ${mutant.text.replace(/\s+/g, ' ').slice(0, 70)}`;
  if (reason) { equivalent += 1; say(`equal      ${short} — ${reason}`); return; }
  const { status, by } = await ask(mutant, number);
  if (status === 'passed') { survivors.push(short); say(`SURVIVED   ${short}`); } else { noticed += 1; say(`noticed    ${short} — ${by}`); }
}

/** @returns whether all tests passed, else the name of the first that did not */
async function ask(mutant, number) {
  const own = mutant ? OWN[mutant.store.split('/').at(-2)] : undefined;
  const first = own ? await run([test(own)], mutant, number) : { status: 'passed' };
  return first.status === 'passed' ? run(OTHERS.filter((name) => name !== own).map(test), mutant, number) : first;
}

async function run(tests, mutant, number) {
  const report = join(folder, `${number}.json`);
  rmSync(report, { force: true });
  const variables = mutant ? { WITHOUT_GUARD: JSON.stringify({ ...mutant, file: join(ROOT, mutant.store) }) } : {};
  const complaint = await vitest(['run', '--project', 'db', ...(mutant ? ['--bail', '1'] : []), '--testTimeout', '30000', '--reporter=json', `--outputFile.json=${report}`, ...tests], variables);
  if (!existsSync(report)) throw new Error(`the tests did not run: ${complaint}`);
  const results = JSON.parse(readFileSync(report, 'utf8')).testResults;
  const failed = results.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed');
  const broken = results.find(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  // A file that cannot even be read proves nothing about the guard.
  if (broken) throw new Error(`${broken.name}: ${broken.message}`);
  return failed ? { status: 'failed', by: failed.fullName } : { status: 'passed' };
}

/** @returns what it complained of */
function vitest(args, variables) {
  return new Promise((done) => {
    const child = spawn(pnpm.command, [...pnpm.args, 'exec', 'vitest', ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], env: { ...pnpm.env, NODE_ENV: 'test', ...variables } });
    let complaint = '';
    child.stderr.on('data', (chunk) => { complaint = (complaint + chunk.toString()).slice(-4_000); });
    child.on('error', (error) => done(String(error)));
    child.on('close', () => done(complaint));
  });
}

function around(store, line) {
  return readFileSync(join(ROOT, store), 'utf8').split('\n').slice(Math.max(0, line - 8), line + 3).join('\n');
}
