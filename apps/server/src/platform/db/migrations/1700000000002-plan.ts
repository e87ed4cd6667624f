import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cities, people, holidays, templates, agreements with their events and milestones, the contact log. */
export class Plan1700000000002 implements MigrationInterface {
  name = 'Plan1700000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE city (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        key text NOT NULL UNIQUE,
        name jsonb NOT NULL,
        legal_name jsonb,
        aliases text[] NOT NULL DEFAULT '{}',
        country text NOT NULL,
        time_zone text,
        language text NOT NULL CHECK (language IN ('ar', 'fr', 'en')),
        role text NOT NULL CHECK (role IN ('home', 'partner')),
        identification text NOT NULL CHECK (identification IN ('established', 'probable', 'pending')),
        source text NOT NULL,
        note jsonb,
        latitude double precision,
        longitude double precision,
        search_text text NOT NULL DEFAULT '',
        demonstration boolean NOT NULL DEFAULT false
      )`);
    await db.query(`CREATE INDEX city_search ON city USING gin (search_text gin_trgm_ops)`);

    await db.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        name text NOT NULL,
        email text,
        language text NOT NULL CHECK (language IN ('ar', 'fr', 'en')),
        time_zone text,
        city_id uuid NOT NULL REFERENCES city,
        function text NOT NULL,
        mandate_ends_on date,
        active boolean NOT NULL DEFAULT true,
        search_text text NOT NULL DEFAULT '',
        demonstration boolean NOT NULL DEFAULT false
      )`);
    await db.query(`CREATE UNIQUE INDEX person_email ON person (email) WHERE email IS NOT NULL`);
    await db.query(`CREATE INDEX person_city ON person (city_id)`);
    await db.query(`CREATE INDEX person_search ON person USING gin (search_text gin_trgm_ops)`);
    await db.query(`ALTER TABLE account ADD CONSTRAINT account_person FOREIGN KEY (person_id) REFERENCES person`);

    await db.query(`
      CREATE TABLE holiday (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        country text NOT NULL,
        name jsonb NOT NULL,
        kind text NOT NULL CHECK (kind IN ('fixed', 'hijri', 'exceptional')),
        month_day text,
        "on" date,
        certainty text NOT NULL CHECK (certainty IN ('confirmed', 'estimated')),
        source text NOT NULL,
        search_text text NOT NULL DEFAULT '',
        CHECK ((kind = 'fixed') = (month_day IS NOT NULL) AND (kind = 'fixed') = ("on" IS NULL))
      )`);

    await db.query(`
      CREATE TABLE template_version (
        id uuid PRIMARY KEY DEFAULT new_id(),
        key text NOT NULL,
        version integer NOT NULL,
        definition jsonb NOT NULL,
        published_at timestamptz NOT NULL DEFAULT club_now(),
        UNIQUE (key, version)
      )`);

    await db.query(`
      CREATE TABLE agreement (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        type text NOT NULL CHECK (type IN ('twinning', 'friendship', 'memorandum', 'chamber')),
        status text NOT NULL CHECK (status IN ('preparing', 'active', 'suspended', 'completed', 'terminated', 'expired')),
        title jsonb NOT NULL,
        home_city_id uuid NOT NULL REFERENCES city,
        coordinator_id uuid REFERENCES person,
        template_key text NOT NULL,
        template_version integer NOT NULL,
        reminders_started_at timestamptz,
        note jsonb,
        source text,
        search_text text NOT NULL DEFAULT '',
        demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT club_now(),
        FOREIGN KEY (template_key, template_version) REFERENCES template_version (key, version)
      )`);
    await db.query(`CREATE INDEX agreement_status ON agreement (status)`);
    await db.query(`CREATE INDEX agreement_search ON agreement USING gin (search_text gin_trgm_ops)`);
    await db.query(`
      CREATE TABLE agreement_partner (
        agreement_id uuid NOT NULL REFERENCES agreement ON DELETE CASCADE,
        city_id uuid NOT NULL REFERENCES city,
        place integer NOT NULL,
        PRIMARY KEY (agreement_id, city_id)
      )`);
    await db.query(`CREATE INDEX agreement_partner_city ON agreement_partner (city_id)`);
    await db.query(`
      CREATE TABLE agreement_event (
        agreement_id uuid NOT NULL REFERENCES agreement ON DELETE CASCADE,
        key text NOT NULL,
        "on" date NOT NULL,
        note text,
        demonstration boolean NOT NULL DEFAULT false,
        PRIMARY KEY (agreement_id, key)
      )`);

    await db.query(`
      CREATE TABLE milestone (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        agreement_id uuid NOT NULL REFERENCES agreement ON DELETE CASCADE,
        key text NOT NULL,
        number text NOT NULL,
        place integer NOT NULL,
        stage text NOT NULL,
        title jsonb NOT NULL,
        status text NOT NULL CHECK (status IN ('planned', 'open', 'submitted', 'done', 'blocked', 'notApplicable', 'cancelled')),
        due_on date,
        provisional boolean NOT NULL DEFAULT false,
        original_due_on date,
        pinned boolean NOT NULL DEFAULT false,
        owner_id uuid REFERENCES person,
        counterpart_id uuid REFERENCES person,
        assigned_on date,
        waiting_on text,
        started_on date,
        done_on date,
        statement text,
        cycle_no integer NOT NULL DEFAULT 0,
        search_text text NOT NULL DEFAULT '',
        demonstration boolean NOT NULL DEFAULT false,
        UNIQUE (agreement_id, key)
      )`);
    await db.query(`CREATE INDEX milestone_due ON milestone (due_on, id)`);
    await db.query(`CREATE INDEX milestone_unfinished ON milestone (due_on, id) WHERE status IN ('open', 'blocked')`);
    await db.query(`CREATE INDEX milestone_owner ON milestone (owner_id, due_on) WHERE status IN ('open', 'blocked', 'submitted')`);
    await db.query(`CREATE INDEX milestone_counterpart ON milestone (counterpart_id)`);
    await db.query(`CREATE INDEX milestone_search ON milestone USING gin (search_text gin_trgm_ops)`);

    await db.query(`
      CREATE TABLE contact (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        agreement_id uuid NOT NULL REFERENCES agreement ON DELETE CASCADE,
        person_id uuid REFERENCES person,
        account_id uuid REFERENCES account,
        means text NOT NULL CHECK (means IN ('called', 'wrote', 'met')),
        "on" date NOT NULL,
        line text NOT NULL,
        demonstration boolean NOT NULL DEFAULT false
      )`);
    await db.query(`CREATE INDEX contact_agreement ON contact (agreement_id, "on" DESC)`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
