import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is on its way gets a narrow table of its own: claiming a mail and recording its end no longer rewrite every index of `delivery`,
 * and what lies in the past no longer stands between a worker and its next mail.
 */
export class Dispatch1795630362071 implements MigrationInterface {
  name = 'Dispatch1795630362071';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`SET LOCAL statement_timeout = 0`);
    await db.query(`
      CREATE TABLE dispatch (
        delivery_id uuid PRIMARY KEY REFERENCES delivery ON DELETE CASCADE,
        -- club time: not before
        due_at timestamptz NOT NULL,
        -- physical time: until then it is in its worker's hands, or waits after a failed try
        free_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        lease_owner text,
        fence bigint NOT NULL,
        attempts integer NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)`);
    await db.query(`
      INSERT INTO dispatch (delivery_id, due_at, free_at, lease_owner, fence, attempts)
      SELECT id, due_at, CASE WHEN state = 'leased' THEN coalesce(lease_until, clock_timestamp()) ELSE next_attempt_at END, lease_owner, fence, attempts
      FROM delivery WHERE state IN ('pending', 'leased')`);
    await db.query(`CREATE INDEX dispatch_free ON dispatch (free_at)`);

    await db.query(`UPDATE delivery SET state = 'pending' WHERE state = 'leased'`);
    await db.query(`DROP INDEX delivery_due, delivery_leased, delivery_person`);
    await db.query(`ALTER TABLE delivery DROP COLUMN next_attempt_at, DROP COLUMN lease_owner, DROP COLUMN lease_until, DROP CONSTRAINT delivery_state_check`);
    await db.query(`ALTER TABLE delivery ADD CONSTRAINT delivery_state_check CHECK (state IN ('pending', 'held', 'sent', 'failed', 'suppressed', 'cancelled'))`);
    // Room beside each row, so that a new state need not touch the indexes.
    await db.query(`ALTER TABLE delivery SET (fillfactor = 80)`);

    // Whoever puts down a mail to be sent cannot forget to send it.
    await db.query(`
      CREATE FUNCTION dispatch_pending() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO dispatch (delivery_id, due_at, fence, attempts) SELECT id, due_at, fence, attempts FROM added WHERE state = 'pending';
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER delivery_dispatch AFTER INSERT ON delivery REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION dispatch_pending()`);
    await db.query(`DROP TRIGGER delivery_final ON delivery`);
    await db.query(`
      CREATE TRIGGER delivery_final BEFORE UPDATE ON delivery FOR EACH ROW
      WHEN (OLD.state IN ('sent', 'suppressed', 'cancelled') AND NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION keep_final_delivery()`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
