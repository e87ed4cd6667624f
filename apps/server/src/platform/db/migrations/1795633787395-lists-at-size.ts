import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists of a million steps are counted in the index alone, and an agreement's earliest unfinished step is found without reading the others. */
export class ListsAtSize1795633787395 implements MigrationInterface {
  name = 'ListsAtSize1795633787395';

  async up(db: QueryRunner): Promise<void> {
    // A million rows take longer than a request may.
    await db.query(`SET LOCAL statement_timeout = 0`);
    await db.query(`DROP INDEX milestone_unfinished`);
    await db.query(`CREATE INDEX milestone_unfinished ON milestone (due_on, id, status) WHERE status IN ('open', 'blocked')`);
    await db.query(`CREATE INDEX milestone_status ON milestone (status, due_on, id)`);
    await db.query(`CREATE INDEX milestone_agreement_unfinished ON milestone (agreement_id, due_on) WHERE status IN ('open', 'blocked')`);
    // The unique key begins with the milestone and answers the same questions: one index less to write at every plan.
    await db.query(`DROP INDEX reminder_milestone`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
