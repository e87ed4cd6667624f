import { articleCreate, articleList, articlePatch, listQuery, milestoneList, projectCreate, projectPatch, type Agreement, type Article, type Milestone } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { plansOn, projectsOn } from '../../../test/plans.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { byViewer } from '../plans/plan-command.js';

const NOBODY = '0190a000-0000-7000-8000-000000000009';
let ground: TestGround;
let on: ReturnType<typeof projectsOn>;
let plans: ReturnType<typeof plansOn>;
let [admin, scoped]: Viewer[] = [];
let [mine, theirs] = ['', ''];
let steps: Milestone[] = [];

const as = (viewer: Viewer | undefined): Viewer => { if (!viewer) throw new Error('no viewer'); return viewer; };
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => { const { code, detail } = refusalOf(error); return [code, ...detail.fields?.map(({ path }) => path) ?? []].join(' '); });
const create = (number: string, more: object = {}, viewer = admin): Promise<Article> => on.articles.create(byViewer(as(viewer), false), articleCreate.parse({ agreementId: mine, number, text: { fr: `Article ${number}` }, ...more }));
const list = async (viewer = admin, query: Record<string, string> = {}) => (await on.articles.list(as(viewer), listQuery(articleList).parse(query))).data;
const stepOf = (key: string): string => steps.find((step) => step.key === key)?.id ?? '';
const states = async () => Object.fromEntries((await on.articles.coverage(as(admin), mine)).articles.map(({ number, state }) => [number, state]));

beforeAll(async () => {
  ground = await openGround('2026-01-26T12:00:00Z');
  [on, plans] = [projectsOn(ground), plansOn(ground)];
  await plans.library.onModuleInit();
  const home = await ground.city('smara', { role: 'home' });
  await ground.person(home, { name: 'Coordinator', email: 'c@example.org' });
  admin = await ground.viewer();
  const open = async (key: string): Promise<Agreement> => plans.agreements.open(as(admin), { templateKey: 'already-signed', homeCityId: home, partnerCityIds: [await ground.city(key)], events: { signed: '2026-01-20' } }, false);
  [mine, theirs] = [(await open('dakar')).id, (await open('niamey')).id];
  scoped = await ground.viewer('coordinator', { agreementIds: [mine] });
  steps = (await plans.milestones.list(as(admin), listQuery(milestoneList).parse({ agreementId: mine, perPage: '200' }))).data;
});
afterAll(() => ground.close());

describe('the articles of a text', () => {
  it('stand in their order, each number once', async () => {
    for (const number of ['10', '2', '1']) await create(number);
    expect((await list(admin, { agreementId: mine })).map(({ number }) => number)).toEqual(['1', '2', '10']);
    expect(await refused(create('2'))).toBe('record/duplicate number');
    expect(await refused(create('3', { agreementId: NOBODY }))).toBe('request/invalid agreementId');
    expect((await list(admin, { q: 'article 10' })).map(({ number }) => number)).toEqual(['10']);
  });

  it('are kept by steps and projects of their own agreement and of no other', async () => {
    const project = await on.projects.create(byViewer(as(admin), false), projectCreate.parse({ agreementIds: [theirs], axis: 'culture', title: { fr: 'x' } }));
    expect(await refused(create('4', { milestoneIds: [stepOf('focal-points'), NOBODY] }))).toBe('request/invalid milestoneIds.1');
    expect(await refused(create('4', { projectIds: [project.id] }))).toBe('request/invalid projectIds.0');
    const article = await create('4', { milestoneIds: [stepOf('focal-points')] });
    const changed = await on.articles.change(as(admin), article.id, 1, articlePatch.parse({ milestoneIds: [stepOf('joint-committee')] }));
    expect(changed).toMatchObject({ version: 2, number: '4', milestoneIds: [stepOf('joint-committee')] });
    expect(await refused(on.articles.change(as(admin), article.id, 1, { number: '5' }))).toBe('record/stale');
    expect(await refused(on.articles.change(as(admin), article.id, 2, { number: '10' }))).toBe('record/duplicate number');
    expect(await refused(on.articles.change(as(admin), article.id, 2, { projectIds: [project.id] }))).toBe('request/invalid projectIds.0');
    expect((await on.articles.delete(as(admin), article.id)).id).toBe(article.id);
    const entries = await ground.test.query<{ action: string }>('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id', [article.id]);
    expect(entries.map(({ action }) => action)).toEqual(['article.create', 'article.update', 'article.delete']);
  });

  it('stay inside the scope', async () => {
    const hidden = await create('1', { agreementId: theirs });
    expect((await list(scoped)).every(({ agreementId }) => agreementId === mine)).toBe(true);
    expect(await refused(on.articles.get(as(scoped), hidden.id))).toBe('record/not-found');
    expect(await refused(on.articles.change(as(scoped), hidden.id, 1, { number: '9' }))).toBe('record/not-found');
    expect(await refused(on.articles.delete(as(scoped), hidden.id))).toBe('record/not-found');
    expect(await refused(create('9', { agreementId: theirs }, scoped))).toBe('request/invalid agreementId');
    expect(await refused(on.articles.coverage(as(scoped), theirs))).toBe('record/not-found');
  });
});

