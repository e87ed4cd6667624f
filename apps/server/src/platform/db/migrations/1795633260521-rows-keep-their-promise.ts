import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a row can promise by itself the database holds it to; looking through all rows every minute is not needed any more. */
export class RowsKeepTheirPromise1795633260521 implements MigrationInterface {
  name = 'RowsKeepTheirPromise1795633260521';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`SET LOCAL statement_timeout = 0`);
    await db.query(`ALTER TABLE reminder ADD CONSTRAINT reminder_mail_check CHECK ((state = 'materialised') = (delivery_id IS NOT NULL))`);
    await db.query(`ALTER TABLE delivery ADD CONSTRAINT delivery_sent_check CHECK (state <> 'sent' OR (sent_at IS NOT NULL AND transport IS NOT NULL))`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
