import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ground: club clock, settings, audit journal, accounts. */
export class Club1700000000001 implements MigrationInterface {
  name = 'Club1700000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);

    // UUIDv7 (RFC 9562): the time first, so that ids sort as they were made. PostgreSQL 18 has its own, 15 to 17 have not.
    await db.query(`
      CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE AS $$
        SELECT encode(
          set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
            52, 1), 53, 1),
          'hex')::uuid
      $$`);

    // Two clocks, both the database's: club time decides dates, physical time (clock_timestamp) decides leases and sessions.
    await db.query(`
      CREATE TABLE club_clock (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        clock_offset interval NOT NULL DEFAULT '0'
      )`);
    await db.query(`INSERT INTO club_clock DEFAULT VALUES`);
    await db.query(`
      CREATE FUNCTION club_now() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
        SELECT clock_timestamp() + clock_offset FROM club_clock
      $$`);

    await db.query(`
      CREATE TABLE setting (
        key text PRIMARY KEY,
        value jsonb NOT NULL
      )`);

    await db.query(`
      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY DEFAULT new_id(),
        at timestamptz NOT NULL DEFAULT club_now(),
        recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor_id uuid,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid,
        agreement_id uuid,
        before jsonb,
        after jsonb,
        reason text
      )`);
    await db.query(`CREATE INDEX audit_entry_at ON audit_entry (at DESC, id DESC)`);
    await db.query(`CREATE INDEX audit_entry_agreement ON audit_entry (agreement_id, at DESC) WHERE agreement_id IS NOT NULL`);
    await db.query(`CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id)`);
    // Entries are written unchained so that writers never wait for each other; one sealer chains what is committed.
    await db.query(`
      CREATE TABLE audit_seal (
        sequence bigint PRIMARY KEY,
        entry_id uuid NOT NULL UNIQUE REFERENCES audit_entry,
        hash bytea NOT NULL
      )`);
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`);
    for (const table of ['audit_entry', 'audit_seal']) {
      await db.query(`CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
      await db.query(`CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }

    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        email text NOT NULL UNIQUE,
        name text NOT NULL,
        role text NOT NULL CHECK (role IN ('administrator', 'coordinator', 'legal', 'council')),
        language text NOT NULL CHECK (language IN ('ar', 'fr', 'en')),
        person_id uuid,
        agreement_ids uuid[],
        active boolean NOT NULL DEFAULT true,
        password_hash text,
        last_seen_at timestamptz,
        search_text text NOT NULL DEFAULT '',
        demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(`
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        trusted_device boolean NOT NULL,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz NOT NULL
      )`);
    await db.query(`CREATE INDEX session_account ON session (account_id)`);
    await db.query(`CREATE INDEX session_expiry ON session (expires_at)`);
    // The link's secret is an HMAC over the row's id: a mail can be rendered anew, and the database holds nothing that opens a door.
    await db.query(`
      CREATE TABLE one_time_link (
        id uuid PRIMARY KEY DEFAULT new_id(),
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('invitation', 'passwordReset', 'firstAdministrator')),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await db.query(`CREATE INDEX one_time_link_account ON one_time_link (account_id)`);
    await db.query(`
      CREATE TABLE login_attempt (
        id uuid PRIMARY KEY DEFAULT new_id(),
        email text NOT NULL,
        ip text NOT NULL,
        failed boolean NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(`CREATE INDEX login_attempt_email ON login_attempt (email, at)`);
    await db.query(`CREATE INDEX login_attempt_ip ON login_attempt (ip, at)`);
    await db.query(`
      CREATE TABLE idempotency_key (
        route text NOT NULL,
        account_id uuid NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status integer,
        response jsonb,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        PRIMARY KEY (route, account_id, key)
      )`);
    await db.query(`CREATE INDEX idempotency_key_created ON idempotency_key (created_at)`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
