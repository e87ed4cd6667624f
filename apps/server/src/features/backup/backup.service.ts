import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { Storage } from '../../platform/storage/storage.js';
import { writeBackup } from './backup.js';
import { BackupStore } from './backup.store.js';
import { lastBackup } from './last-backup.js';

/** Two in the morning in the club's winter and summer alike. */
const NIGHT_HOUR_UTC = 2;
const NIGHTS_KEPT = 14;
const NIGHTLY_NAME = /^tawama-\d{4}-\d{2}-\d{2}\.tar\.gz$/;

/** Where the last backup is and how old. */
export type BackupStatus = { lastAt: string | null; bytes: number | null; file: string | null; ageHours: number | null };

/** The nightly backup into DATA_DIR/backups; two weeks of nights are kept. */
@Injectable()
export class BackupService {
  constructor(private readonly database: Database, private readonly env: Env, private readonly storage: Storage) {}

  async status(): Promise<BackupStatus> {
    const last = await this.database.read((tx) => lastBackup(tx, this.env.dataDir));
    return { lastAt: last?.at ?? null, bytes: last?.bytes ?? null, file: last?.file ?? null, ageHours: last ? Math.round(last.ageHours * 10) / 10 : null };
  }

  isDue(): Promise<boolean> {
    return this.database.read((tx) => BackupStore.isDue(tx, NIGHT_HOUR_UTC));
  }

  /** Writes the night's file unless another process has. Repeating it on one day replaces the day's file. */
  async nightly(): Promise<void> {
    if (!(await this.isDue())) return;
    const folder = join(this.env.dataDir, 'backups');
    const [clock] = await this.database.query<{ day: string }>(`SELECT to_char(clock_timestamp(), 'YYYY-MM-DD') AS day`);
    const name = `tawama-${clock?.day}.tar.gz`;
    const { bytes, content } = await writeBackup({ databaseUrl: this.database.url, dataDir: this.env.dataDir, storage: this.storage }, join(folder, name));
    await this.database.transaction((tx) => BackupStore.remember(tx, { at: content.createdAt, bytes, file: `backups/${name}` }));
    const old = (await readdir(folder)).filter((file) => NIGHTLY_NAME.test(file)).sort().slice(0, -NIGHTS_KEPT);
    for (const file of old) await rm(join(folder, file), { force: true });
  }
}
