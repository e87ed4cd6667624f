import { Injectable } from '@nestjs/common';
import type { Language } from '@tawama/contracts';
import { workflowTemplate, type WorkflowTemplate } from '@tawama/workflow';
import type { Tx } from '../../platform/db/database.js';

export interface SimulatedCity { id: string; key: string; country: string; role: 'home' | 'partner'; timeZone: string | null; language: Language }
export interface SimulatedPerson { personId: string; name: string; side: 'home' | 'partner'; language: Language; lastMailOn: string | null }

const CITY = 'id, key, country, role, time_zone AS "timeZone", language';

/** What simulations read. */
@Injectable()
export class SimulationStore {
  /** A version in whatever state; null: the newest published one. */
  async definition(tx: Tx, key: string, version: number | null): Promise<WorkflowTemplate | undefined> {
    const [row] = await tx.query<{ definition: unknown }[]>(
      `SELECT definition FROM template_version WHERE key = $1 AND CASE WHEN $2::int IS NULL THEN state = 'published' ELSE version = $2::int END ORDER BY version DESC LIMIT 1`, [key, version]);
    return row && workflowTemplate.parse(row.definition);
  }

  async city(tx: Tx, id: string): Promise<SimulatedCity | undefined> {
    return (await tx.query<SimulatedCity[]>(`SELECT ${CITY} FROM city WHERE id = $1`, [id]))[0];
  }

  async firstHome(tx: Tx): Promise<SimulatedCity | undefined> {
    return (await tx.query<SimulatedCity[]>(`SELECT ${CITY} FROM city WHERE role = 'home' ORDER BY id LIMIT 1`))[0];
  }

  /** The cities of an agreement; undefined outside the scope. */
  async partiesOf(tx: Tx, agreementId: string, scope: readonly string[] | null): Promise<{ homeCityId: string; partnerCityIds: string[] } | undefined> {
    const rows = await tx.query<{ homeCityId: string; partnerCityIds: string[] }[]>(
      `SELECT a.home_city_id AS "homeCityId", ARRAY(SELECT p.city_id FROM agreement_partner p WHERE p.agreement_id = a.id ORDER BY p.place) AS "partnerCityIds"
       FROM agreement a WHERE a.id = $1 AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[]))`, [agreementId, scope]);
    return rows[0];
  }

  /** Names of people, on which side they are, and when they were last reminded. */
  people(tx: Tx, ids: readonly string[]): Promise<SimulatedPerson[]> {
    return tx.query<SimulatedPerson[]>(
      `SELECT p.id AS "personId", p.name, p.language, CASE c.role WHEN 'home' THEN 'home' ELSE 'partner' END AS side, NULL AS "lastMailOn" FROM person p JOIN city c ON c.id = p.city_id WHERE p.id = ANY($1::uuid[])`, [ids]);
  }
}
