import { Injectable } from '@nestjs/common';
import type { Language, ListQuery, LocalisedText, Page, Project, ProjectCreate, projectList } from '@tawama/contracts';
import { namedSearchText, projectStepTitle } from '@tawama/domain';
import type { EntityManager } from 'typeorm';
import { byName, selectPage, type ListSource } from '../../platform/db/list-sql.js';
import { updateVersioned } from '../../platform/db/versioned.js';

/** The parties of an agreement, as far as a project needs them. */
export interface ServedAgreement { id: string; homeCityId: string; partnerCityIds: string[] }
/** What is stored of a project itself. */
export type ProjectChange = Partial<Omit<ProjectCreate, 'steps' | 'agreementIds'>>;

const ofSteps = (condition: string): string => `(SELECT count(*)::int FROM milestone m WHERE m.project_id = p.id AND ${condition})`;
/** A viewer is told of no agreement outside his scope. */
const columns = (scope: string): string => `p.id, p.version, p.axis, p.title, p.place, p.status, p.starts_on AS "startsOn", p.ends_on AS "endsOn", p.budget,
  jsonb_build_object('planned', p.beneficiaries_planned, 'reached', p.beneficiaries_reached) AS beneficiaries,
  p.indicator || jsonb_build_object('actual', latest.value, 'actualOn', latest."on") AS indicator,
  p.home_lead_id AS "homeLeadId", p.partner_lead_id AS "partnerLeadId", p.note, p.demonstration,
  ARRAY(SELECT g.agreement_id FROM project_agreement g WHERE g.project_id = p.id AND (${scope} IS NULL OR g.agreement_id = ANY(${scope})) ORDER BY g.place) AS "agreementIds",
  jsonb_build_object('done', ${ofSteps(`m.status = 'done'`)}, 'total', ${ofSteps(`m.status NOT IN ('notApplicable', 'cancelled')`)}) AS steps`;
const FROM = 'project p LEFT JOIN LATERAL (SELECT m.value, m."on" FROM project_measurement m WHERE m.project_id = p.id ORDER BY m."on" DESC LIMIT 1) latest ON true';
const within = (ids: string): string => `EXISTS (SELECT 1 FROM project_agreement g WHERE g.project_id = p.id AND g.agreement_id = ANY(${ids}))`;

// Neither a filter nor a search tells of an agreement outside the scope.
const SEEN = '(@scope IS NULL OR g.agreement_id = ANY(@scope))';
const serves = (ids: string): string => `EXISTS (SELECT 1 FROM project_agreement g WHERE g.project_id = p.id AND g.agreement_id = ANY(${ids}) AND ${SEEN})`;

const source = (scope: readonly string[] | null, language: Language) => ({
  from: FROM, countFrom: 'project p', select: columns('@scope'), id: 'p.id', within,
  // Found by its own words and by every spelling of the cities that it serves.
  search: `(p.search_text || E'\\n' || coalesce((SELECT string_agg(a.search_text, E'\\n') FROM project_agreement g JOIN agreement a ON a.id = g.agreement_id WHERE g.project_id = p.id AND ${SEEN}), ''))`,
  parameters: { scope: { value: scope, type: 'uuid[]' } },
  columns: {
    id: { sql: 'p.id', type: 'uuid' }, agreementId: { sql: 'p.id', type: 'uuid', matches: serves }, axis: 'p.axis', status: 'p.status',
    startsOn: { sql: 'p.starts_on', type: 'date' }, endsOn: { sql: 'p.ends_on', type: 'date' }, title: byName(`coalesce(p.title->>'${language}', p.title->>'ar', p.title->>'fr', p.title->>'en')`),
  },
}) satisfies ListSource<typeof projectList>;

const searchTextOf = ({ title, place, budget }: { title: LocalisedText; place: string | null; budget: { funder: string | null } | null }): string => namedSearchText(title, [place, budget?.funder ?? null]);

