import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { demoClockPlay, demoClockPlayed } from '@tawama/contracts';
import { isoToInstant, MS_PER_DAY } from '@tawama/domain';
import type { z } from 'zod';
import { ClubClock } from '../../platform/clock.js';
import { OwnClients } from '../../platform/db/own-client.js';
import { Refusal } from '../../platform/http/refusal.js';
import { Sender } from '../sending/sender.js';
import { DemoCalendar } from './demo-calendar.js';
import { DemoClockStore } from './demo-clock.store.js';

export type Play = z.infer<typeof demoClockPlay>;
export type Played = z.infer<typeof demoClockPlayed>;

const FURTHEST_MS = 366 * MS_PER_DAY;
const PATIENCE_MS = 60_000;
/** 'DEMO' as a number: one player at a time in all processes. */
const LOCK = 0x44454d4f;

/** Plays time: stops at every instant at which something falls due, until all of it is sent, then goes on. */
@Injectable()
export class DemoClock {
  constructor(
    private readonly clock: ClubClock,
    private readonly clients: OwnClients,
    private readonly store: DemoClockStore,
    private readonly calendar: DemoCalendar,
    private readonly sender: Sender,
  ) {}

  async now(): Promise<{ now: string }> { return { now: (await this.clock.now()).toISOString() }; }

  /**
   * @returns the new time and what became of the mails on the way; after 60 seconds what is reached by then, with `pending`
   * @throws Refusal `clock/backwards`, `clock/too-far` over 366 days
   */
  async play(play: Play): Promise<Played> {
    // The lock lives as long as its session; a transaction that long would be ended by the server.
    const session = await this.clients.connect('demo clock');
    try {
      await session.query('SELECT pg_advisory_lock($1)', [LOCK]);
      return await this.playTo(play);
    } finally {
      await session.end().catch(() => {});
    }
  }

  private async playTo(play: Play): Promise<Played> {
    const start = await this.clock.now();
    const target = 'now' in play ? isoToInstant(play.now) : start.getTime() + durationMs(play.advance);
    if (target < start.getTime()) throw new Refusal('clock/backwards');
    if (target - start.getTime() > FURTHEST_MS) throw new Refusal('clock/too-far');
    const end = performance.now() + PATIENCE_MS;
    let settled = await this.settle(end);
    for (let next = await this.calendar.nextDue(); settled && next !== null && next.getTime() <= target; next = await this.calendar.nextDue()) {
      await this.store.putForward(next);
      settled = await this.settle(end);
    }
    if (settled) {
      await this.store.putForward(new Date(target));
      settled = await this.settle(end);
    }
    const { pending, ...outcome } = await this.store.outcome(start);
    return { now: (await this.clock.now()).toISOString(), ...outcome, ...(pending > 0 ? { pending } : {}) };
  }

  /** Sends what is due now, together with whatever workers there are. @returns false when time ran out */
  private async settle(end: number): Promise<boolean> {
    for (;;) {
      if (await this.calendar.sweep()) await Promise.race([this.sender.drain(), pause(Math.max(0, end - performance.now()))]);
      if (await this.store.unfinished() === 0) return true;
      if (performance.now() >= end) return false;
      await pause(20);
    }
  }
}

/** Milliseconds of `P7D`, `P2W`, `PT36H`, `P1DT12H30M`. */
export function durationMs(duration: string): number {
  const [, days = '0', weeks = '0', hours = '0', minutes = '0', seconds = '0'] = /^P(?:(\d+)D|(\d+)W)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  return ((Number(days) + 7 * Number(weeks)) * 24 * 60 * 60 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}
