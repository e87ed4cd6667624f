import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How alive an agreement is; contacts and notes about agreements, steps and people; who is to be succeeded. */
export class Vitality1795670300000 implements MigrationInterface {
  name = 'Vitality1795670300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`SET LOCAL statement_timeout = 0`);
    // Null until the job's first look. `vitality_on` is the day it was reckoned for, `dormant_since` is set while a dormancy has its step.
    await db.query(`
      ALTER TABLE agreement
        ADD COLUMN vitality_level text CHECK (vitality_level IN ('active', 'watch', 'struggling', 'dormant')),
        ADD COLUMN vitality_reason jsonb,
        ADD COLUMN vitality_on date,
        ADD COLUMN dormant_since date`);
    // A subject is named by its kind and id, so that one more kind needs no change here; the agreement stays beside it, for scope and vitality.
    await db.query(`ALTER TABLE contact ADD COLUMN subject_type text NOT NULL DEFAULT 'agreement', ADD COLUMN subject_id uuid, ALTER COLUMN agreement_id DROP NOT NULL`);
    await db.query(`UPDATE contact SET subject_id = agreement_id`);
    await db.query(`ALTER TABLE contact ALTER COLUMN subject_type DROP DEFAULT, ALTER COLUMN subject_id SET NOT NULL`);
    await db.query(`ALTER TABLE contact RENAME COLUMN means TO kind`);
    await db.query(`ALTER TABLE contact RENAME CONSTRAINT contact_means_check TO contact_kind_check`);
    await db.query(`CREATE INDEX contact_subject ON contact (subject_id, "on" DESC)`);
    await db.query(`
      CREATE TABLE note (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        agreement_id uuid REFERENCES agreement ON DELETE CASCADE,
        person_id uuid REFERENCES person ON DELETE CASCADE,
        account_id uuid REFERENCES account,
        at timestamptz NOT NULL DEFAULT club_now(),
        text text NOT NULL,
        demonstration boolean NOT NULL DEFAULT false
      )`);
    await db.query(`CREATE INDEX note_subject ON note (subject_id, at DESC)`);
    await db.query(`CREATE INDEX note_agreement ON note (agreement_id, at DESC)`);
    // One for each end of a mandate: a mandate that is prolonged and ends again is asked about again.
    await db.query(`
      CREATE TABLE handover (
        id uuid PRIMARY KEY DEFAULT new_id(),
        person_id uuid NOT NULL REFERENCES person ON DELETE CASCADE,
        mandate_ends_on date NOT NULL,
        asked_on date NOT NULL,
        successor_id uuid REFERENCES person,
        done_on date,
        UNIQUE (person_id, mandate_ends_on)
      )`);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