/** All SQL of the projects themselves. */
@Injectable()
export class ProjectsStore {
  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null, language: Language): Promise<Page<Project>> {
    return selectPage<Project>(tx, source(scope, language), query, scope);
  }

  /** One project that serves an agreement of the scope. */
  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<Project | undefined> {
    return (await tx.query<Project[]>(`SELECT ${columns('$2::uuid[]')} FROM ${FROM} WHERE p.id = $1 AND ($2::uuid[] IS NULL OR ${within('$2::uuid[]')})`, [id, scope]))[0];
  }

  /** Every agreement that a project serves, whoever asks; the first one leads. */
  async servedBy(tx: EntityManager, id: string): Promise<string[]> {
    return (await tx.query<{ id: string }[]>('SELECT agreement_id AS id FROM project_agreement WHERE project_id = $1 ORDER BY place', [id])).map((row) => row.id);
  }

  agreements(tx: EntityManager, ids: readonly string[]): Promise<ServedAgreement[]> {
    return tx.query<ServedAgreement[]>(
      `SELECT a.id, a.home_city_id AS "homeCityId", ARRAY(SELECT p.city_id FROM agreement_partner p WHERE p.agreement_id = a.id ORDER BY p.place) AS "partnerCityIds"
       FROM agreement a WHERE a.id = ANY($1::uuid[])`, [ids]);
  }

  async insert(tx: EntityManager, id: string, project: ProjectCreate, demonstration: boolean): Promise<void> {
    await tx.query(
      `INSERT INTO project (id, axis, title, place, status, starts_on, ends_on, budget, beneficiaries_planned, beneficiaries_reached, indicator, home_lead_id, partner_lead_id, note, search_text, demonstration)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [id, project.axis, project.title, project.place, project.status, project.startsOn, project.endsOn, project.budget, project.beneficiaries.planned, project.beneficiaries.reached,
        project.indicator, project.homeLeadId, project.partnerLeadId, project.note, searchTextOf(project), demonstration]);
    await this.putAgreements(tx, id, project.agreementIds);
  }

  /** @throws Refusal `record/stale`, `record/not-found` */
  async update(tx: EntityManager, stored: Project, version: number, change: ProjectChange, current: () => Promise<unknown>): Promise<void> {
    const { beneficiaries, startsOn, endsOn, homeLeadId, partnerLeadId, ...same } = change;
    const named = same.title !== undefined || same.place !== undefined || same.budget !== undefined;
    await updateVersioned(tx, {
      table: 'project', id: stored.id, version, current,
      changes: {
        ...same, starts_on: startsOn, ends_on: endsOn, home_lead_id: homeLeadId, partner_lead_id: partnerLeadId,
        beneficiaries_planned: beneficiaries?.planned, beneficiaries_reached: beneficiaries?.reached, search_text: named ? searchTextOf({ ...stored, ...change }) : undefined,
      },
    });
    if (same.title !== undefined) await this.renameSteps(tx, stored.id, same.title);
  }

  /** The agreements in their order, in place of those before; articles of an agreement that it serves no more are not kept by it. */
  async putAgreements(tx: EntityManager, id: string, agreementIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM project_agreement WHERE project_id = $1', [id]);
    await tx.query('INSERT INTO project_agreement (project_id, agreement_id, place) SELECT $1, agreement_id, place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS g (agreement_id, place)', [id, agreementIds]);
    await tx.query('DELETE FROM article_project l USING article t WHERE t.id = l.article_id AND l.project_id = $1 AND t.agreement_id <> ALL($2::uuid[])', [id, agreementIds]);
  }

  /** Marks freshly laid steps as those of the project. */
  async claimSteps(tx: EntityManager, id: string, milestoneIds: readonly string[], demonstration: boolean): Promise<void> {
    await tx.query('UPDATE milestone SET project_id = $1, demonstration = $3 WHERE id = ANY($2::uuid[])', [id, milestoneIds, demonstration]);
  }

  /** Whether anything has come of a project: a step that somebody touched, a reminder that went out, a measurement, a photo. */
  async hasHappened(tx: EntityManager, id: string): Promise<boolean> {
    const [row] = await tx.query<{ happened: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM project_measurement WHERE project_id = $1) OR EXISTS (SELECT 1 FROM project_photo WHERE project_id = $1 AND removed_at IS NULL)
           OR EXISTS (SELECT 1 FROM milestone m WHERE m.project_id = $1 AND (m.started_on IS NOT NULL OR m.done_on IS NOT NULL OR m.status IN ('submitted', 'done', 'blocked', 'notApplicable')
                OR EXISTS (SELECT 1 FROM reminder r WHERE r.milestone_id = m.id AND r.state = 'materialised'))) 
           OR EXISTS (SELECT 1 FROM contact k WHERE k.subject_type = 'project' AND k.subject_id = $1) OR EXISTS (SELECT 1 FROM note n WHERE n.subject_type = 'project' AND n.subject_id = $1) AS happened`, [id]);
    return row?.happened ?? false;
  }

  /** Its steps, measurements and links go with it. */
  async delete(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM project WHERE id = $1', [id]);
  }

  private async renameSteps(tx: EntityManager, id: string, title: LocalisedText): Promise<void> {
    const steps = (['start', 'progress', 'visit', 'completion'] as const).map((step) => {
      const words = projectStepTitle(step, title);
      return { step, title: words, search_text: namedSearchText(words) };
    });
    await tx.query(
      `UPDATE milestone SET title = new.title, search_text = new.search_text, version = milestone.version + 1
       FROM jsonb_to_recordset($2::jsonb) AS new (step text, title jsonb, search_text text) WHERE milestone.project_id = $1 AND milestone.key LIKE '%-' || new.step`, [id, JSON.stringify(steps)]);
  }
}
