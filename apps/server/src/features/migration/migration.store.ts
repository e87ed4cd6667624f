import { Injectable } from '@nestjs/common';
import type { LocalisedText } from '@tawama/contracts';
import type { Asked, Tx } from '../../platform/db/database.js';
import type { NewMilestoneRow } from '../plans/plans.store.js';

/** A reminder that is planned, by what makes it the same one after its step has moved. */
export interface PlannedReminder { id: string; milestoneId: string; rung: string; role: string; localDate: string }

interface Followed { templateKey: string; homeCityId: string; partnerCityIds: string[]; home: { key: string }; partners: { key: string; country: string }[] }

/** What moving an agreement to another version reads and writes beside its plan. */
@Injectable()
export class MigrationStore {
  /** Which template the agreement follows, and between whom it is; undefined outside the scope. */
  async followed(tx: Asked, agreementId: string, scope: readonly string[] | null): Promise<Followed | undefined> {
    const rows = await tx.query<Followed[]>(
      `SELECT a.template_key AS "templateKey", a.home_city_id AS "homeCityId", ARRAY(SELECT p.city_id FROM agreement_partner p WHERE p.agreement_id = a.id) AS "partnerCityIds",
              (SELECT jsonb_build_object('key', c.key) FROM city c WHERE c.id = a.home_city_id) AS home,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'country', c.country)), '[]') FROM agreement_partner p JOIN city c ON c.id = p.city_id WHERE p.agreement_id = a.id) AS partners
       FROM agreement a WHERE a.id = $1 AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[]))`, [agreementId, scope]);
    return rows[0];
  }

  async follow(tx: Tx, agreementId: string, version: number): Promise<void> {
    await tx.query('UPDATE agreement SET template_version = $2 WHERE id = $1', [agreementId, version]);
  }

  /** Number, place, stage and words of steps that are there already, as the newer version has them. */
  async describe(tx: Tx, rows: readonly NewMilestoneRow[]): Promise<void> {
    await tx.query(
      `UPDATE milestone SET number = new.number, place = new.place, stage = new.stage, title = new.title, search_text = new.search_text
       FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, number text, place integer, stage text, title jsonb, search_text text)
       WHERE milestone.id = new.id AND (milestone.number, milestone.place, milestone.stage, milestone.title) IS DISTINCT FROM (new.number, new.place, new.stage, new.title)`,
      [JSON.stringify(rows.map(({ id, number, place, stage, title, searchText }) => ({ id, number, place, stage, title, search_text: searchText })))]);
  }

  planned(tx: Tx, agreementId: string): Promise<PlannedReminder[]> {
    return tx.query<PlannedReminder[]>(`SELECT id, milestone_id AS "milestoneId", rung, role, local_date AS "localDate" FROM reminder WHERE agreement_id = $1 AND state = 'planned'`, [agreementId]);
  }

  async titles(tx: Tx, agreementId: string): Promise<ReadonlyMap<string, { number: string; title: LocalisedText }>> {
    const rows = await tx.query<{ id: string; number: string; title: LocalisedText }[]>('SELECT id, number, title FROM milestone WHERE agreement_id = $1', [agreementId]);
    return new Map(rows.map(({ id, ...words }) => [id, words]));
  }
}
