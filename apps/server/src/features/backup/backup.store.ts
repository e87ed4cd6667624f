import type { EntityManager } from 'typeorm';

export type LastBackup = { at: string; bytes: number; file: string };

export const BackupStore = {
  async last(tx: EntityManager): Promise<(LastBackup & { ageHours: number }) | null> {
    const [row] = await tx.query<{ value: LastBackup; age: number }[]>(
      `SELECT value, extract(epoch FROM clock_timestamp() - (value->>'at')::timestamptz)::float8 / 3600 AS age FROM setting WHERE key = 'backup.last'`);
    return row ? { ...row.value, ageHours: row.age } : null;
  },

  async remember(tx: EntityManager, backup: LastBackup): Promise<void> {
    await tx.query(`INSERT INTO setting (key, value) VALUES ('backup.last', $1) ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`, [backup]);
  },

  /** True once the night's hour has passed since the last backup, or when there is none. */
  async isDue(tx: EntityManager, hourUtc: number): Promise<boolean> {
    const [row] = await tx.query<{ due: boolean }[]>(`
      SELECT NOT EXISTS (
        SELECT FROM setting WHERE key = 'backup.last'
        AND (value->>'at')::timestamptz >= date_trunc('day', clock_timestamp() - make_interval(hours => $1), 'UTC') + make_interval(hours => $1)
      ) AS due`, [hourUtc]);
    return row?.due ?? true;
  },
};
