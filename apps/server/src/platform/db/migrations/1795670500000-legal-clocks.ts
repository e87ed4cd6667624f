import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the times that the law sets ended, and what the law of each country says of a step. */
export class LegalClocks1795670500000 implements MigrationInterface {
  name = 'LegalClocks1795670500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE legal_outcome (
        id uuid CONSTRAINT legal_outcome_pkey PRIMARY KEY DEFAULT new_id(),
        milestone_id uuid NOT NULL CONSTRAINT legal_outcome_milestone_id_fkey REFERENCES milestone (id) ON DELETE CASCADE,
        outcome text NOT NULL CONSTRAINT legal_outcome_outcome_check CHECK (outcome IN ('visa', 'refusal', 'silence')),
        means text CONSTRAINT legal_outcome_means_check CHECK (means IN ('accepted', 'refused')),
        "on" date NOT NULL,
        note text NOT NULL,
        evidence_id uuid CONSTRAINT legal_outcome_evidence_id_fkey REFERENCES evidence (id) ON DELETE SET NULL,
        account_id uuid CONSTRAINT legal_outcome_account_id_fkey REFERENCES account (id),
        at timestamptz NOT NULL DEFAULT club_now(),
        demonstration boolean NOT NULL DEFAULT false,
        -- Silence means what people say it means, and never anything by itself.
        CONSTRAINT legal_outcome_check CHECK ((outcome = 'silence') = (means IS NOT NULL) AND (outcome = 'visa' OR note <> ''))
      )`);
    await db.query('CREATE INDEX legal_outcome_milestone ON legal_outcome (milestone_id, at)');
    await db.query('CREATE INDEX legal_outcome_evidence ON legal_outcome (evidence_id) WHERE evidence_id IS NOT NULL');
    await db.query(`
      CREATE TABLE legal_note (
        id uuid CONSTRAINT legal_note_pkey PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        country text NOT NULL,
        key text NOT NULL,
        text jsonb NOT NULL,
        days integer,
        source text NOT NULL,
        state text NOT NULL DEFAULT 'toVerify' CONSTRAINT legal_note_state_check CHECK (state IN ('toVerify', 'confirmed')),
        verified_by uuid CONSTRAINT legal_note_verified_by_fkey REFERENCES account (id),
        verified_on date,
        search_text text NOT NULL DEFAULT '',
        CONSTRAINT legal_note_check CHECK ((state = 'confirmed') = (verified_on IS NOT NULL))
      )`);
    await db.query('CREATE INDEX legal_note_key ON legal_note (key, country)');
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
