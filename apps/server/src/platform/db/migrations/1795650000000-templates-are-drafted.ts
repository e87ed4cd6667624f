import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of templates are drafted, published and retired; what is stored so far has been published. Nothing but a draft is ever changed or removed. */
export class TemplatesAreDrafted1795650000000 implements MigrationInterface {
  name = 'TemplatesAreDrafted1795650000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE template_version
        ADD COLUMN state text NOT NULL DEFAULT 'published',
        ADD COLUMN revision integer NOT NULL DEFAULT 1,
        ADD COLUMN retired_at timestamptz,
        ALTER COLUMN published_at DROP NOT NULL,
        ADD CONSTRAINT template_version_state_check CHECK (state IN ('draft', 'published', 'retired')),
        ADD CONSTRAINT template_version_published_check CHECK ((state = 'draft') = (published_at IS NULL)),
        ADD CONSTRAINT template_version_retired_check CHECK ((state = 'retired') = (retired_at IS NOT NULL))`);
    await db.query(`
      CREATE FUNCTION keep_published_template() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN
          RAISE EXCEPTION 'template % version % is %', OLD.key, OLD.version, OLD.state USING ERRCODE = 'restrict_violation';
        END IF;
        IF (NEW.id, NEW.key, NEW.version, NEW.definition, NEW.published_at) IS DISTINCT FROM (OLD.id, OLD.key, OLD.version, OLD.definition, OLD.published_at)
           OR (NEW.state <> OLD.state AND NOT (OLD.state = 'published' AND NEW.state = 'retired'))
           OR (OLD.state = 'retired' AND NEW IS DISTINCT FROM OLD) THEN
          RAISE EXCEPTION 'template % version % is %', OLD.key, OLD.version, OLD.state USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`CREATE TRIGGER template_version_published BEFORE UPDATE OR DELETE ON template_version FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION keep_published_template()`);
    // An agreement follows what was published, and is opened with nothing else.
    await db.query(`
      CREATE FUNCTION follow_published_template() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM template_version WHERE key = NEW.template_key AND version = NEW.template_version AND state = 'draft') THEN
          RAISE EXCEPTION 'template % version % is a draft', NEW.template_key, NEW.template_version USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(`CREATE TRIGGER agreement_template BEFORE INSERT OR UPDATE OF template_key, template_version ON agreement FOR EACH ROW EXECUTE FUNCTION follow_published_template()`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
