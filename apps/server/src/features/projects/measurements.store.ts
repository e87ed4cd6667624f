import { Injectable } from '@nestjs/common';
import type { ListQuery, Measurement, MeasurementCreate, measurementList, Page } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { refusing } from '../../platform/db/constraints.js';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { Refusal } from '../../platform/http/refusal.js';

const COLUMNS = 'm.id, m.project_id AS "projectId", m."on", m.value, m.note, m.demonstration';
const taken = (): Refusal => new Refusal('record/duplicate', { fields: [{ path: 'on', code: 'record/duplicate' }] });

/** All SQL of what is measured of the projects. */
@Injectable()
export class MeasurementsStore {
  list(tx: EntityManager, projectId: string, query: ListQuery): Promise<Page<Measurement>> {
    return selectPage<Measurement>(tx, {
      from: 'project_measurement m', select: COLUMNS, id: 'm.id', within: null, where: 'm.project_id = @project', parameters: { project: { value: projectId, type: 'uuid' } },
      columns: { on: { sql: 'm."on"', type: 'date' } },
    } satisfies ListSource<typeof measurementList>, query, null);
  }

  async find(tx: EntityManager, projectId: string, id: string): Promise<Measurement | undefined> {
    return (await tx.query<Measurement[]>(`SELECT ${COLUMNS} FROM project_measurement m WHERE m.id = $1 AND m.project_id = $2`, [id, projectId]))[0];
  }

  /** @throws Refusal `record/duplicate` for a day that has its value */
  async insert(tx: EntityManager, projectId: string, { on, value, note }: MeasurementCreate, demonstration: boolean): Promise<string> {
    const [row] = await refusing(tx.query<{ id: string }[]>('INSERT INTO project_measurement (project_id, "on", value, note, demonstration) VALUES ($1, $2, $3, $4, $5) RETURNING id', [projectId, on, value, note, demonstration]),
      { project_measurement_project_id_on_key: taken });
    if (!row) throw new Error('the new measurement has no id');
    return row.id;
  }

  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM project_measurement WHERE id = $1', [id]);
  }
}
