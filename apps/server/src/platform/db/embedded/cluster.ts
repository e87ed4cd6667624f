import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { makeDataFolder } from '../../data-folder.js';
import { findBinaries, SHARED_FOLDER, type Binaries } from './binaries.js';
import { canWrite, identity, unprivilegedUser, type RunAs } from './unprivileged.js';

const LEAST_NEW_BYTES = 100 * 1_048_576;
const LEAST_BYTES = 20 * 1_048_576;

const USER = 'tawama';
const DATABASE = 'tawama';

/** What tests trade safety for speed with; never for data that must survive. */
export const FAST_AND_FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

export interface ClusterOptions {
  /** Folder of the installation's data; the cluster lies in it, or under /var/lib/tawama when its user cannot reach it. */
  dataDir: string;
  settings?: Record<string, string>;
  /** Told what takes time, one line each. */
  say?: (line: string) => void;
}

/** One PostgreSQL server of our own, driven by the package's initdb and pg_ctl. It outlives a killed Node and is taken up again. */
export class EmbeddedCluster {
  /** The loopback port it listens on; 0 until it runs. */
  port = 0;

  private constructor(
    private readonly runs: { binaries: Binaries; user: RunAs | undefined },
    private readonly password: string,
    private readonly settings: Record<string, string>,
    /** The cluster's folder. */
    readonly folder: string,
  ) {}

  /** @throws Error with one line, when the cluster can be neither made nor started */
  static async start({ dataDir, settings = {}, say = () => {} }: ClusterOptions): Promise<EmbeddedCluster> {
    const user = unprivilegedUser();
    const binaries = findBinaries(user);
    if (binaries.copied) say(`PostgreSQL runs as user ${user?.name} from ${binaries.folder}, which that user can reach`);
    makeDataFolder(dataDir);
    const password = secretIn(dataDir);
    // Written last: without it a killed first start left half a cluster, which is made anew.
    const marker = join(dataDir, 'cluster-folder');
    const isNew = !existsSync(marker);
    const folder = isNew ? newFolder(dataDir, user) : resolve(dataDir, readFileSync(marker, 'utf8').trim());
    if (!folder.startsWith(dataDir)) say(`the database lies in ${folder}: user ${user?.name} cannot reach ${dataDir}`);
    const cluster = new EmbeddedCluster({ binaries, user }, password, settings, folder);
    if (isNew) await cluster.init();
    await cluster.ensureRunning();
    if (isNew) {
      await cluster.createDatabase(DATABASE);
      writeFileSync(marker, relative(dataDir, folder).startsWith('..') ? folder : relative(dataDir, folder), { mode: 0o600 });
    }
    return cluster;
  }

