import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Somebody else at the same database, in an open transaction, as another process is. */
export async function inOtherTransaction<T>(url: string, sql: readonly [string, unknown[]?][], meanwhile: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const [text, values] of sql) await client.query(text, values);
    const answer = await meanwhile();
    await client.query('COMMIT');
    return answer;
  } finally {
    await client.end();
  }
}

/** Whether it comes to its end within this time, without waiting for the one that has not. */
export async function endsWithin(work: Promise<unknown>, ms: number): Promise<boolean> {
  return Promise.race([work.then(() => true, () => true), pause(ms).then(() => false)]);
}
