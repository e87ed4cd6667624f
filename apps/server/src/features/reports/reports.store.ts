import { Injectable } from '@nestjs/common';
import type { LocalisedText } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { renewalState } from '../agreements/renewal-sql.js';

/** Agreements that the club is at: neither ended nor completed. */
export const RUNNING = ['preparing', 'active', 'suspended'] as const;

export type Figures = { agreements: number; active: number; preparing: number; late: number; pendingCities: number; renewals: number };
/** What a line of the first view needs beside its agreement. */
export type Parties = {
  agreementId: string; homeName: LocalisedText; partnerName: LocalisedText; country: string; identification: string;
  /** the person the next step is shared with, else the partner's focal point */
  counterpartName: string | null; blockedCount: number;
};

/** Whose day it is. */
export type Responsibility = {
  /** the person behind the account; null: none */
  personId: string | null;
  /** without a person of their own, coordinators and administrators follow everything */
  wholeClub: boolean;
  /** may accept or return what was submitted */
  reviews: boolean;
  agreementIds: readonly string[] | null;
};
export const BANDS = ['overdue', 'dueToday', 'next7Days', 'toReview', 'waitingOnOthers'] as const;
export type Band = (typeof BANDS)[number];
export type BandRow = { band: Band; id: string; total: number; agreementTitle: LocalisedText; partnerCityId: string };

const scoped = (column: string): string => `($1::uuid[] IS NULL OR ${column} = ANY($1::uuid[]))`;
const RUNNING_SQL = RUNNING.map((status) => `'${status}'`).join(', ');

/**
 * The steps somebody has to do with, each in the first band that fits. $1 scope, $2 today, $3 person, $4 whole club, $5 reviews.
 * What was submitted waits for the agreement's coordinator; a blocked step waits for others whatever its date.
 */
const MINE = `
  SELECT m.id, m.due_on, a.id AS agreement_id, a.title,
    CASE WHEN m.status = 'submitted' THEN 'toReview' WHEN m.status = 'blocked' THEN 'waitingOnOthers'
         WHEN m.due_on < $2::date THEN 'overdue' WHEN m.due_on = $2::date THEN 'dueToday' WHEN m.due_on <= $2::date + 7 THEN 'next7Days'
         WHEN m.waiting_on IS NOT NULL THEN 'waitingOnOthers' END AS band
  FROM milestone m JOIN agreement a ON a.id = m.agreement_id
  WHERE m.status IN ('open', 'blocked', 'submitted') AND a.status IN ('preparing', 'active') AND ${scoped('a.id')}
    AND CASE WHEN m.status = 'submitted' THEN $5::boolean AND ($4::boolean OR a.coordinator_id = $3::uuid) ELSE $4::boolean OR m.owner_id = $3::uuid END`;

/** All SQL of the first view and of a person's day, beside what agreements and milestones read themselves. */
@Injectable()
export class ReportsStore {
  async figures(tx: EntityManager, scope: readonly string[] | null, today: string): Promise<Figures> {
    const [row] = await tx.query<Figures[]>(
      `SELECT count(*) AS agreements, count(*) FILTER (WHERE a.status = 'active') AS active, count(*) FILTER (WHERE a.status = 'preparing') AS preparing,
              count(*) FILTER (WHERE a.status <> 'suspended' AND EXISTS (SELECT 1 FROM milestone m WHERE m.agreement_id = a.id AND m.status IN ('open', 'blocked') AND m.due_on < $2::date)) AS late,
              count(*) FILTER (WHERE ${renewalState('$2::date')} = 'open') AS renewals,
              (SELECT count(*) FROM city c WHERE c.identification = 'pending'
                 AND ($1::uuid[] IS NULL OR c.id IN (SELECT city_id FROM agreement_partner WHERE agreement_id = ANY($1::uuid[])))) AS "pendingCities"
       FROM agreement a WHERE a.status IN (${RUNNING_SQL}) AND ${scoped('a.id')}`, [scope, today]);
    if (!row) throw new Error('a count has always one row');
    return row;
  }

  /** Projects under way and completed that serve an agreement of the scope, and the people that all of them have reached. */
  async projects(tx: EntityManager, scope: readonly string[] | null): Promise<{ running: number; completed: number; reached: number }> {
    const [row] = await tx.query<{ running: number; completed: number; reached: number }[]>(
      `SELECT count(*) FILTER (WHERE p.status = 'running') AS running, count(*) FILTER (WHERE p.status = 'completed') AS completed, coalesce(sum(p.beneficiaries_reached), 0)::bigint AS reached
       FROM project p WHERE $1::uuid[] IS NULL OR EXISTS (SELECT 1 FROM project_agreement g WHERE g.project_id = p.id AND g.agreement_id = ANY($1::uuid[]))`, [scope]);
    return row ?? { running: 0, completed: 0, reached: 0 };
  }

  /** @param nextSteps agreement id → id of its next step */
  parties(tx: EntityManager, agreementIds: readonly string[], nextSteps: readonly (string | null)[]): Promise<Parties[]> {
    return tx.query<Parties[]>(
      `SELECT a.id AS "agreementId", h.name AS "homeName", c.name AS "partnerName", c.country, c.identification,
              coalesce(
                (SELECT p.name FROM milestone m JOIN person p ON p.id = m.counterpart_id AND p.active WHERE m.id = given.step_id),
                (SELECT p.name FROM person p WHERE p.city_id = c.id AND p.function = 'focalPoint' AND p.active ORDER BY p.id LIMIT 1)) AS "counterpartName",
              (SELECT count(*) FROM milestone m WHERE m.agreement_id = a.id AND m.status = 'blocked') AS "blockedCount"
       FROM unnest($1::uuid[], $2::uuid[]) AS given (id, step_id) JOIN agreement a ON a.id = given.id
       JOIN city h ON h.id = a.home_city_id
       JOIN LATERAL (SELECT c.* FROM agreement_partner p JOIN city c ON c.id = p.city_id WHERE p.agreement_id = a.id ORDER BY p.place LIMIT 1) c ON true`,
      [agreementIds, nextSteps]);
  }

  /** The first 50 steps of every band, earliest first, with the band's full count. */
  bands(tx: EntityManager, who: Responsibility, today: string): Promise<BandRow[]> {
    return tx.query<BandRow[]>(
      `SELECT band, id, total, title AS "agreementTitle",
              (SELECT p.city_id FROM agreement_partner p WHERE p.agreement_id = ranked.agreement_id ORDER BY p.place LIMIT 1) AS "partnerCityId"
       FROM (SELECT mine.*, count(*) OVER (PARTITION BY band) AS total, row_number() OVER (PARTITION BY band ORDER BY due_on NULLS LAST, id) AS place
             FROM (${MINE}) AS mine WHERE band IS NOT NULL) AS ranked
       WHERE place <= 50 ORDER BY band, place`, this.parameters(who, today));
  }

  /** How many steps wait for somebody: late, due within a week, or to review. */
  async waiting(tx: EntityManager, who: Responsibility, today: string): Promise<number> {
    const [row] = await tx.query<{ n: number }[]>(`SELECT count(*) AS n FROM (${MINE}) AS mine WHERE band <> 'waitingOnOthers'`, this.parameters(who, today));
    return row?.n ?? 0;
  }

  private parameters({ agreementIds, personId, wholeClub, reviews }: Responsibility, today: string): unknown[] {
    return [agreementIds, today, personId, wholeClub, reviews];
  }
}
