import { Injectable } from '@nestjs/common';
import type { Asked } from '../../platform/db/database.js';

/** Counted by triggers of the database, in the transaction of the change: no way of writing a holiday, a working week or a session can forget it. */
const CHANGED = 'calendars.changed';
const FOLLOWED = 'calendars.followed';

/** Changes of holidays, working weeks and council sessions, so that plans counted before the last one are found and counted anew. */
@Injectable()
export class CalendarChanges {
  /** The number of the last change that plans do not follow yet; null when they follow all. */
  async unfollowed(tx: Asked): Promise<number | null> {
    const rows = await tx.query<{ changed: number; followed: number }[]>(
      `SELECT coalesce((SELECT (value #>> '{}')::int FROM setting WHERE key = $1), 0) AS changed, coalesce((SELECT (value #>> '{}')::int FROM setting WHERE key = $2), 0) AS followed`, [CHANGED, FOLLOWED]);
    const { changed, followed } = rows[0] ?? { changed: 0, followed: 0 };
    return changed > followed ? changed : null;
  }

  /** All plans follow the changes up to this one. */
  async follow(tx: Asked, change: number): Promise<void> {
    await tx.query(`INSERT INTO setting (key, value) VALUES ($1, to_jsonb($2::int)) ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE (setting.value #>> '{}')::int < $2`, [FOLLOWED, change]);
  }
}
