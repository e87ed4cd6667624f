import { connect, type Socket } from 'node:net';
import { serve } from '../harness/contender.js';
import { percentile } from '../harness/statistics.js';

export interface LoadSettings { url: string; headers: Record<string, string> }
export interface Asked { method: 'GET' | 'POST'; path: string; body?: string }
/** Every connection asks the next of `asked` as soon as it has its answer. */
export interface LoadOrder { connections: number; asked: Asked[]; count: number }
export interface LoadAnswer { perSecond: number; p50: number; p99: number; statuses: Record<string, number> }

/** Asks over connections that stay open, with as little work of its own as it can. Latencies in milliseconds. */
serve<LoadSettings, LoadOrder, LoadAnswer>(async ({ url, headers }) => {
  const { hostname, port, host } = new URL(url);
  const head = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const bytesOf = ({ method, path, body }: Asked): Buffer => Buffer.from(
    `${method} ${path} HTTP/1.1\r\n${head}${body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`}\r\n${body ?? ''}`);
  return {
    async run({ connections, asked, count }) {
      const requests = asked.map(bytesOf);
      const latencies: number[] = [];
      const statuses: Record<string, number> = {};
      let next = 0;
      const from = performance.now();
      await Promise.all(Array.from({ length: connections }, async () => {
        const line = await openLine(Number(port), hostname);
        for (let n = next++; n < count; n = next++) {
          const asking = performance.now();
          const status = await line.ask(requests[n % requests.length] ?? Buffer.of());
          latencies.push(performance.now() - asking);
          statuses[status] = (statuses[status] ?? 0) + 1;
        }
        line.socket.destroy();
      }));
      return { perSecond: count / ((performance.now() - from) / 1000), p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), statuses };
    },
    async end() {},
  };
});

async function openLine(port: number, host: string): Promise<{ socket: Socket; ask(request: Buffer): Promise<string> }> {
  const socket = connect({ port, host, noDelay: true });
  await new Promise<void>((done, fail) => { socket.once('connect', done); socket.once('error', fail); });
  let settle: (status: string) => void = () => {};
  let refuse: (error: Error) => void = () => {};
  let got: Buffer[] = [];
  let wanted = -1;
  let size = 0;
  socket.on('error', (error) => refuse(error));
  socket.on('close', () => refuse(new Error('the server closed the connection')));
  socket.on('data', (chunk: Buffer) => {
    got.push(chunk);
    size += chunk.length;
    if (wanted < 0) {
      const text = (got.length === 1 ? chunk : Buffer.concat(got)).toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /^content-length: (\d+)/im.exec(text.slice(0, end));
      if (!length) { refuse(new Error(`an answer without a length: ${text.slice(0, 200)}`)); return; }
      wanted = end + 4 + Number(length[1]);
    }
    if (size < wanted) return;
    const status = (got[0] ?? chunk).toString('latin1', 9, 12);
    got = [];
    size = 0;
    wanted = -1;
    settle(status);
  });
  return { socket, ask: (request) => new Promise((done, fail) => { settle = done; refuse = fail; socket.write(request); }) };
}
