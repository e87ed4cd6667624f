import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../platform/db/database.js';
import { BackupStore, type LastBackup } from './backup.store.js';

/** The last nightly backup, as long as its file lies there: the row alone is no backup, and a restore brings rows from elsewhere. */
export async function lastBackup(tx: Tx, dataDir: string): Promise<(LastBackup & { ageHours: number }) | null> {
  const last = await BackupStore.last(tx);
  if (!last) return null;
  const found = await stat(join(dataDir, last.file)).catch(() => undefined);
  return found?.isFile() ? { ...last, bytes: found.size } : null;
}
