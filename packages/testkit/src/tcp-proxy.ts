import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What is lost when a line is cut in the middle of a request: the request itself, or only its answer. */
export type Loss = 'request' | 'answer';

/** A line between a program and a server it uses, on which everything can go wrong. */
export interface TcpProxy {
  port: number;
  /** Lines now open and all there ever were. */
  readonly lines: { open: number; total: number };
  /** Every byte, either way, arrives this much later. */
  setLatency(milliseconds: number): void;
  /** Ends every open line politely, as a server that stops. @returns how many */
  cut(): number;
  /** Resets every open line, as a machine that fell over. @returns how many */
  reset(): number;
  /** From now on lines stay open and new ones are taken, but no byte goes through: a peer that vanished without a word. */
  halfOpen(): void;
  /** New lines are ended at once. */
  refuse(): void;
  /** Everything goes through again, also what `halfOpen` held back. */
  mend(): void;
  /**
   * Resets the line on which the next matching request comes: before it reaches the server, or when the server's answer is on its way.
   * @param pattern asked of each chunk the client sends, one byte a character
   * @returns settles when it has happened
   */
  resetAt(pattern: RegExp, lost: Loss): Promise<void>;
  close(): Promise<void>;
}

interface Line { client: Socket; server: Socket; doomed: (() => void) | undefined }
interface Ambush { pattern: RegExp; lost: Loss; done: () => void }

/** @param target where the lines lead to */
export async function startTcpProxy(target: { port: number; host?: string }): Promise<TcpProxy> {
  const lines = new Set<Line>();
  const flows = new Set<Flow>();
  const ambushes: Ambush[] = [];
  const state = { latency: 0, silent: false, refusing: false, total: 0 };

  const server = createServer({ allowHalfOpen: true }, (client) => {
    if (state.refusing) { client.destroy(); return; }
    state.total += 1;
    const upstream = connect({ port: target.port, host: target.host ?? '127.0.0.1', allowHalfOpen: true });
    const line: Line = { client, server: upstream, doomed: undefined };
    lines.add(line);
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    const [up, down] = [new Flow(upstream, state), new Flow(client, state)];
    flows.add(up).add(down);
    client.on('data', (chunk: Buffer) => {
      const text = chunk.toString('latin1');
      const place = ambushes.findIndex(({ pattern }) => pattern.test(text));
      const [ambush] = place < 0 ? [] : ambushes.splice(place, 1);
      if (ambush?.lost === 'request') { breakLine(line); ambush.done(); return; }
      if (ambush) line.doomed = ambush.done;
      up.push(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (!line.doomed) { down.push(chunk); return; }
      breakLine(line);
      line.doomed();
    });
    client.on('end', () => up.end());
    upstream.on('end', () => down.end());
    for (const [one, other] of [[client, upstream], [upstream, client]] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => { other.destroy(); lines.delete(line); flows.delete(up); flows.delete(down); up.stop(); down.stop(); });
    }
  });
  await new Promise<void>((ready, fail) => {
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => ready());
  });
  const all = (act: (line: Line) => void): number => { const open = [...lines]; open.forEach(act); return open.length; };

  return {
    port: (server.address() as AddressInfo).port,
    get lines() { return { open: lines.size, total: state.total }; },
    setLatency(milliseconds) { state.latency = milliseconds; },
    cut: () => all(({ client, server: upstream }) => { client.end(); upstream.end(); setImmediate(() => { client.destroySoon(); upstream.destroySoon(); }); }),
    reset: () => all(breakLine),
    halfOpen() { state.silent = true; },
    refuse() { state.refusing = true; },
    mend() {
      state.silent = false;
      state.refusing = false;
      flows.forEach((flow) => flow.pump());
    },
    resetAt: (pattern, lost) => new Promise((done) => { ambushes.push({ pattern, lost, done }); }),
    close: () => new Promise((done) => {
      all(breakLine);
      server.close(() => done());
    }),
  };
}

function breakLine({ client, server }: Line): void {
  client.resetAndDestroy();
  server.resetAndDestroy();
}

/** One direction of a line: keeps the order, whatever the latency becomes meanwhile. */
class Flow {
  private readonly waiting: { at: number; chunk: Buffer | undefined }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private last = 0;

  constructor(private readonly to: Socket, private readonly state: { latency: number; silent: boolean }) {}

  push(chunk: Buffer | undefined): void {
    this.last = Math.max(this.last, performance.now() + this.state.latency);
    this.waiting.push({ at: this.last, chunk });
    this.pump();
  }

  end(): void { this.push(undefined); }

  stop(): void {
    clearTimeout(this.timer);
    this.waiting.length = 0;
  }

  pump(): void {
    clearTimeout(this.timer);
    while (!this.state.silent) {
      const [first] = this.waiting;
      if (!first) return;
      const wait = first.at - performance.now();
      if (wait > 0) { this.timer = setTimeout(() => this.pump(), wait); return; }
      this.waiting.shift();
      if (first.chunk === undefined) this.to.end();
      else if (!this.to.destroyed) this.to.write(first.chunk);
    }
  }
}
