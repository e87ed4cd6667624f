import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many mails are held or have failed is asked often; they are few among millions that were sent. The index names a column that sending a mail
 * does not change: one that named the state would make every new state rewrite every index of the row.
 */
export class MailsThatNeedSomebody1795632522260 implements MigrationInterface {
  name = 'MailsThatNeedSomebody1795632522260';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE delivery ADD COLUMN needs_somebody boolean NOT NULL DEFAULT false`);
    await db.query(`UPDATE delivery SET needs_somebody = true WHERE state IN ('held', 'failed')`);
    await db.query(`
      CREATE FUNCTION mark_need() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.needs_somebody := NEW.state IN ('held', 'failed');
        RETURN NEW;
      END $$`);
    await db.query(`CREATE TRIGGER delivery_need_of_new BEFORE INSERT ON delivery FOR EACH ROW WHEN (NEW.state IN ('held', 'failed')) EXECUTE FUNCTION mark_need()`);
    await db.query(`
      CREATE TRIGGER delivery_need BEFORE UPDATE ON delivery FOR EACH ROW
      WHEN (NEW.state IS DISTINCT FROM OLD.state AND (NEW.state IN ('held', 'failed') OR OLD.state IN ('held', 'failed'))) EXECUTE FUNCTION mark_need()`);
    await db.query(`CREATE INDEX delivery_needs_somebody ON delivery (id) WHERE needs_somebody`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
