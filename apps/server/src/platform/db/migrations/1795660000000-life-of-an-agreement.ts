import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when an agreement is suspended or over, why, and what a suspended one goes back to. Null of those that were so before: nobody wrote it down. */
export class LifeOfAnAgreement1795660000000 implements MigrationInterface {
  name = 'LifeOfAnAgreement1795660000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE agreement ADD COLUMN status_on date, ADD COLUMN status_reason text, ADD COLUMN status_before text CHECK (status_before IN ('preparing', 'active'))`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