  url(database: string = DATABASE): string {
    return `postgres://${USER}:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Is the server process there? */
  isAlive(): boolean {
    const pid = this.postmaster()?.pid;
    return pid !== undefined && isPostgres(pid);
  }

  /** Attaches to a server that still runs from this folder, or starts one on the port it had before if it can. */
  async ensureRunning(): Promise<void> {
    // Pools hold the address of a server that ran before: it must come back where it was.
    const keepPort = this.port !== 0;
    const running = this.postmaster();
    if (running && isPostgres(running.pid)) {
      this.port = running.port;
      if (await this.answers(60_000)) return;
    } else if (running) {
      // The process id was given to another program since the crash; PostgreSQL would take that program for itself.
      rmSync(join(this.folder, 'postmaster.pid'), { force: true });
    }
    let complaint = '';
    for (let attempt = 0; attempt < 20; attempt += 1) {
      if (this.port === 0) this.port = await freePort();
      rmSync(join(this.folder, 'start.log'), { force: true });
      const result = await this.run('pg_ctl', ['-D', this.folder, '-w', '-t', '120', '-s', '-l', join(this.folder, 'start.log'), '-o', this.serverOptions(), 'start']);
      if (result.code === 0) return;
      const log = readLog(join(this.folder, 'start.log'));
      complaint = log || result.output;
      // The last server's children may hold the shared memory a moment longer; another program may have taken the port.
      if (!/shared memory block|still in use|Address already in use|could not bind/i.test(log)) break;
      if (/Address already|could not bind/i.test(log) && !keepPort) this.port = 0;
      await pause(500);
    }
    this.refuseFullDisk(LEAST_BYTES);
    throw new Error(`PostgreSQL did not start: ${complaint.split('\n').filter(Boolean).slice(-3).join(' · ')}`);
  }

  /** Looks every two seconds whether the server is still there and starts it again, on the same port, when it is not. */
  keepAlive(say: (line: string) => void): { end(): void } {
    let busy = false;
    const timer = setInterval(() => {
      if (busy || this.isAlive()) return;
      busy = true;
      say('PostgreSQL has gone; starting it again');
      this.ensureRunning().catch((error: unknown) => say(String(error))).finally(() => { busy = false; });
    }, 2_000);
    timer.unref();
    return { end: () => clearInterval(timer) };
  }

  /** Ends the server; clients are disconnected, nothing committed is lost. */
  async stop(): Promise<void> {
    await this.run('pg_ctl', ['-D', this.folder, '-m', 'fast', '-w', '-t', '20', '-s', 'stop']);
    if (this.isAlive()) await this.run('pg_ctl', ['-D', this.folder, '-m', 'immediate', '-w', '-t', '10', '-s', 'stop']);
  }

  /** Creates an empty database. */
  async createDatabase(name: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url('postgres') });
    await client.connect();
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    } finally {
      await client.end();
    }
  }

  private async init(): Promise<void> {
    const passwordFile = `${this.folder}.password`;
    writeFileSync(passwordFile, this.password, { mode: 0o600 });
    if (this.runs.user) chownSync(passwordFile, this.runs.user.uid, this.runs.user.gid);
    try {
      const result = await this.run('initdb', [
        '-D', this.folder, '-U', USER, '-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
        '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...(this.settings['fsync'] === 'off' ? ['--no-sync'] : []),
      ]);
      if (result.code !== 0) {
        this.refuseFullDisk(LEAST_NEW_BYTES);
        throw new Error(`the database could not be made in ${this.folder}: ${result.output.trim().split('\n').filter(Boolean).slice(-2).join(' · ')}`);
      }
    } finally {
      rmSync(passwordFile, { force: true });
    }
  }

  /** A full disk has many faces, none of which says so. */
  private refuseFullDisk(leastBytes: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    if (bavail * bsize < leastBytes) throw new Error(`the disk of ${this.folder} is full (${Math.floor((bavail * bsize) / 1_048_576)} MB free)`);
  }

  private serverOptions(): string {
    const settings: Record<string, string> = {
      listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '100', shared_buffers: '128MB', timezone: 'UTC', jit: 'off',
      logging_collector: 'on', log_filename: 'postgresql-%a.log', log_truncate_on_rotation: 'on', log_rotation_age: '1d', ...this.settings,
    };
    return [`-p ${this.port}`, ...Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)].join(' ');
  }

  private postmaster(): { pid: number; port: number } | undefined {
    try {
      const lines = readFileSync(join(this.folder, 'postmaster.pid'), 'utf8').split('\n');
      return { pid: Number(lines[0]), port: Number(lines[3]) };
    } catch {
      return undefined;
    }
  }

  private async answers(patienceMs: number): Promise<boolean> {
    const end = performance.now() + patienceMs;
    while (performance.now() < end) {
      const client = new pg.Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 5_000 });
      client.on('error', () => {});
      try {
        await client.connect();
        await client.end();
        return true;
      } catch {
        if (!this.isAlive()) return false;
        await pause(200);
      }
    }
    throw new Error(`the PostgreSQL that runs from ${this.folder} does not answer`);
  }

  private run(program: string, args: string[]): Promise<{ code: number; output: string }> {
    return new Promise((done, fail) => {
      // pg_ctl hands its open files to the server, so only a file may be given to it, never a pipe that would be waited for.
      const starts = args.at(-1) === 'start';
      const child = spawn(join(this.runs.binaries.folder, program), args, {
        cwd: '/', stdio: starts ? 'ignore' : ['ignore', 'pipe', 'pipe'], env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }, ...identity(this.runs.user),
      });
      let output = '';
      child.stdout?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
      child.stderr?.on('data', (chunk: Buffer) => { output += chunk.toString(); });
      child.on('error', fail);
      child.on('close', (code) => done({ code: code ?? 1, output }));
    });
  }
}

/** The database password: made once, readable by the owner of the data only. */
function secretIn(dataDir: string): string {
  const folder = join(dataDir, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return readOrMake(join(folder, 'database-password'), () => randomBytes(24).toString('base64url'));
}

function newFolder(dataDir: string, user: RunAs | undefined): string {
  let folder = join(dataDir, 'postgres');
  rmSync(folder, { recursive: true, force: true });
  mkOwned(folder, user);
  if (!canWrite(folder, user)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
    // Random rather than a hash of the path: a new checkout in an old place must not find the old one's data.
    const home = join(SHARED_FOLDER, randomBytes(6).toString('hex'));
    mkOwned(home, user);
    folder = join(home, 'postgres');
    mkOwned(folder, user);
  }
  return folder;
}

function mkOwned(folder: string, user: RunAs | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

function readOrMake(file: string, make: () => string): string {
  try {
    writeFileSync(file, make(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    if (process.platform === 'linux') return /^\d+ \(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readLog(file: string): string {
  try { return readFileSync(file, 'utf8'); } catch { return ''; }
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? found(address.port) : fail(new Error('no free port'))));
    });
  });
}
