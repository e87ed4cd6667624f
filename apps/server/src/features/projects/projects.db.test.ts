import { listQuery, measurementCreate, milestoneList, projectCreate, projectList, projectPatch, type Agreement, type Milestone, type Project, type ProjectCreate } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { planCheckOn, plansOn, projectsOn } from '../../../test/plans.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';

const NOBODY = '0190a000-0000-7000-8000-000000000009';
const TITLE = { ar: 'حديقة الصداقة', fr: 'Jardin de l’amitié', en: 'Garden of friendship' };
let ground: TestGround;
let on: ReturnType<typeof projectsOn>;
let plans: ReturnType<typeof plansOn>;
let admin: Viewer;
let scoped: Viewer;
let [lead, other, coordinator, focalPoint, elsewhere] = ['', '', '', '', ''];

beforeAll(async () => {
  ground = await openGround('2026-01-26T12:00:00Z');
  [on, plans] = [projectsOn(ground), plansOn(ground)];
  await plans.library.onModuleInit();
  const [home, dakar, niamey] = [await ground.city('smara', { role: 'home' }), await ground.city('dakar'), await ground.city('niamey')];
  coordinator = await ground.person(home, { name: 'Coordinator', email: 'c@example.org' });
  focalPoint = await ground.person(dakar, { name: 'Awa', email: 'a@example.org', function: 'focalPoint' });
  elsewhere = await ground.person(niamey, { name: 'Amina', email: 'n@example.org', function: 'focalPoint' });
  admin = await ground.viewer();
  const open = (partner: string): Promise<Agreement> => plans.agreements.open(admin, { templateKey: 'already-signed', homeCityId: home, partnerCityIds: [partner], events: { signed: '2026-01-20' } }, false);
  const [first, second] = [await open(dakar), await open(niamey)];
  [lead, other] = [first.id, second.id];
  for (const { id, version } of [first, second]) await plans.start.startReminders(byViewer(admin, false), id, version);
  scoped = await ground.viewer('coordinator', { agreementIds: [lead] });
});
afterAll(() => ground.close());

const given = (more: object = {}): ProjectCreate => projectCreate.parse({ agreementIds: [lead], axis: 'environment', title: TITLE, startsOn: '2026-03-02', endsOn: '2026-09-30', ...more });
const create = (more: object = {}, viewer = admin): Promise<Project> => on.projects.create(byViewer(viewer, false), given(more));
const change = (project: Pick<Project, 'id' | 'version'>, patch: object, viewer = admin): Promise<Project> => on.projects.change(byViewer(viewer, false), project.id, project.version, projectPatch.parse(patch));
const list = async (query: Record<string, string> = {}, viewer = admin) => (await on.projects.list(viewer, listQuery(projectList).parse(query))).data;
const stepsOf = async ({ id }: { id: string }): Promise<Milestone[]> => (await plans.milestones.list(admin, listQuery(milestoneList).parse({ projectId: id, sort: 'number' }))).data;
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);
const faults = async () => { const found = []; for await (const fault of planCheckOn(ground).faults()) found.push(fault); return found; };

