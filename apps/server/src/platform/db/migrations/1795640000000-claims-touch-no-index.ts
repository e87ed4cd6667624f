import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Claiming changes columns that no index names, and there is room for the new version of a row beside the old one: neither a claim nor a
 * record touches an index. The index is by when mails are due, so that those put down shortly before it do not stand in the way.
 */
export class ClaimsTouchNoIndex1795640000000 implements MigrationInterface {
  name = 'ClaimsTouchNoIndex1795640000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`SET LOCAL statement_timeout = 0`);
    // Physical time: until then it belongs to its worker. free_at is only when it may be tried again after a failed try.
    await db.query(`ALTER TABLE dispatch ADD COLUMN lease_ends_at timestamptz NOT NULL DEFAULT '-infinity'`);
    await db.query(`UPDATE dispatch SET lease_ends_at = free_at, free_at = clock_timestamp() WHERE lease_owner IS NOT NULL`);
    await db.query(`DROP INDEX dispatch_free`);
    await db.query(`CREATE INDEX dispatch_due ON dispatch (due_at, free_at)`);
    await db.query(`ALTER TABLE dispatch SET (fillfactor = 50)`);
    // The mails of one morning lie side by side and are recorded together: every one of them needs the room.
    await db.query(`ALTER TABLE delivery SET (fillfactor = 45)`);
    // What is kept of a mail comes compressed; trying once more costs more than writing it down.
    await db.query(`ALTER TABLE delivery ALTER COLUMN body SET STORAGE EXTERNAL`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
