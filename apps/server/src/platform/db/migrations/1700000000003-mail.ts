import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminders, deliveries and what happened to each: the table is the timer, the queue only wakes. */
export class Mail1700000000003 implements MigrationInterface {
  name = 'Mail1700000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE delivery (
        id uuid PRIMARY KEY DEFAULT new_id(),
        kind text NOT NULL,
        person_id uuid REFERENCES person,
        account_id uuid REFERENCES account,
        link_id uuid REFERENCES one_time_link,
        local_date date,
        email text NOT NULL,
        recipient_name text NOT NULL,
        language text NOT NULL CHECK (language IN ('ar', 'fr', 'en')),
        subject text NOT NULL DEFAULT '',
        state text NOT NULL CHECK (state IN ('pending', 'leased', 'held', 'sent', 'failed', 'suppressed', 'cancelled')),
        transport text CHECK (transport IN ('smtp', 'outbox')),
        message_id text NOT NULL UNIQUE,
        due_at timestamptz NOT NULL,
        sent_at timestamptz,
        late boolean NOT NULL DEFAULT false,
        attempts integer NOT NULL DEFAULT 0,
        -- physical time: the retry clock
        next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        lease_owner text,
        lease_until timestamptz,
        fence bigint NOT NULL DEFAULT 0,
        smtp_code integer,
        outcome text,
        -- the exact bytes, kept from the moment they were offered to a server (or put in the Outbox)
        body bytea,
        body_hash bytea,
        -- the delivery whose mail this one repeats on request
        resend_of uuid REFERENCES delivery,
        created_at timestamptz NOT NULL DEFAULT club_now()
      )`);
    await db.query(`CREATE UNIQUE INDEX delivery_one_a_day ON delivery (person_id, local_date, kind) WHERE local_date IS NOT NULL`);
    await db.query(`CREATE INDEX delivery_due ON delivery (due_at, id) WHERE state = 'pending'`);
    await db.query(`CREATE INDEX delivery_leased ON delivery (lease_until) WHERE state = 'leased'`);
    await db.query(`CREATE INDEX delivery_list ON delivery (due_at DESC, id DESC)`);
    await db.query(`CREATE INDEX delivery_person ON delivery (person_id, local_date DESC)`);
    await db.query(`
      CREATE FUNCTION keep_final_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state IN ('sent', 'suppressed', 'cancelled') AND NEW.state IS DISTINCT FROM OLD.state THEN
          RAISE EXCEPTION 'delivery % is final (%)', OLD.id, OLD.state USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`CREATE TRIGGER delivery_final BEFORE UPDATE ON delivery FOR EACH ROW EXECUTE FUNCTION keep_final_delivery()`);

    await db.query(`
      CREATE TABLE delivery_attempt (
        delivery_id uuid NOT NULL REFERENCES delivery ON DELETE CASCADE,
        fence bigint NOT NULL,
        phase text NOT NULL CHECK (phase IN ('connected', 'data_sent', 'accepted', 'rejected', 'timeout')),
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        smtp_code integer,
        detail text,
        PRIMARY KEY (delivery_id, fence, phase)
      )`);
    await db.query(`CREATE TRIGGER delivery_attempt_append_only BEFORE UPDATE ON delivery_attempt FOR EACH ROW EXECUTE FUNCTION refuse_change()`);

    await db.query(`
      CREATE TABLE reminder (
        id uuid PRIMARY KEY DEFAULT new_id(),
        agreement_id uuid NOT NULL REFERENCES agreement ON DELETE CASCADE,
        milestone_id uuid NOT NULL REFERENCES milestone ON DELETE CASCADE,
        rung text NOT NULL,
        cycle_no integer NOT NULL,
        role text NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        hold boolean NOT NULL DEFAULT false,
        -- the ladder's own date; local_date is later where the reminder was put off
        rung_on date NOT NULL,
        local_date date NOT NULL,
        local_time text NOT NULL,
        zone text NOT NULL,
        due_at timestamptz NOT NULL,
        tz_version text NOT NULL,
        state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'materialised', 'cancelled')),
        delivery_id uuid REFERENCES delivery,
        created_at timestamptz NOT NULL DEFAULT club_now(),
        UNIQUE (milestone_id, rung, cycle_no, role, person_id)
      )`);
    await db.query(`CREATE INDEX reminder_due ON reminder (due_at, id) WHERE state = 'planned'`);
    await db.query(`CREATE INDEX reminder_milestone ON reminder (milestone_id)`);
    await db.query(`CREATE INDEX reminder_agreement ON reminder (agreement_id)`);
    await db.query(`CREATE INDEX reminder_person ON reminder (person_id, due_at) WHERE state = 'planned'`);
    await db.query(`CREATE INDEX reminder_delivery ON reminder (delivery_id) WHERE delivery_id IS NOT NULL`);

    await db.query(`
      CREATE TABLE suppression (
        email text PRIMARY KEY,
        reason text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(`
      CREATE TABLE incident (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        kind text NOT NULL,
        -- what is the same failure: one row counts its repetitions
        fingerprint text NOT NULL,
        job text,
        delivery_id uuid REFERENCES delivery,
        summary text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        last_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        times integer NOT NULL DEFAULT 1,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'retried', 'dismissed'))
      )`);
    await db.query(`CREATE UNIQUE INDEX incident_open ON incident (fingerprint) WHERE state = 'open'`);
    await db.query(`CREATE INDEX incident_list ON incident (last_at DESC)`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
