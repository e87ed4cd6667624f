import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataFolder } from '../../data-folder.js';

/** Thrown when another process holds the folder; the message is for the operator. */
export class FolderTaken extends Error {}

export interface FolderLock { tell(address: string): void; release(): Promise<void> }

/**
 * Only one process may drive the cluster of a data folder. The lock is a socket without a file (Linux), so the
 * kernel releases it however the process ends; whoever comes second is told who holds it.
 * @throws FolderTaken; EnvError when there can be no such folder
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  makeDataFolder(folder);
  const real = realpathSync(folder);
  const name = `tawama-${createHash('sha256').update(real).digest('hex').slice(0, 24)}`;
  const address = process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  let told = '';
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(JSON.stringify({ pid: process.pid, address: told }));
  });
  if (!(await listens(server, address))) {
    const holder = await askHolder(address);
    if (holder === undefined && process.platform !== 'linux') {
      rmSync(address, { force: true });
      if (await listens(server, address)) return lockOf(server, (text) => { told = text; });
    }
    const who = holder ? ` (process ${holder.pid}${holder.address ? `, ${holder.address}` : ', still starting'})` : '';
    throw new FolderTaken(`Tawama is already running from ${real}${who}; stop it first, or give this one another DATA_DIR`);
  }
  return lockOf(server, (text) => { told = text; });
}

function lockOf(server: Server, tell: FolderLock['tell']): FolderLock {
  server.unref();
  return { tell, release: () => new Promise((done) => { server.close(() => done()); }) };
}

function listens(server: Server, address: string): Promise<boolean> {
  return new Promise((done, fail) => {
    const onError = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(false) : fail(error));
    server.once('error', onError);
    server.listen(address, () => { server.off('error', onError); done(true); });
  });
}

function askHolder(address: string): Promise<{ pid: number; address: string } | undefined> {
  return new Promise((done) => {
    let text = '';
    const socket = connect(address);
    socket.setTimeout(1_000, () => socket.destroy());
    socket.on('data', (chunk) => { text += chunk.toString(); });
    socket.on('error', () => {});
    socket.on('close', () => { try { done(JSON.parse(text) as { pid: number; address: string }); } catch { done(undefined); } });
  });
}
