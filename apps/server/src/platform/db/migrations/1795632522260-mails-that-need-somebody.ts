import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many mails are held or have failed is asked often; they are few among millions that were sent. */
export class MailsThatNeedSomebody1795632522260 implements MigrationInterface {
  name = 'MailsThatNeedSomebody1795632522260';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX delivery_needs_somebody ON delivery (state) WHERE state IN ('held', 'failed')`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
