import type { EntityManager } from 'typeorm';
import { Refusal } from '../http/refusal.js';

export type VersionedChange = {
  table: string;
  id: string;
  /** the version that the screen showed */
  version: number;
  /** column → new value; `undefined` leaves the column as it is */
  changes: Readonly<Record<string, unknown>>;
  /** reads the record as the API shows it, for the answer to a stale edit; undefined: it is gone */
  current: () => Promise<unknown>;
};

/**
 * Changes one row if nobody has changed it since. An empty change only compares the versions.
 * @returns the row's version afterwards
 * @throws Refusal `record/stale` with the current record, `record/not-found` when there is none
 */
export async function updateVersioned(tx: EntityManager, { table, id, version, changes, current }: VersionedChange): Promise<number> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const assignments = given.map(([column], place) => `${name(column)} = $${place + 3}`);
  // Inside WITH, because TypeORM answers a bare UPDATE in a shape of its own.
  const rows = given.length === 0
    ? await tx.query<{ version: number }[]>(`SELECT version FROM ${name(table)} WHERE id = $1 AND version = $2 FOR UPDATE`, [id, version])
    : await tx.query<{ version: number }[]>(
        `WITH changed AS (UPDATE ${name(table)} SET ${assignments.join(', ')}, version = version + 1 WHERE id = $1 AND version = $2 RETURNING version) SELECT version FROM changed`,
        [id, version, ...given.map(([, value]) => value)],
      );
  if (rows[0]) return rows[0].version;
  const shown = await current();
  throw shown === undefined || shown === null ? new Refusal('record/not-found') : new Refusal('record/stale', { current: shown });
}

/** A name of the schema, quoted; anything else is a mistake of the program. */
function name(text: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(text)) throw new Error(`${JSON.stringify(text)} is no name of the schema`);
  return `"${text}"`;
}

/** The fields of a change that differ from what is stored, before and after. */
export function differences<T extends object>(stored: T, change: Partial<T>): { before: Partial<T>; after: Partial<T> } {
  const before: Partial<T> = {};
  const after: Partial<T> = {};
  for (const field of Object.keys(change) as (keyof T)[]) {
    if (change[field] === undefined || canonical(change[field]) === canonical(stored[field])) continue;
    before[field] = stored[field];
    after[field] = change[field];
  }
  return { before, after };
}

/** Keys in a fixed order: jsonb gives them back in its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
