import { Injectable } from '@nestjs/common';
import type { ListQuery, Page, Photo, photoList, PhotoPatch, PhotoType } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';

export interface NewPhoto { projectId: string; caption: string; takenOn: string | null; mimeType: PhotoType; bytes: number; sha256: string; accountId: string | null; demonstration: boolean }

const COLUMNS = `p.id, p.version, p.project_id AS "projectId", p.caption, p.taken_on AS "takenOn", p.place, p.mime_type AS "mimeType", p.bytes, p.sha256,
  p.account_id AS "uploadedBy", u.name AS "uploadedByName", p.at, p.demonstration`;
const FROM = 'project_photo p LEFT JOIN account u ON u.id = p.account_id';

/** All SQL of the pictures of projects. */
@Injectable()
export class PhotosStore {
  list(tx: EntityManager, projectId: string, query: ListQuery): Promise<Page<Photo>> {
    return selectPage<Photo>(tx, {
      from: FROM, countFrom: 'project_photo p', select: COLUMNS, id: 'p.id', within: null, where: 'p.project_id = @project AND p.removed_at IS NULL', parameters: { project: { value: projectId, type: 'uuid' } },
      columns: { id: { sql: 'p.id', type: 'uuid' }, place: 'p.place', takenOn: { sql: 'p.taken_on', type: 'date' }, at: { sql: 'p.at', type: 'timestamptz' } },
    } satisfies ListSource<typeof photoList>, query, null);
  }

  async find(tx: EntityManager, projectId: string, id: string): Promise<Photo | undefined> {
    return (await tx.query<Photo[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE p.id = $1 AND p.project_id = $2 AND p.removed_at IS NULL`, [id, projectId]))[0];
  }

  /** Who changes the order of a project's pictures, or adds one, does it alone. */
  async lock(tx: EntityManager, projectId: string): Promise<void> {
    await tx.query('SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE', [projectId]);
  }

  /** Behind those that are there. */
  async insert(tx: EntityManager, given: NewPhoto): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO project_photo (project_id, caption, taken_on, mime_type, bytes, sha256, account_id, demonstration, place)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, (SELECT count(*) FROM project_photo WHERE project_id = $1 AND removed_at IS NULL)) RETURNING id`,
      [given.projectId, given.caption, given.takenOn, given.mimeType, given.bytes, given.sha256, given.accountId, given.demonstration]);
    if (!row) throw new Error('the new photo has no id');
    return row.id;
  }

  /** @throws Refusal `record/stale`, `record/not-found` */
  async update(tx: EntityManager, stored: Photo, version: number, { caption, takenOn, place }: PhotoPatch): Promise<void> {
    // The place follows by itself; another one still is a change that a stale screen must learn of.
    await updateVersioned(tx, { table: 'project_photo', id: stored.id, version, changes: { caption, taken_on: takenOn, place }, current: () => this.find(tx, stored.projectId, stored.id) });
  }

  async ids(tx: EntityManager, projectId: string): Promise<string[]> {
    return (await tx.query<{ id: string }[]>('SELECT id FROM project_photo WHERE project_id = $1 AND removed_at IS NULL ORDER BY place, id', [projectId])).map(({ id }) => id);
  }

  /** Gives each its place, in this order. */
  async putOrder(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query('UPDATE project_photo p SET place = o.place - 1 FROM unnest($1::uuid[]) WITH ORDINALITY AS o (id, place) WHERE p.id = o.id AND p.place <> o.place - 1', [ids]);
  }

  /** The row stays for a while: a backup that is being written still holds it, and its file must be found. */
  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.query('UPDATE project_photo SET removed_at = clock_timestamp() WHERE id = $1', [id]);
  }
}
