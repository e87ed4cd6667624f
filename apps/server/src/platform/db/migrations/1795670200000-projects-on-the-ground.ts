import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens on the ground under one or several agreements, what is measured of it, and the articles of the signed text that it keeps. */
export class ProjectsOnTheGround1795670200000 implements MigrationInterface {
  name = 'ProjectsOnTheGround1795670200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE project (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        axis text NOT NULL CHECK (axis IN ('economy', 'environment', 'governance', 'culture', 'science')),
        title jsonb NOT NULL,
        place text,
        status text NOT NULL CHECK (status IN ('planned', 'running', 'completed', 'stopped')),
        starts_on date,
        ends_on date,
        budget jsonb,
        beneficiaries_planned integer,
        beneficiaries_reached integer,
        indicator jsonb,
        home_lead_id uuid REFERENCES person,
        partner_lead_id uuid REFERENCES person,
        note jsonb,
        search_text text NOT NULL DEFAULT '',
        demonstration boolean NOT NULL DEFAULT false
      )`);
    // The agreements in order: the one at place 0 leads, its plan holds the project's steps.
    await db.query(`
      CREATE TABLE project_agreement (
        project_id uuid NOT NULL REFERENCES project ON DELETE CASCADE,
        agreement_id uuid NOT NULL REFERENCES agreement ON DELETE CASCADE,
        place integer NOT NULL,
        PRIMARY KEY (project_id, agreement_id)
      )`);
    await db.query('CREATE INDEX project_agreement_agreement ON project_agreement (agreement_id)');
    await db.query(`
      CREATE TABLE project_measurement (
        id uuid PRIMARY KEY DEFAULT new_id(),
        project_id uuid NOT NULL REFERENCES project ON DELETE CASCADE,
        "on" date NOT NULL,
        value double precision NOT NULL,
        note text,
        demonstration boolean NOT NULL DEFAULT false,
        UNIQUE (project_id, "on")
      )`);
    await db.query('ALTER TABLE milestone ADD COLUMN project_id uuid REFERENCES project ON DELETE CASCADE');
    await db.query('CREATE INDEX milestone_project ON milestone (project_id) WHERE project_id IS NOT NULL');
    await db.query(`
      CREATE TABLE article (
        id uuid PRIMARY KEY DEFAULT new_id(),
        version integer NOT NULL DEFAULT 1,
        agreement_id uuid NOT NULL REFERENCES agreement ON DELETE CASCADE,
        number text NOT NULL,
        text jsonb NOT NULL,
        search_text text NOT NULL DEFAULT '',
        demonstration boolean NOT NULL DEFAULT false,
        UNIQUE (agreement_id, number)
      )`);
    await db.query(`
      CREATE TABLE article_milestone (
        article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
        milestone_id uuid NOT NULL REFERENCES milestone ON DELETE CASCADE,
        PRIMARY KEY (article_id, milestone_id)
      )`);
    await db.query('CREATE INDEX article_milestone_milestone ON article_milestone (milestone_id)');
    await db.query(`
      CREATE TABLE article_project (
        article_id uuid NOT NULL REFERENCES article ON DELETE CASCADE,
        project_id uuid NOT NULL REFERENCES project ON DELETE CASCADE,
        PRIMARY KEY (article_id, project_id)
      )`);
    await db.query('CREATE INDEX article_project_project ON article_project (project_id)');
  }

  async down(): Promise<void> {
    throw new Error('a landed migration is never undone: restore a backup');
  }
}
