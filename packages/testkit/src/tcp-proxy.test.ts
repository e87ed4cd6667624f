import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.js';

let echo: Server;
let heard: string[];
let proxy: TcpProxy;
let clients: Socket[];

beforeEach(async () => {
  [heard, clients] = [[], []];
  echo = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => { heard.push(chunk.toString()); socket.write(`you said ${chunk.toString()}`); });
  });
  await new Promise<void>((ready) => echo.listen(0, '127.0.0.1', () => ready()));
  proxy = await startTcpProxy({ port: (echo.address() as AddressInfo).port });
});
afterEach(async () => {
  clients.forEach((client) => client.destroy());
  await proxy.close();
  await new Promise((done) => echo.close(done));
});

/** A line through the proxy, what came over it, and how it ended: `open`, `ended` or the error's code. */
async function dial(): Promise<{ socket: Socket; say(text: string): void; got(): string; end(): string }> {
  const socket = connect(proxy.port, '127.0.0.1');
  clients.push(socket);
  let [got, end] = ['', 'open'];
  socket.on('data', (chunk) => { got += chunk.toString(); });
  socket.on('end', () => { end = 'ended'; });
  socket.on('error', (error: NodeJS.ErrnoException) => { end = error.code ?? error.message; });
  await new Promise((done) => socket.on('connect', done));
  return { socket, say: (text) => { socket.write(text); }, got: () => got, end: () => end };
}
const soon = { timeout: 2_000, interval: 5 };

it('carries both ways', async () => {
  const line = await dial();
  line.say('hello');
  await expect.poll(line.got, soon).toBe('you said hello');
  expect(proxy.lines).toEqual({ open: 1, total: 1 });
});

it('delays, and keeps the order when the delay shrinks', async () => {
  const line = await dial();
  proxy.setLatency(150);
  const from = performance.now();
  line.say('one ');
  await pause(20);
  proxy.setLatency(0);
  line.say('two');
  await expect.poll(line.got, soon).toMatch(/^you said one (you said )?two$/);
  expect(performance.now() - from).toBeGreaterThanOrEqual(145);
});

it('cuts politely and resets rudely', async () => {
  const [polite] = [await dial()];
  await expect.poll(() => proxy.lines.open, soon).toBe(1);
  expect(proxy.cut()).toBe(1);
  await expect.poll(polite.end, soon).toBe('ended');
  const rude = await dial();
  rude.say('x');
  await expect.poll(rude.got, soon).toBe('you said x');
  proxy.reset();
  await expect.poll(rude.end, soon).toBe('ECONNRESET');
});

it('falls silent without ending a line, and goes on where it stopped', async () => {
  const line = await dial();
  proxy.halfOpen();
  line.say('lost?');
  const late = await dial();
  late.say('also');
  await pause(100);
  expect([line.got(), line.end(), late.got(), late.end(), heard]).toEqual(['', 'open', '', 'open', []]);
  proxy.mend();
  await expect.poll(line.got, soon).toBe('you said lost?');
  await expect.poll(late.got, soon).toBe('you said also');
});

it('refuses new lines and keeps the old ones', async () => {
  const old = await dial();
  old.say('a');
  await expect.poll(old.got, soon).toBe('you said a');
  proxy.refuse();
  const late = await dial();
  await expect.poll(late.end, soon).not.toBe('open');
  old.say('b');
  await expect.poll(old.got, soon).toBe('you said ayou said b');
});

it('loses the request it waits for, or only its answer', async () => {
  for (const [lost, reached] of [['request', []], ['answer', ['COMMIT']]] as const) {
    heard.length = 0;
    const line = await dial();
    const other = await dial();
    const done = proxy.resetAt(/COMMIT/, lost);
    other.say('BEGIN');
    await expect.poll(other.got, soon).toBe('you said BEGIN');
    heard.length = 0;
    line.say('COMMIT');
    await done;
    await expect.poll(line.end, soon).toBe('ECONNRESET');
    expect([heard, line.got(), other.end()]).toEqual([reached, '', 'open']);
  }
});
