import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What the reports ask about the installation itself. */
@Injectable()
export class ClubStore {
  /** The accounts of the demonstration, the one with most rights first. */
  demoAccounts(tx: EntityManager): Promise<{ email: string; role: string }[]> {
    return tx.query<{ email: string; role: string }[]>(
      `SELECT email, role FROM account WHERE demonstration AND active AND password_hash IS NOT NULL
       ORDER BY array_position(ARRAY['administrator', 'coordinator', 'legal', 'council'], role), email`);
  }

  /** The zones of the cities and of the people who live elsewhere. */
  async zonesInUse(tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ zone: string }[]>('SELECT time_zone AS zone FROM city WHERE time_zone IS NOT NULL UNION SELECT time_zone FROM person WHERE time_zone IS NOT NULL');
    return rows.map(({ zone }) => zone);
  }
}
