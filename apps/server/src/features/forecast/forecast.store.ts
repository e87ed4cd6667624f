import { Injectable } from '@nestjs/common';
import { instantToIso } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { Env } from '../../platform/env.js';
import { PLANNED, RECIPIENT, type PlannedRow, type Recipient } from '../sweeps/materialise.store.js';

export interface Planned { planned: PlannedRow[]; people: Recipient[] }

/** All SQL of the forecast. */
@Injectable()
export class ForecastStore {
  constructor(private readonly env: Env) {}

  /** Club time, in milliseconds. */
  async now(tx: EntityManager): Promise<number> {
    const [clock] = await tx.query<{ now: Date }[]>('SELECT club_now() AS now');
    if (!clock) throw new Error('the club clock has no row');
    return clock.now.getTime();
  }

  /**
   * What is planned up to an instant, with everybody it is for. One mail gathers a person's day: whoever has a reminder of one of the
   * agreements comes with all of theirs. At most `limit` reminders.
   * @param agreementIds null: all
   */
  async planned(tx: EntityManager, until: number, agreementIds: readonly string[] | null, limit: number | null): Promise<Planned> {
    const planned = (await tx.query<(Omit<PlannedRow, 'dueAt'> & { dueAt: Date })[]>(
      `SELECT ${PLANNED} FROM reminder r JOIN milestone m ON m.id = r.milestone_id JOIN agreement a ON a.id = r.agreement_id
       WHERE r.state = 'planned' AND r.due_at <= $1::timestamptz
         AND ($2::uuid[] IS NULL OR r.person_id IN (SELECT o.person_id FROM reminder o WHERE o.state = 'planned' AND o.due_at <= $1::timestamptz AND o.agreement_id = ANY($2::uuid[])))
       ORDER BY r.rung_on, r.id LIMIT $3`,
      [instantToIso(until), agreementIds, limit])).map((row) => ({ ...row, dueAt: row.dueAt.getTime() }));
    const people = await tx.query<Recipient[]>(`SELECT ${RECIPIENT} FROM person p JOIN city c ON c.id = p.city_id WHERE p.id = ANY($1::uuid[])`, [[...new Set(planned.map(({ personId }) => personId))], this.env.clubTimeZone]);
    return { planned, people };
  }
}
