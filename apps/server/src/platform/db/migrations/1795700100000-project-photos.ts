import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures of projects: each row names its content by the hash under which it is kept. */
export class ProjectPhotos1795700100000 implements MigrationInterface {
  name = 'ProjectPhotos1795700100000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE project_photo (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        project_id uuid NOT NULL REFERENCES project (id) ON DELETE CASCADE,
        caption text NOT NULL,
        taken_on date,
        place integer NOT NULL,
        mime_type text NOT NULL CHECK (mime_type IN ('image/jpeg', 'image/png', 'image/webp')),
        bytes integer NOT NULL,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        account_id uuid REFERENCES account (id),
        at timestamptz NOT NULL DEFAULT club_now(),
        removed_at timestamptz,
        demonstration boolean NOT NULL DEFAULT false
      );
      CREATE INDEX project_photo_project ON project_photo (project_id, place) WHERE removed_at IS NULL;
      CREATE INDEX project_photo_sha256 ON project_photo (sha256);
    `);
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
