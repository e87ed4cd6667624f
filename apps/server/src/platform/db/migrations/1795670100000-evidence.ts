import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal knows which dates an acceptance recorded; where another one stands today, or one was recorded by itself since, it is no longer the step's. */
export const WHO_LEFT_WHICH_DATE = `
  UPDATE agreement_event e SET milestone_id = a.subject_id
  FROM audit_entry a JOIN milestone m ON m.id = a.subject_id AND m.status = 'done'
  WHERE a.action = 'milestone.accept' AND a.agreement_id = e.agreement_id AND a.after->'events'->>e.key = to_char(e."on", 'YYYY-MM-DD')
    AND NOT EXISTS (SELECT FROM audit_entry later WHERE later.agreement_id = e.agreement_id AND later.action = 'agreement.record-event' AND later.recorded_at > a.recorded_at AND later.after->'events' ? e.key)`;

/** Files that show that steps were done, what both sides say of a step, and which step left a date of reference behind. */
export class Evidence1795670100000 implements MigrationInterface {
  name = 'Evidence1795670100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evidence (
        id uuid PRIMARY KEY DEFAULT new_id(),
        agreement_id uuid NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        milestone_id uuid NOT NULL REFERENCES milestone (id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('document', 'photo', 'minutes', 'siteVisit')),
        title text NOT NULL,
        file_name text NOT NULL,
        mime_type text NOT NULL,
        bytes integer NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        account_id uuid REFERENCES account (id),
        at timestamptz NOT NULL DEFAULT club_now(),
        removed_at timestamptz,
        demonstration boolean NOT NULL DEFAULT false
      );
      CREATE INDEX evidence_milestone ON evidence (milestone_id) WHERE removed_at IS NULL;
      CREATE INDEX evidence_agreement ON evidence (agreement_id, at) WHERE removed_at IS NULL;
      CREATE INDEX evidence_sha256 ON evidence (sha256);

      ALTER TABLE milestone
        ADD COLUMN proof_level text NOT NULL DEFAULT 'none' CHECK (proof_level IN ('none', 'declared', 'documented', 'confirmedByBoth', 'seenOnSite')),
        ADD COLUMN home_confirmation jsonb,
        ADD COLUMN partner_confirmation jsonb;

      ALTER TABLE agreement_event ADD COLUMN milestone_id uuid REFERENCES milestone (id) ON DELETE SET NULL;
    `);
    await db.query(WHO_LEFT_WHICH_DATE);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
