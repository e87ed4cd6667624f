import { Injectable } from '@nestjs/common';
import { workflowTemplate, type WorkflowTemplate } from '@tawama/workflow';
import type { Tx } from '../../platform/db/database.js';

export interface SimulatedCity { id: string; key: string; country: string; role: 'home' | 'partner'; timeZone: string | null }
export interface SimulatedPerson { personId: string; name: string; side: 'home' | 'partner'; lastMailOn: string | null }

const CITY = 'id, key, country, role, time_zone AS "timeZone"';

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

  /** Names of people, on which side they are, and when they were last reminded. */
  people(tx: Tx, ids: readonly string[]): Promise<SimulatedPerson[]> {
    return tx.query<SimulatedPerson[]>(
      `SELECT p.id AS "personId", p.name, CASE c.role WHEN 'home' THEN 'home' ELSE 'partner' END AS side, NULL AS "lastMailOn" FROM person p JOIN city c ON c.id = p.city_id WHERE p.id = ANY($1::uuid[])`, [ids]);
  }
}
