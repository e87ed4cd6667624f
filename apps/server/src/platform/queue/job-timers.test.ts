import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Env } from '../env.js';
import { Lifecycle } from '../lifecycle.js';
import { createLog } from '../log.js';
import { JobTimers } from './job-timers.js';
import { WorkQueue } from './work-queue.js';

const log = createLog('silent');

function timersOf(role: string) {
  const lifecycle = new Lifecycle(log, 1_000);
  const asked: string[] = [];
  const queue = Object.assign(Object.create(WorkQueue.prototype) as WorkQueue, { nudge: (job: string) => { asked.push(job); return Promise.resolve(true); } });
  const env = Env.read({ ROLE: role, ...(role === 'all' ? {} : { DATABASE_URL: 'postgres://localhost/x' }) });
  return { asked, lifecycle, timers: new JobTimers(queue, env, lifecycle, log) };
}

describe('a job that is asked for when the rows say so', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('is looked for after the first pause and then again and again, and only asked for when it is due', async () => {
    const { asked, timers } = timersOf('all');
    const isDue = vi.fn().mockResolvedValueOnce(false).mockResolvedValue(true);
    timers.watch({ job: 'agreements.vitality', isDue, firstLookMs: 5_000, everyMs: 60_000 });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(isDue).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect([isDue.mock.calls.length, asked]).toEqual([1, []]);
    await vi.advanceTimersByTimeAsync(115_000);
    expect([isDue.mock.calls.length, asked]).toEqual([3, ['agreements.vitality', 'agreements.vitality']]);
  });

  it('is looked for again after a look that failed, and no more once the program stops', async () => {
    const { asked, lifecycle, timers } = timersOf('worker');
    const isDue = vi.fn().mockRejectedValueOnce(new Error('no database')).mockResolvedValue(true);
    timers.watch({ job: 'backup.nightly', isDue, firstLookMs: 1_000, everyMs: 10_000 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual(['backup.nightly']);
    const stopped = lifecycle.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    await stopped;
    expect(isDue).toHaveBeenCalledTimes(2);
  });

  it('is asked for every time where nothing says when it is due', async () => {
    const { asked, timers } = timersOf('worker');
    timers.watch({ job: 'evidence.tidy', everyMs: 10_000 });
    await vi.advanceTimersByTimeAsync(9_999);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_001);
    expect(asked).toEqual(['evidence.tidy', 'evidence.tidy']);
  });

  it('is no affair of a process that only answers requests', async () => {
    const { timers } = timersOf('api');
    const isDue = vi.fn().mockResolvedValue(true);
    timers.watch({ job: 'agreements.expire', isDue, firstLookMs: 1, everyMs: 2 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isDue).not.toHaveBeenCalled();
  });
});
