import { Injectable } from '@nestjs/common';
import { SendingStore } from '../sending/sending.store.js';
import { JobsStore, type TableFigures } from './jobs.store.js';
import { QueueLook, type QueueDepth } from './queue-look.js';

/** However many look, the tables are asked at most every five seconds. */
const FIGURES_LAST_MS = 5_000;
/** As often as the workers look for themselves. */
const INVARIANTS_LAST_MS = 60_000;
/** A database that hangs must not make a scrape hang. */
const PATIENCE_MS = 3_000;

/** The figures for whoever watches; nothing is asked of database or queue unless somebody looks. */
@Injectable()
export class Figures {
  private readonly kept = new Map<string, { at: number; answer: Promise<unknown> }>();

  constructor(private readonly store: JobsStore, private readonly look: QueueLook, private readonly sending: SendingStore) {}

  /** @returns undefined when the database does not answer */
  tables(): Promise<TableFigures | undefined> { return this.keep('tables', FIGURES_LAST_MS, () => patiently(this.store.figures())); }

  queue(): Promise<QueueDepth> { return this.keep('queue', FIGURES_LAST_MS, () => this.look.depth()); }

  /** Rows that contradict the promise. @throws when the database does not answer */
  broken(): Promise<number> { return this.keep('broken', INVARIANTS_LAST_MS, () => this.sending.broken()); }

  private keep<T>(name: string, lastsMs: number, ask: () => Promise<T>): Promise<T> {
    const last = this.kept.get(name) as { at: number; answer: Promise<T> } | undefined;
    if (last !== undefined && performance.now() - last.at < lastsMs) return last.answer;
    const answer = ask();
    this.kept.set(name, { at: performance.now(), answer });
    // A failure is told to those who wait for it and not kept for those who come later.
    answer.catch(() => this.kept.delete(name));
    return answer;
  }
}

async function patiently<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((settle) => { timer = setTimeout(() => settle(undefined), PATIENCE_MS); });
  try {
    return await Promise.race([asked.catch(() => undefined), silence]);
  } finally {
    clearTimeout(timer);
  }
}
