// Everything between a fresh clone and a program that can start. Needs Node and npm, nothing else.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressFolder } from './compress.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const OWN = join(ROOT, '.setup');
const STAMP = join(OWN, 'stamp.json');
const LOG = join(OWN, 'setup.log');
/** Without a network the first start says so within seconds instead of minutes. */
const RETRIES = [['fetch-retries', 1], ['fetch-retry-mintimeout', 500], ['fetch-retry-maxtimeout', 3000]];
const LEAST_NODE = [20, 19];

/** Something the operator can put right; the message is the one line to show. */
export class SetUpError extends Error {}

let running;
const end = (signal, code) => () => { running?.kill(signal); process.exit(code); };
const onTerm = end('SIGTERM', 143);
const onInt = end('SIGINT', 130);

/** Brings the checkout to the state that its lock file and sources describe; does nothing when it is there already. */
export async function setUp({ say = (line) => process.stdout.write(`${line}\n`) } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    throw new SetUpError(`Node ${LEAST_NODE.join('.')} or newer is needed, this is ${process.versions.node}`);
  }
  process.once('SIGTERM', onTerm);
  process.once('SIGINT', onInt);
  try {
    // Nothing to do needs no lock: an api and a worker may start from one checkout at the same moment.
    if (state().built) return;
    mkdirSync(OWN, { recursive: true });
    const unlock = await lock();
    try { await steps(say); } finally { unlock(); }
  } catch (error) {
    throw explain(error);
  } finally {
    process.off('SIGTERM', onTerm);
    process.off('SIGINT', onInt);
  }
}

/** What the lock file and the sources ask for, and how much of it is there. */
function state() {
  const done = readStamp();
  const wanted = { install: `${process.platform}-${process.arch}-${process.versions.modules}-${hashOf(installInputs())}`, build: hashOf(buildInputs()) };
  const installed = done.install === wanted.install && existsSync(join(ROOT, 'node_modules', '.modules.yaml'));
  const built = installed && done.build === wanted.build && existsSync(join(ROOT, 'apps/server/dist/main.js')) && existsSync(join(ROOT, 'apps/admin/dist/index.html'));
  return { wanted, installed, built };
}

