import type { TestDatabase } from '@tawama/testkit';

/** What is named in place of the ids that differ from database to database: each row by what it is. */
const NAMES = `
  SELECT id, 'city ' || key AS name FROM city
  UNION ALL SELECT id, 'person ' || email FROM person
  UNION ALL SELECT id, 'account ' || email FROM account
  UNION ALL SELECT id, 'agreement ' || (note->>'en') FROM agreement
  UNION ALL SELECT m.id, 'step ' || (a.note->>'en') || ' ' || m.key FROM milestone m JOIN agreement a ON a.id = m.agreement_id`;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Every row of every table, without ids, as text that two databases can be compared by; agreements need notes that tell them apart.
 * @param leftOut table → columns that are left out, or all of it
 */
export async function clubRows(database: TestDatabase, leftOut: Readonly<Record<string, readonly string[] | 'all'>>): Promise<string[]> {
  const names = new Map((await database.query<{ id: string; name: string }>(NAMES)).map(({ id, name }) => [id, name]));
  const tables = await database.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`);
  const found: string[] = [];
  for (const { name: table } of tables) {
    const columns = leftOut[table] ?? [];
    if (columns === 'all') continue;
    const rows = await database.query<{ row: string }>(`SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${table}" t`, [['id', 'created_at', ...columns]]);
    found.push(...rows.map(({ row }) => `${table} ${row.replace(UUID, (id) => names.get(id) ?? 'some id')}`));
  }
  return found.sort();
}