describe('the coverage of a text', () => {
  it('follows what is done: nothing planned, under way, done without proof, carried out', async () => {
    const project = await on.projects.create(byViewer(as(admin), false), projectCreate.parse({ agreementIds: [mine], axis: 'culture', title: { fr: 'x' }, status: 'running', indicator: { label: { fr: 'y' }, target: 5 } }));
    await create('20', { milestoneIds: [stepOf('focal-points')] });
    await create('21', { projectIds: [project.id] });
    expect(await states()).toMatchObject({ 1: 'withoutStep', 20: 'underway', 21: 'underway' });
    const by = byViewer(as(admin), false);
    const submitted = await plans.milestones.act(by, stepOf('focal-points'), 1, { name: 'submit', doneOn: '2026-01-25', note: '' });
    await plans.milestones.act(by, submitted.id, submitted.version, { name: 'accept' });
    await on.projects.change(by, project.id, 1, projectPatch.parse({ status: 'completed' }));
    // The template asks for letters; nobody has measured the project.
    expect(await states()).toMatchObject({ 20: 'withoutEvidence', 21: 'withoutEvidence' });
    await on.measurements.add(by, project.id, { on: '2026-01-26', value: 5, note: null });
    expect(await states()).toMatchObject({ 21: 'covered' });
    expect(await on.articles.coverage(as(admin), mine)).toMatchObject({ agreementId: mine, total: 5, covered: 1, underway: 0, withoutEvidence: 1, withoutStep: 3, percent: 20 });
  });

  it('credits a project no more to an agreement that it has ceased to serve', async () => {
    const project = await on.projects.create(byViewer(as(admin), false), projectCreate.parse({ agreementIds: [theirs, mine], axis: 'culture', title: { fr: 'z' } }));
    const article = await create('22', { projectIds: [project.id] });
    await on.projects.change(byViewer(as(admin), false), project.id, 1, projectPatch.parse({ agreementIds: [theirs] }));
    expect((await on.articles.get(as(admin), article.id)).projectIds).toEqual([]);
    expect(await states()).toMatchObject({ 22: 'withoutStep' });
  });

  it('asks for the proof of what was done on the ground', async () => {
    const project = await on.projects.create(byViewer(as(admin), false), projectCreate.parse({ agreementIds: [mine], axis: 'culture', title: { fr: 'w' }, startsOn: '2026-01-20' }));
    const [step] = (await plans.milestones.list(as(admin), listQuery(milestoneList).parse({ projectId: project.id }))).data;
    await create('23', { milestoneIds: [step?.id] });
    const by = byViewer(as(admin), false);
    const submitted = await plans.milestones.act(by, step?.id ?? '', 1, { name: 'submit', doneOn: '2026-01-21', note: '' });
    await plans.milestones.act(by, submitted.id, submitted.version, { name: 'accept' });
    expect(await states()).toMatchObject({ 23: 'withoutEvidence' });
  });

  it('is unknown of a text without articles', async () => {
    for (const { id } of await list(admin, { agreementId: theirs })) await on.articles.delete(as(admin), id);
    expect(await on.articles.coverage(as(admin), theirs)).toMatchObject({ total: 0, percent: null, articles: [] });
    expect(await refused(on.articles.coverage(as(admin), NOBODY))).toBe('record/not-found');
  });
});