async function steps(say) {
  const { wanted, installed, built } = state();
  if (built) return;

  const step = async (name, work) => {
    const from = performance.now();
    await work();
    say(`  ${name.padEnd(34)} ${((performance.now() - from) / 1000).toFixed(1)} s`);
  };
  say('Setting up:');
  writeFileSync(LOG, '');
  let pnpm = await findPnpm();
  if (!pnpm) {
    await step('fetching the package manager', async () => { pnpm = await fetchPnpm(); });
  }
  if (!installed) {
    await step('installing packages', () => run(pnpm, ['install', '--frozen-lockfile'], 'the packages could not be installed'));
    stamp({ install: wanted.install });
  }
  await step('building', async () => {
    await run(pnpm, ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only', '--no-update-notifier'], 'the build failed');
    compressFolder(join(ROOT, 'apps/admin/dist'));
  });
  stamp({ install: wanted.install, build: wanted.build });
}

/** Runs a command of pnpm with the environment it and turbo need; its output goes to .setup/setup.log. */
export function run(pnpm, args, failure) {
  return new Promise((done, fail) => {
    const log = createWriteStream(LOG, { flags: 'a' });
    log.on('error', fail);
    let tail = '';
    const keep = (chunk) => { log.write(chunk); tail = (tail + chunk.toString()).slice(-4000); };
    running = spawn(pnpm.command, [...pnpm.args, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: pnpm.env });
    running.stdout.on('data', keep);
    running.stderr.on('data', keep);
    running.on('error', fail);
    running.on('close', (code) => {
      running = undefined;
      log.end();
      if (code === 0) return done();
      tail = tail.replace(/\u001b\[[0-9;]*m/g, '');
      const reason = /ENOSPC|no space left/i.test(tail) ? 'the disk is full'
        : /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|network|dns error|error sending request/i.test(tail) ? 'the network does not answer'
        : tail.split('\n').map((line) => line.trim()).filter((line) => /error/i.test(line)).at(0)?.slice(0, 300) ?? `exit code ${code}`;
      fail(new SetUpError(`${failure}: ${reason} (all of it in ${LOG})`));
    });
  });
}

/** pnpm at the version that package.json pins: the one on the PATH, else the one fetched before. */
async function findPnpm() {
  const retries = Object.fromEntries(RETRIES.map(([name, value]) => [`pnpm_config_${name.replaceAll('-', '_')}`, String(value)]));
  const env = { ...process.env, ...retries, CI: '1', DO_NOT_TRACK: '1', TURBO_TELEMETRY_DISABLED: '1', NODE_ENV: 'development', FORCE_COLOR: '0', npm_config_loglevel: undefined };
  const fetched = join(OWN, 'pnpm', 'node_modules', '.bin');
  for (const [command, path] of [['pnpm', process.env.PATH], [join(fetched, 'pnpm'), `${fetched}${delimiter}${process.env.PATH}`]]) {
    // Outside the checkout: inside it pnpm would look at packageManager before it says its version.
    const version = spawnSync(command, ['--version'], { cwd: '/', encoding: 'utf8', env: { ...env, PATH: path } }).stdout?.trim();
    if (version === pinned()) return { command, args: [], env: { ...env, PATH: path } };
  }
  return undefined;
}

/** The package manager to run. The one that the set-up found on the PATH may be gone since: then it is fetched. */
export async function providePnpm() { return await findPnpm() ?? fetchPnpm(); }

async function fetchPnpm() {
  const folder = join(OWN, 'pnpm');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  // Not corepack: its signatures are not there with every registry.
  await run({ command: 'npm', args: [], env: process.env }, ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', '--loglevel=error', ...RETRIES.map(([name, value]) => `--${name}=${value}`), `pnpm@${pinned()}`], 'the package manager could not be fetched');
  const found = await findPnpm();
  if (!found) throw new SetUpError(`pnpm ${pinned()} was fetched but does not run (see ${LOG})`);
  return found;
}

function pinned() {
  return JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).packageManager.replace(/^pnpm@/, '').replace(/\+.*$/, '');
}

const packages = () => ['packages', 'apps'].flatMap((group) => readdirSync(join(ROOT, group)).map((name) => join(group, name)));

function installInputs() {
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...packages().map((folder) => join(folder, 'package.json'))];
}

/** What the build reads and does not write itself. */
export function buildInputs() {
  const files = ['tsconfig.base.json', 'turbo.json', ...installInputs()];
  const walk = (folder) => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      if (['node_modules', 'dist', '.turbo', 'test', 'bench', 'generated'].includes(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
      if (entry.isDirectory()) walk(join(folder, entry.name));
      else files.push(join(folder, entry.name));
    }
  };
  packages().forEach(walk);
  return files;
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...new Set(files)].sort()) {
    if (existsSync(join(ROOT, file))) hash.update(file).update('\0').update(readFileSync(join(ROOT, file))).update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}

function readStamp() {
  try { return JSON.parse(readFileSync(STAMP, 'utf8')); } catch { return {}; }
}

function stamp(content) { writeFileSync(STAMP, `${JSON.stringify(content)}\n`); }

/** One set-up at a time in one checkout. The kernel frees the lock however this process ends. */
async function lock() {
  const name = `tawama-setup-${createHash('sha256').update(ROOT).digest('hex').slice(0, 24)}`;
  const server = createServer((socket) => socket.end(String(process.pid)));
  const address = process.platform === 'linux' ? `\0${name}` : join(OWN, 'lock.sock');
  await new Promise((done, fail) => {
    server.once('error', (error) => {
      fail(error.code === 'EADDRINUSE' ? new SetUpError(`another start is setting up ${ROOT} at this moment; wait until it is done${process.platform === 'linux' ? '' : ` (or remove ${address})`}`) : error);
    });
    server.listen(address, done);
  });
  return () => { server.close(); if (process.platform !== 'linux') rmSync(address, { force: true }); };
}

function explain(error) {
  if (error instanceof SetUpError) return error;
  if (error?.code === 'ENOSPC') return new SetUpError(`the disk of ${ROOT} is full`);
  if (error?.code === 'EACCES' || error?.code === 'EROFS') return new SetUpError(`${ROOT} cannot be written to by this user`);
  return error;
}
