import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An invitation names the person who invites. */
export class WhoMadeALink1795629107669 implements MigrationInterface {
  name = 'WhoMadeALink1795629107669';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE one_time_link ADD COLUMN made_by uuid CONSTRAINT one_time_link_made_by_fkey REFERENCES account`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