describe('a project', () => {
  it('lays its steps out in the plan of its first agreement, open and reminded of like any other', async () => {
    const project = await create({ agreementIds: [lead, other], homeLeadId: coordinator, partnerLeadId: focalPoint, place: 'Dakar', budget: { amount: 1200.5, currency: 'MAD' }, steps: { visit: '2026-08-03' } });
    expect(project).toMatchObject({ version: 1, agreementIds: [lead, other], status: 'planned', budget: { amount: 1200.5, currency: 'MAD', funder: null }, beneficiaries: { planned: null, reached: null }, indicator: null, steps: { done: 0, total: 4 } });
    const steps = await stepsOf(project);
    expect(steps.map(({ agreementId, projectId, axis, status, dueOn, ownerId, counterpartId }) => [agreementId, projectId, axis, status, dueOn, ownerId, counterpartId])).toEqual(
      ['2026-03-02', '2026-06-16', '2026-08-03', '2026-09-30'].map((dueOn) => [lead, project.id, 'environment', 'open', dueOn, coordinator, focalPoint]));
    expect(steps[0]?.title.fr).toBe('Démarrage : Jardin de l’amitié');
    const [reminders] = await ground.test.query<{ planned: number }>(`SELECT count(*)::int AS planned FROM reminder WHERE milestone_id = $1 AND state = 'planned'`, [steps[0]?.id]);
    expect(reminders?.planned).toBeGreaterThan(3);
    const entries = await ground.test.query<{ action: string }>(`SELECT action FROM audit_entry WHERE agreement_id = $1 AND action LIKE '%roject%' ORDER BY id`, [lead]);
    expect(entries.map(({ action }) => action)).toEqual(['agreement.add-project', 'project.create']);
    expect(await faults()).toEqual([]);
  });

  it('is listed and credited on every agreement that it serves, and done once', async () => {
    for (const agreementId of [lead, other]) expect((await list({ agreementId })).map(({ title }) => title.en)).toEqual(['Garden of friendship']);
    expect(await stepsOf({ id: NOBODY })).toEqual([]);
    const [steps] = await ground.test.query('SELECT count(*)::int AS n FROM milestone WHERE agreement_id = $1 AND project_id IS NOT NULL', [other]);
    expect(steps).toEqual({ n: 0 });
  });

  it('is found by its words and by every spelling of its cities', async () => {
    const [project] = await list();
    for (const q of ['حديقه', 'jardin', 'dakar', 'NIAMEY']) expect((await list({ q })).map(({ id }) => id)).toEqual([project?.id]);
    expect(await list({ q: 'nothing' })).toEqual([]);
    expect(await list({ axis: 'economy' })).toEqual([]);
    expect(await list({ axis: 'environment,economy', status: 'planned', startsOnFrom: '2026-03-01', endsOnTo: '2026-12-31' })).toHaveLength(1);
  });

  it('takes its steps along, renames them, and gives them up when it is over', async () => {
    const project = await create();
    const renamed = await change(project, { title: { ...TITLE, fr: 'Jardin' }, beneficiaries: { planned: 10, reached: 3 } });
    expect(renamed).toMatchObject({ version: 2, beneficiaries: { planned: 10, reached: 3 } });
    const moved = await change(renamed, { startsOn: '2026-03-09' });
    expect((await stepsOf(project)).map(({ dueOn, title }) => [dueOn, title.fr])[0]).toEqual(['2026-03-09', 'Démarrage : Jardin']);
    const [step] = await stepsOf(project);
    const rescheduled = await plans.milestones.act(byViewer(admin, false), step?.id ?? '', step?.version ?? 0, { name: 'reschedule', dueOn: '2026-03-20', reason: 'rain' });
    expect(rescheduled).toMatchObject({ dueOn: '2026-03-20', moved: [{ from: '2026-03-09', to: '2026-03-20' }] });
    const stopped = await change(moved, { status: 'stopped' });
    expect((await stepsOf(project)).map(({ status }) => status)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
    expect(stopped.steps).toEqual({ done: 0, total: 0 });
    const [left] = await ground.test.query<{ n: number }>(`SELECT count(*)::int AS n FROM reminder r JOIN milestone m ON m.id = r.milestone_id WHERE m.project_id = $1 AND r.state = 'planned'`, [project.id]);
    expect(left?.n).toBe(0);
    await change(stopped, { status: 'running' });
    expect((await stepsOf(project)).map(({ status, dueOn }) => [status, dueOn])[0]).toEqual(['open', '2026-03-20']);
    expect(await faults()).toEqual([]);
  });

  it('refuses what does not fit together, naming the field', async () => {
    const fields = async (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => { const { code, detail } = refusalOf(error); return `${code} ${detail.fields?.map(({ path }) => path).join()}`; });
    expect(await fields(create({ endsOn: '2026-03-01' }))).toBe('project/dates-reversed endsOn');
    expect(await fields(create({ agreementIds: [lead, NOBODY] }))).toBe('request/invalid agreementIds.1');
    expect(await fields(create({ agreementIds: [lead, lead] }))).toBe('request/invalid agreementIds.1');
    expect(await fields(create({ homeLeadId: focalPoint }))).toBe('milestone/owner-not-home homeLeadId');
    expect(await fields(create({ partnerLeadId: coordinator }))).toBe('project/lead-not-partner partnerLeadId');
    expect(await fields(create({ partnerLeadId: elsewhere }))).toBe('project/lead-not-partner partnerLeadId');
    const shared = await create({ agreementIds: [lead, other], partnerLeadId: elsewhere });
    expect(await fields(change(shared, { agreementIds: [other, lead] }))).toBe('project/other-lead-agreement agreementIds.0');
    expect(await fields(change(shared, { endsOn: '2026-01-01' }))).toBe('project/dates-reversed endsOn');
    expect((await change(shared, { agreementIds: [lead] })).version).toBe(2);
    expect(await refused(change(shared, { place: 'Dakar' }))).toBe('record/stale');
    expect(await refused(change({ ...shared, version: 9 }, { status: 'stopped' }))).toBe('record/stale');
  });

  it('is removed only while nothing has come of it', async () => {
    const project = await create();
    const steps = await stepsOf(project);
    await on.projects.delete(byViewer(admin, false), project.id);
    expect(await refused(on.projects.get(admin, project.id))).toBe('record/not-found');
    expect(await ground.test.query('SELECT 1 FROM milestone WHERE id = ANY($1::uuid[])', [steps.map(({ id }) => id)])).toEqual([]);
    const begun = await create();
    const [first] = await stepsOf(begun);
    await plans.milestones.act(byViewer(admin, false), first?.id ?? '', 1, { name: 'start' });
    expect(await refused(on.projects.delete(byViewer(admin, false), begun.id))).toBe('project/under-way');
    expect(await stepsOf(begun)).toHaveLength(4);
    expect(await faults()).toEqual([]);
  });

  it('stays inside the scope: seen where it serves one of the agreements, changed where it serves no other', async () => {
    const [shared, own, hidden] = [await create({ agreementIds: [lead, other] }), await create({}, scoped), await create({ agreementIds: [other] })];
    const seen = await list({ perPage: '100' }, scoped);
    expect(seen.map(({ id }) => id)).toEqual(expect.arrayContaining([shared.id, own.id]));
    expect(JSON.stringify(seen)).not.toContain(other);
    expect(seen.map(({ id }) => id)).not.toContain(hidden.id);
    expect(await list({ agreementId: other }, scoped)).toEqual([]);
    expect(await list({ q: 'niamey' }, scoped)).toEqual([]);
    expect(await refused(on.projects.get(scoped, hidden.id))).toBe('record/not-found');
    expect(await refused(change(hidden, { place: 'x' }, scoped))).toBe('record/not-found');
    expect(await refused(change(shared, { place: 'x' }, scoped))).toBe('access/denied');
    expect(await refused(on.projects.delete(byViewer(scoped, false), shared.id))).toBe('access/denied');
    expect(await refused(on.measurements.add(byViewer(scoped, false), shared.id, measurementCreate.parse({ on: '2026-01-20', value: 1 })))).toBe('access/denied');
    expect(await refused(create({ agreementIds: [other] }, scoped))).toBe('request/invalid');
    expect(await refused(change(own, { agreementIds: [lead, other] }, scoped))).toBe('request/invalid');
    expect((await change(own, { place: 'Dakar' }, scoped)).place).toBe('Dakar');
  });

  it('is not begun under an agreement that is over, and its facts may still be written down', async () => {
    const project = await create({ agreementIds: [other] });
    await plans.life.act(byViewer(admin, false), other, (await plans.agreements.get(admin, other)).version, { name: 'terminate', reason: 'x' });
    expect(await refused(create({ agreementIds: [other] }))).toBe('agreement/closed');
    const known = await change(project, { beneficiaries: { planned: 5, reached: 5 }, status: 'stopped' });
    expect(known).toMatchObject({ status: 'stopped', beneficiaries: { planned: 5, reached: 5 } });
    expect(await refused(change(known, { status: 'running' }))).toBe('agreement/closed');
    expect(await faults()).toEqual([]);
  });
});

describe('measurements', () => {
  it('are one a day, and the latest is where the indicator stands', async () => {
    const project = await create({ indicator: { label: { fr: 'Arbres' }, baseline: 0, target: 100 } });
    const measure = (day: string, value: number) => on.measurements.add(byViewer(admin, false), project.id, measurementCreate.parse({ on: day, value }));
    expect(project.indicator).toMatchObject({ actual: null, actualOn: null, target: 100 });
    await measure('2026-01-20', 30.5);
    const early = await measure('2026-01-10', 10);
    expect((await on.projects.get(admin, project.id)).indicator).toMatchObject({ actual: 30.5, actualOn: '2026-01-20', label: { ar: null, fr: 'Arbres', en: null } });
    expect(await refused(measure('2026-01-20', 31))).toBe('record/duplicate');
    expect(await refused(measure('2026-01-27', 31))).toBe('event/in-the-future');
    expect(await refused(on.measurements.add(byViewer(admin, false), (await create()).id, measurementCreate.parse({ on: '2026-01-20', value: 1 })))).toBe('project/no-indicator');
    await on.measurements.delete(admin, project.id, early.id);
    expect(await refused(on.measurements.delete(admin, project.id, early.id))).toBe('record/not-found');
    expect((await on.measurements.list(admin, project.id, listQuery({ sort: ['on'], defaultOrder: 'desc', filters: {}, search: false }).parse({}))).data.map(({ value }) => value)).toEqual([30.5]);
    expect(await refused(on.projects.delete(byViewer(admin, false), project.id))).toBe('project/under-way');
    // What was measured does not make a change of what it is measured against.
    const same = await change(project, { indicator: { label: { fr: 'Arbres' }, baseline: 0, target: 100 } });
    expect(same.version).toBe(1);
  });
});
