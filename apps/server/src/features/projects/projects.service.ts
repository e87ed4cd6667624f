import { Injectable } from '@nestjs/common';
import type { CommandEffect, ListQuery, Page, Project, ProjectCreate, ProjectPatch } from '@tawama/contracts';
import { addProjectSteps, changeProjectSteps, checkProjectDates, projectStepDates, removeProjectSteps, type PlanMilestone, type ProjectFacts } from '@tawama/domain';
import { Database, type Tx } from '../../platform/db/database.js';
import { differences } from '../../platform/db/versioned.js';
import { Refusal, unwrap } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import type { By } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { ProjectDesk } from './project-desk.js';
import { ProjectsStore, type ProjectChange } from './projects.store.js';

/** What of a project its steps follow. */
const FOLLOWED = ['status', 'startsOn', 'endsOn', 'homeLeadId', 'partnerLeadId'] as const satisfies readonly (keyof ProjectFacts)[];

/** What happens on the ground. A project's steps stand in the plan of its first agreement: both change together or not at all. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly database: Database,
    private readonly store: ProjectsStore,
    private readonly desk: ProjectDesk,
    private readonly plans: Plans,
    private readonly journal: AuditJournal,
  ) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Project>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds, viewer.language));
  }

  /** @throws Refusal `record/not-found`, also where it serves no agreement of the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Project> {
    return this.database.read((tx) => this.read(tx, id, viewer.agreementIds));
  }

  /**
   * Begins a project and lays its steps out in the plan of its first agreement.
   * @throws Refusal `project/dates-reversed`, `agreement/closed`, and what `ProjectDesk.check` refuses
   */
  async create(by: By, given: ProjectCreate): Promise<Project> {
    unwrap(checkProjectDates(given));
    const { id, idOf } = await this.database.read(async (tx) => {
      await this.desk.check(tx, by.scope, given.agreementIds, given);
      return this.desk.newIds(tx);
    });
    const [agreementId = ''] = given.agreementIds;
    const demonstration = by.demonstration === true;
    let [laid, behind]: [readonly PlanMilestone[], number] = [[], 0];
    const saved = await this.plans.run(by, {
      target: { agreementId }, version: null, journal: { action: 'agreement.add-project', after: { projectId: id } },
      decide: (plan) => {
        const change = addProjectSteps(plan, { projectId: id, facts: given, dates: projectStepDates(given, given.steps), idOf });
        if (change.ok) [laid, behind] = [change.value.plan.milestones.slice(plan.milestones.length), plan.milestones.length];
        return change;
      },
      also: async (tx) => {
        await this.store.insert(tx, id, given, demonstration);
        await this.desk.lay(tx, { id, agreementId, title: given.title, demonstration }, laid, behind);
        const { note, ...after } = given;
        await this.journal.record(tx, { actorId: by.actorId, action: 'project.create', subjectType: 'project', subjectId: id, agreementId, after: { ...after, note: note !== null } });
      },
    }, (tx) => this.read(tx, id, by.scope));
    return withoutEffect(saved);
  }

  /**
   * Changes the given fields; steps that lay on its first or last day move along, those of a project that is over are given up.
   * @throws Refusal `record/not-found`, `record/stale`, `access/denied` where it also serves agreements outside the scope, `project/dates-reversed`,
   * `project/other-lead-agreement`, `agreement/closed` where its steps would change, and what `ProjectDesk.check` refuses
   */
  async change(by: By, id: string, version: number, patch: ProjectPatch): Promise<Project> {
    const stored = await this.database.read(async (tx) => {
      const project = await this.editable(tx, id, by.scope);
      // A stale screen is told so before anything else that might be wrong with what it sends.
      if (project.version !== version) throw new Refusal('record/stale', { current: project });
      const next = { ...project, ...patch };
      unwrap(checkProjectDates(next));
      if (next.agreementIds[0] !== project.agreementIds[0]) throw new Refusal('project/other-lead-agreement', { fields: [{ path: 'agreementIds.0', code: 'project/other-lead-agreement' }] });
      if (patch.agreementIds ?? patch.homeLeadId ?? patch.partnerLeadId) await this.desk.check(tx, by.scope, next.agreementIds, patch);
      return project;
    });
    const { before, after } = differences<ProjectChange & { agreementIds?: string[] }>(withoutActual(stored), patch);
    const save = (tx: Tx) => this.save(tx, by, stored, version, before, after);
    if (!FOLLOWED.some((field) => field in after)) return this.database.transaction(async (tx) => {
      await save(tx);
      return this.read(tx, id, by.scope);
    });
    const [agreementId = ''] = stored.agreementIds;
    return withoutEffect(await this.plans.run(by, {
      target: { agreementId }, version: null, journal: { action: 'agreement.update-project', after: { projectId: id } },
      decide: (plan) => changeProjectSteps(plan, id, stored, { ...stored, ...patch } as ProjectFacts),
      also: save,
    }, (tx) => this.read(tx, id, by.scope)));
  }

  /** @throws Refusal `record/not-found`, `access/denied`; `project/under-way` once anything has come of it */
  async delete(by: By, id: string): Promise<Project> {
    const stored = await this.database.read((tx) => this.editable(tx, id, by.scope));
    const [agreementId = ''] = stored.agreementIds;
    await this.plans.run(by, {
      target: { agreementId }, version: null, journal: { action: 'agreement.remove-project', after: { projectId: id } },
      decide: (plan) => ({ ok: true, value: removeProjectSteps(plan, id) }),
      also: async (tx) => {
        if (await this.store.hasHappened(tx, id)) throw new Refusal('project/under-way');
        await this.store.delete(tx, id);
        const { note, ...before } = stored;
        await this.journal.record(tx, { actorId: by.actorId, action: 'project.delete', subjectType: 'project', subjectId: id, agreementId, before: { ...before, note: note !== null } });
      },
    }, () => Promise.resolve({}));
    return stored;
  }

  /** @throws Refusal `record/not-found`; `access/denied` where it also serves agreements outside the scope */
  async editable(tx: Tx, id: string, scope: readonly string[] | null): Promise<Project> {
    const project = await this.read(tx, id, scope);
    if (scope !== null && (await this.store.servedBy(tx, id)).length > project.agreementIds.length) throw new Refusal('access/denied');
    return project;
  }

  /** @throws Refusal `record/not-found` */
  async read(tx: Tx, id: string, scope: readonly string[] | null): Promise<Project> {
    const project = await this.store.find(tx, id, scope);
    if (!project) throw new Refusal('record/not-found');
    return project;
  }

  /** An entry in the journal of the project. */
  note(tx: Tx, actorId: string | null, action: string, project: Project, sides: { before?: object; after?: object }): Promise<void> {
    return this.journal.record(tx, { actorId, action, subjectType: 'project', subjectId: project.id, agreementId: project.agreementIds[0] ?? null, ...sides });
  }

  private async save(tx: Tx, by: By, stored: Project, version: number, before: object, after: ProjectChange & { agreementIds?: string[] }): Promise<void> {
    const { agreementIds, ...change } = after;
    // Links alone leave no column changed, and still are a change that a stale screen must learn of.
    await this.store.update(tx, stored, version, agreementIds === undefined ? change : { ...change, axis: change.axis ?? stored.axis }, () => this.store.find(tx, stored.id, by.scope));
    if (agreementIds !== undefined) await this.store.putAgreements(tx, stored.id, agreementIds);
    if (Object.keys(after).length === 0) return;
    await this.journal.record(tx, { actorId: by.actorId, action: 'project.update', subjectType: 'project', subjectId: stored.id, agreementId: stored.agreementIds[0] ?? null, before: withoutWords(before), after: withoutWords(after) });
  }
}

const withoutEffect = ({ dryRun: _d, moved: _m, remindersAdded: _a, remindersCancelled: _c, ...project }: Project & CommandEffect): Project => project;
/** The note may name people: the journal keeps that there is one. */
const withoutWords = (side: object): object => ('note' in side ? { ...side, note: side.note !== null } : side);

/** What was measured is no part of what is entered. */
function withoutActual({ indicator, ...project }: Project): Project {
  if (indicator === null) return { ...project, indicator };
  const { actual: _actual, actualOn: _on, ...entered } = indicator;
  return { ...project, indicator: entered as Project['indicator'] };
}
