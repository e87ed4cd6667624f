import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianPostgres, redisServer } from './tools.js';

export interface TestServer {
  url: string;
  port: number;
  /** Ends it at once, as a crash would. */
  stop(): Promise<void>;
}

/** A port that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });
}

export interface TestRedis extends TestServer {
  /** One command, such as FLUSHALL. @returns the raw answer @throws Error when Redis answers with an error */
  command(...words: string[]): Promise<string>;
}

/** A Redis of its own, without persistence, that evicts nothing. @throws Error when the machine has none */
export async function startRedis(options: { port?: number; policy?: string } = {}): Promise<TestRedis> {
  const program = redisServer();
  if (!program) throw new Error('redis-server is not installed');
  const port = options.port ?? await freePort();
  const limits = options.policy ? ['--maxmemory', '50mb', '--maxmemory-policy', options.policy] : [];
  const server = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...limits], { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, fail) => {
    server.on('error', fail);
    server.on('exit', (code) => fail(new Error(`redis-server ended with ${code}`)));
    server.stdout.on('data', (chunk: Buffer) => { if (chunk.includes('Ready to accept')) ready(); });
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    command: (...words) => tellRedis(port, words),
    stop: () => new Promise((done) => {
      if (server.exitCode !== null || server.signalCode !== null) return done();
      server.on('exit', () => done());
      server.kill('SIGKILL');
    }),
  };
}

function tellRedis(port: number, words: string[]): Promise<string> {
  return new Promise((answered, fail) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', fail);
    socket.on('data', (chunk: Buffer) => {
      socket.destroy();
      const text = chunk.toString();
      if (text.startsWith('-')) fail(new Error(text.trim()));
      else answered(text);
    });
    socket.write(`*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`);
  });
}

export interface TestPostgres extends TestServer {
  /** Starts it again on the same port after `stop` or `restart`. */
  start(): void;
  /** Stops and starts it; `immediate` is a crash with recovery. */
  restart(mode: 'fast' | 'immediate'): void;
  /** Stops it for good and removes its data. */
  remove(): void;
}

/** The distribution's PostgreSQL in a temporary folder, with an empty database `tawama`. @throws Error when the machine has none */
export async function startDebianPostgres(): Promise<TestPostgres> {
  const bin = debianPostgres();
  if (!bin) throw new Error('no PostgreSQL of the distribution is installed');
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'tawama-debian-'));
  chmodSync(folder, 0o755);
  const user = ordinaryUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const call = (program: string, args: string[]) => {
    const run = spawnSync(join(bin, program), args, { cwd: '/', encoding: 'utf8', stdio: program === 'pg_ctl' ? 'ignore' : 'pipe', ...user });
    if (run.status !== 0) throw new Error(`${program}: ${run.stderr ?? ''} ${tail(join(folder, 'log'))}`);
  };
  const start = () => call('pg_ctl', ['-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c max_connections=200`, 'start']);
  const stop = (mode: string) => call('pg_ctl', ['-D', data, '-w', '-s', '-m', mode, 'stop']);
  call('initdb', ['-D', data, '-U', 'tawama', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync']);
  start();
  call('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'tawama', 'tawama']);
  return {
    url: `postgres://tawama@127.0.0.1:${port}/tawama`,
    port,
    start,
    stop: async () => stop('immediate'),
    restart(mode) { stop(mode); start(); },
    remove() {
      try { stop('immediate'); } catch { /* it was stopped before */ }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL does not run as root; any other user that exists will do. */
function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((entry) => /^(postgres|nobody):/.test(entry));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

function tail(file: string): string {
  try { return readFileSync(file, 'utf8').slice(-500); } catch { return ''; }
}
