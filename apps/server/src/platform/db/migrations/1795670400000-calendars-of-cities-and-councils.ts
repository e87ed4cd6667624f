import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Working weeks of cities, sessions of councils, and from which day on an agreement's repeated steps are laid out. Triggers count every
 * change of what due dates are counted with: plans that were counted before it are counted anew.
 */
export class CalendarsOfCitiesAndCouncils1795670400000 implements MigrationInterface {
  name = 'CalendarsOfCitiesAndCouncils1795670400000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE city ADD COLUMN weekend smallint[] NOT NULL DEFAULT '{6,7}', ADD CONSTRAINT city_weekend_check CHECK (weekend <@ '{1,2,3,4,5,6,7}' AND cardinality(weekend) < 7)`);
    await db.query('ALTER TABLE agreement ADD COLUMN repeats_from date');
    // Followed since the club opened it, on the day that it was then in Smara.
    await db.query('UPDATE agreement SET repeats_from = created_at::date');
    await db.query(`
      CREATE TABLE council_session (
        id uuid CONSTRAINT council_session_pkey PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        city_id uuid CONSTRAINT council_session_city_id_fkey REFERENCES city (id) ON DELETE CASCADE,
        kind text NOT NULL CONSTRAINT council_session_kind_check CHECK (kind IN ('ordinary', 'extraordinary')),
        begins_on date NOT NULL,
        ends_on date NOT NULL,
        certainty text NOT NULL CONSTRAINT council_session_certainty_check CHECK (certainty IN ('confirmed', 'estimated')),
        source text NOT NULL,
        CONSTRAINT council_session_check CHECK (ends_on >= begins_on)
      )`);
    await db.query('CREATE INDEX council_session_begins ON council_session (begins_on)');
    await db.query(`
      CREATE FUNCTION note_calendar_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- A backup that is being loaded brings its own count.
        IF current_setting('tawama.loading', true) = 'on' THEN RETURN NULL; END IF;
        INSERT INTO setting (key, value) VALUES ('calendars.changed', '1')
        ON CONFLICT (key) DO UPDATE SET value = to_jsonb((setting.value #>> '{}')::int + 1);
        RETURN NULL;
      END $$`);
    await db.query('CREATE TRIGGER holiday_changes AFTER INSERT OR UPDATE OR DELETE ON holiday FOR EACH STATEMENT EXECUTE FUNCTION note_calendar_change()');
    await db.query('CREATE TRIGGER council_session_changes AFTER INSERT OR UPDATE OR DELETE ON council_session FOR EACH STATEMENT EXECUTE FUNCTION note_calendar_change()');
    await db.query('CREATE TRIGGER city_week_changes AFTER UPDATE OF weekend, country ON city FOR EACH STATEMENT EXECUTE FUNCTION note_calendar_change()');
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
