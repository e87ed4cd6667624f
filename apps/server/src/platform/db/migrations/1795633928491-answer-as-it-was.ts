import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An answer is repeated letter by letter; `jsonb` puts keys into an order of its own. */
export class AnswerAsItWas1795633928491 implements MigrationInterface {
  name = 'AnswerAsItWas1795633928491';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`SET LOCAL statement_timeout = 0`);
    await db.query(`ALTER TABLE idempotency_key ALTER COLUMN response TYPE text USING response::text`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
