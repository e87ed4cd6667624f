import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One side of a comparison, alone in a process of its own: what it keeps in memory and what it has compiled is nobody else's. */
export interface Contender<Order, Answer> {
  run(order: Order): Promise<Answer>;
  end(): Promise<void>;
}
type Call = { settings: unknown } | { order: unknown } | 'end';
type Reply = { answer: unknown } | { error: string };

/** In the contender's file: makes it once from its settings, then answers orders one after the other. */
export function serve<Settings, Order, Answer>(make: (settings: Settings) => Promise<Contender<Order, Answer>>): void {
  let contender: Contender<Order, Answer> | undefined;
  const act = async (call: Call): Promise<unknown> => {
    if (call === 'end') { await contender?.end(); return undefined; }
    if ('settings' in call) { contender = await make(call.settings as Settings); return undefined; }
    return contender?.run(call.order as Order);
  };
  process.on('message', (call: Call) => {
    void act(call).then((answer): Reply => ({ answer }), (error: unknown): Reply => ({ error: error instanceof Error ? error.stack ?? error.message : String(error) }))
      .then((reply) => process.send?.(reply, undefined, undefined, () => { if (call === 'end') process.exit(0); }));
  });
  // Its master is gone: nobody will say `end`.
  process.on('disconnect', () => process.exit(1));
}

/** Starts a contender. @param file its name in `bench/contenders`, without ending */
export async function hire<Settings, Order, Answer>(file: string, settings: Settings): Promise<Contender<Order, Answer>> {
  const child = fork(fileURLToPath(new URL(`../contenders/${file}.js`, import.meta.url)), {
    serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: ['--enable-source-maps', ...profiled()],
  });
  const say = (call: Call): Promise<unknown> => ask(child, file, call);
  await say({ settings });
  return {
    run: async (order) => await say({ order }) as Answer,
    async end() {
      if (!child.connected) return;
      const ended = new Promise((done) => { child.on('exit', done); });
      await say('end').catch(() => child.kill('SIGKILL'));
      await ended;
    },
  };
}

/** BENCH_PROFILE=folder writes a CPU profile of every contender there. */
function profiled(): string[] {
  const folder = process.env['BENCH_PROFILE'];
  return folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
}

function ask(child: ChildProcess, file: string, call: Call): Promise<unknown> {
  return new Promise((done, fail) => {
    const gone = (code: number | null, signal: string | null): void => fail(new Error(`${file} ended before it answered (${signal ?? code})`));
    child.once('exit', gone);
    child.once('message', (reply: Reply) => {
      child.off('exit', gone);
      if ('error' in reply) fail(new Error(`${file}: ${reply.error}`));
      else done(reply.answer);
    });
    child.send(call);
  });
}
