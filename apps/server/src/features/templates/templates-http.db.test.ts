import type { WorkflowTemplate } from '@tawama/contracts';
import { TWINNING_V1 } from '@tawama/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, TestClient } from '../../../test/client.js';
import { openProgram, type OpenProgram } from '../../../test/open-program.js';

let program: OpenProgram;
let admin: TestClient;
let coordinator: TestClient;

beforeAll(async () => {
  program = await openProgram('2026-01-26T08:00:00Z');
  [admin, coordinator] = [await program.signedIn('administrator', { name: 'administrator', language: 'en' }), await program.signedIn('coordinator', { name: 'coordinator', language: 'en' })];
});
afterAll(() => program.close());

const VERSIONS = '/api/templates/twinning/versions';
const draft = async (body: unknown = { copyOf: 1 }, key = 'twinning') => {
  const made = await admin.post(`/api/templates/${key}/versions`, body);
  expect(made.status, made.text).toBe(201);
  return { at: `/api/templates/${key}/versions/${String(made.body['version'])}`, n: Number(made.body['version']), body: made.body };
};
const fields = (answer: Answer) => (answer.body['errors'] as { path: string; code: string; message: string }[]).map(({ path, code }) => `${path} ${code}`);
const count = async () => Number((await program.database.query<{ n: number }>('SELECT count(*)::int AS n FROM template_version'))[0]?.n);
const { key: _key, version: _version, ...definition } = TWINNING_V1;
const [first, ...others] = definition.milestones;
const withFirst = (change: Partial<WorkflowTemplate['milestones'][number]>) => ({ milestones: [{ ...first, ...change }, ...others] });

describe('the life of a version', () => {
  it('is drafted, edited, refused while it has problems, published, followed and retired', async () => {
    const { at, n, body } = await draft();
    expect(body).toMatchObject({ key: 'twinning', version: n, state: 'draft', revision: 1, publishedAt: null, problems: [] });

    const broken = await admin.patch(at, withFirst({ due: { rule: 'offset', from: { milestone: 'nowhere' }, days: 3 }, responsible: { function: 'cook', counterpart: false } }), 1);
    expect(broken).toMatchObject({ status: 200, body: { revision: 2, problems: [{ code: 'unknownMilestone', path: 'milestones.0.due', key: 'nowhere' }, { code: 'unknownToClub', path: 'milestones.0.responsible.function' }] } });
    expect((await admin.get(`${at}/problems`)).body).toMatchObject({ data: [{ text: { ar: expect.stringContaining('nowhere'), fr: expect.stringContaining('nowhere') } }, {}] });
    const refused = await admin.send('POST', `${at}/publish`, { body: {}, headers: { 'accept-language': 'fr' } });
    expect(refused).toMatchObject({ status: 422, body: { code: 'template/has-problems', errors: [{ path: 'milestones.0.due', code: 'unknownMilestone', message: 'Le jalon « nowhere » n’existe pas. Choisissez un autre jalon de départ.' }, { code: 'unknownToClub' }] } });

    expect((await admin.patch(at, withFirst({ due: { rule: 'offset', from: { event: 'opened' }, days: 9 } }), 2)).body).toMatchObject({ revision: 3, problems: [] });
    expect((await admin.get(`${at}/diff?from=1`)).body).toMatchObject({ from: 1, to: n, changes: [{ part: 'milestone', kind: 'due', number: '1.1', text: { en: expect.stringMatching(/Was: on the day of “File opened”\. Now: 9 days after “File opened”\.$/) } }] });

    const open = () => admin.post('/api/agreements', { templateKey: 'twinning', homeCityId: cityId('smara'), partnerCityIds: [cityId('niamey')], events: { opened: '2026-01-20' } });
    const rows = await program.database.query<{ id: string; key: string }>('SELECT id, key FROM city');
    const cityId = (key: string) => rows.find((row) => row.key === key)?.id;
    expect((await open()).body).toMatchObject({ templateVersion: 2 });
    expect(await admin.post(`${at}/publish`, { revision: 2 })).toMatchObject({ status: 409, body: { code: 'record/stale', current: { revision: 3 } } });
    expect((await admin.post(`${at}/publish`, { revision: 3 })).body).toMatchObject({ state: 'published', publishedAt: expect.stringMatching(/^2026-01-26T08:0/) });
    const following = await open();
    expect(following.body).toMatchObject({ templateVersion: n });

    for (const answer of [await admin.patch(at, { title: definition.title }, 4), await admin.send('DELETE', at), await admin.post(`${at}/publish`, {})]) expect(answer).toMatchObject({ status: 409, body: { code: 'template/not-draft' } });
    expect((await admin.post(`${at}/retire`, { revision: 4 })).body).toMatchObject({ state: 'retired', retiredAt: expect.stringMatching(/^2026-01-26T08:0/) });
    expect(await admin.post(`${at}/retire`, {})).toMatchObject({ status: 409, body: { code: 'template/not-published' } });
    expect((await open()).body).toMatchObject({ templateVersion: 2 });
    expect((await admin.get(`/api/milestones?agreementId=${String(following.body['id'])}&perPage=1`)).status).toBe(200);

    const journal = await admin.get('/api/audit?subjectType=template&sort=at&order=asc');
    expect((journal.body['data'] as { action: string }[]).map(({ action }) => action)).toEqual(['template.create', 'template.update', 'template.update', 'template.publish', 'template.retire']);
  });

  it('has stages and reference dates of its own, which go by its words wherever they are shown', async () => {
    const words = (en: string) => ({ ar: `زيارة ${en}`, fr: `Visite ${en}`, en });
    const { at, n } = await draft();
    const own = {
      stages: [...definition.stages, { key: 'stage-1', title: words('Visits') }], events: [...definition.events, { key: 'event-1', title: words('Visit agreed') }],
      milestones: [{ ...first, stage: 'stage-1', due: { rule: 'offset', from: { event: 'event-1' }, days: 5 } }, ...others],
    };
    expect((await admin.patch(at, { events: definition.events.filter(({ key }) => key !== 'signed') }, 1)).body).toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ code: 'neverInForce', path: 'events', key: 'signed' })]) });
    expect((await admin.patch(at, own, 2)).body).toMatchObject({ problems: [] });
    expect((await admin.post(`${at}/publish`, {})).status).toBe(200);
    expect((await admin.get(`/api/templates?key=twinning&state=published&sort=version&order=desc`)).body).toMatchObject({ data: [{ version: n, opening: { event: 'opened' }, stages: expect.arrayContaining([{ key: 'stage-1', title: words('Visits') }]), events: expect.arrayContaining([{ key: 'event-1', title: words('Visit agreed') }]) }, {}, {}] });

    const rows = await program.database.query<{ id: string; key: string }>('SELECT id, key FROM city');
    const cityId = (key: string) => rows.find((row) => row.key === key)?.id;
    const opened = await admin.post('/api/agreements', { templateKey: 'twinning', homeCityId: cityId('smara'), partnerCityIds: [cityId('niamey')], events: { opened: '2026-01-20', 'event-1': '2026-01-15' } });
    expect(opened.body).toMatchObject({ templateVersion: n, stage: 'stage-1', stageTitle: words('Visits'), events: { 'event-1': '2026-01-15' } });
    const id = String(opened.body['id']);
    const recorded = await admin.post(`/api/agreements/${id}/record-event`, { version: opened.body['version'], event: 'event-1', on: '2026-01-12' });
    expect(recorded.body).toMatchObject({ events: { 'event-1': '2026-01-12' }, moved: [{ from: '2026-01-20', to: '2026-01-17' }] });
    expect((await admin.get(`/api/milestones?agreementId=${id}&stage=stage-1`)).body).toMatchObject({ total: 1, data: [{ number: first?.number, stage: 'stage-1', stageTitle: words('Visits'), dueOn: '2026-01-17' }] });
    expect((await admin.get(`/api/agreements/${id}/history`)).body).toMatchObject({ data: [{ after: { event: 'event-1', eventTitles: { 'event-1': words('Visit agreed') } } }, { after: { eventTitles: { 'event-1': words('Visit agreed') } } }] });
    expect((await admin.get(`/api/agreements/${id}/plan`)).body).toMatchObject({ events: { 'event-1': '2026-01-12' } });

    const again = { version: recorded.body['version'], on: '2026-01-12' };
    for (const event of ['event-2', 'end-of-days']) expect(await admin.post(`/api/agreements/${id}/record-event`, { ...again, event })).toMatchObject({ status: 400, body: { code: 'agreement/unknown-event', errors: [{ path: 'event' }] } });
    for (const event of ['constructor', '__proto__', 'Event 1', '', 7]) expect(await admin.post(`/api/agreements/${id}/record-event`, { ...again, event })).toMatchObject({ status: 400, body: { errors: expect.arrayContaining([expect.objectContaining({ path: 'event' })]) } });
    const parties = { templateKey: 'twinning', homeCityId: cityId('smara'), partnerCityIds: [cityId('niamey')] };
    for (const key of ['constructor', 'Event 1']) expect(await admin.post('/api/agreements', { ...parties, events: { [key]: '2026-01-15' } })).toMatchObject({ status: 400 });
    expect(await admin.send('POST', '/api/agreements', { raw: JSON.stringify({ ...parties, events: {} }).replace('"events":{}', '"events":{"__proto__":"2026-01-15"}') })).toMatchObject({ status: 400 });
    expect(await admin.post('/api/agreements', { ...parties, events: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`event-${index}`, '2026-01-15'])) })).toMatchObject({ status: 400, body: { errors: [{ path: 'events' }] } });
    expect((await admin.post('/api/templates/twinning/simulate', { years: 1, templateVersion: n, events: { 'event-1': '2026-01-15' } })).body).toMatchObject({ steps: expect.arrayContaining([expect.objectContaining({ number: first?.number, stage: 'stage-1', dueOn: '2026-01-20' })]) });
    await admin.post(`${at}/retire`, {});
  });

  it('says who is reminded: changed, taken back, refused while nobody approves what goes above the coordinator', async () => {
    const { at } = await draft();
    const rung = (role: string, days: number | string, more: object = {}) => ({ role, at: days, ...more });
    expect((await admin.patch(at, { reminders: [rung('owner', -3), rung('mayor', 10)] }, 1)).body).toMatchObject({ revision: 2, reminders: [{ role: 'owner', at: -3, hold: false, enabled: true }, {}], problems: [{ code: 'rungWithoutApproval', path: 'reminders.1.hold', key: 'mayor', text: { ar: expect.stringContaining('الموافقة') } }] });
    expect(fields(await admin.post(`${at}/publish`, {}))).toEqual(['reminders.1.hold rungWithoutApproval']);
    expect((await admin.get(`${at}/diff?from=1`)).body).toMatchObject({ changes: [{ part: 'template', kind: 'reminders', text: { en: 'The template: reminders changed. Was: those of the club. Now: In charge of the step: 3 days before; Mayor: 10 days after.' } }] });
    expect((await admin.patch(at, { title: definition.title }, 2)).body).toMatchObject({ revision: 2, reminders: [{}, {}] });
    const taken = await admin.patch(at, { reminders: null }, 2);
    expect(taken.body).toMatchObject({ revision: 3, problems: [] });
    expect(taken.body).not.toHaveProperty('reminders');
    expect((await admin.patch(at, { reminders: null }, 3)).body).toMatchObject({ revision: 3 });
    for (const bad of [[], 'all', [rung('owner', 1.5)], [rung('owner', 'fridays')], [rung('owner', 999)], [rung('owner', 1, { hour: 8 })], Array.from({ length: 61 }, () => rung('owner', 1))]) expect(await admin.patch(at, { reminders: bad }, 3), JSON.stringify(bad)).toMatchObject({ status: 400, body: { code: 'request/invalid' } });
    expect((await admin.patch(at, withFirst({ reminders: 'none' }), 3)).body).toMatchObject({ milestones: expect.arrayContaining([expect.objectContaining({ key: first?.key, reminders: 'none' })]), problems: [] });
  });

  it('asks for the revision, tells a stale screen what there is, and one of many editors wins', async () => {
    const { at } = await draft();
    expect((await admin.patch(at, { title: definition.title })).status).toBe(428);
    const titled = (en: string) => ({ title: { ...definition.title, en } });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => admin.patch(at, titled(`No ${index}`), 1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers) if (status !== 200) expect(body).toMatchObject({ code: 'record/stale', current: { revision: 2 } });
    expect((await admin.patch(at, {}, 2)).body).toMatchObject({ revision: 2 });
    expect((await admin.send('DELETE', at)).body).toMatchObject({ state: 'draft' });
    expect((await admin.get(at)).status).toBe(404);
  });

  it('numbers drafts made at once one after the other; a key against doing it twice makes one', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => admin.post(VERSIONS, { copyOf: 1 })));
    expect(made.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect(new Set(made.map(({ body }) => body['version'])).size).toBe(8);
    const twice = await Promise.all([1, 2].map(() => admin.post(VERSIONS, { copyOf: 1 }, { 'idempotency-key': 'once' })));
    expect(twice[0]?.body['id']).toBe(twice[1]?.body['id']);
  });

  it('is exported and comes back the same, also as a template of its own', async () => {
    const file = await coordinator.get(`${VERSIONS}/1/file`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="twinning-1.json"');
    const { n } = await draft(JSON.parse(file.text));
    expect((await admin.get(`${VERSIONS}/${n}/diff?from=1`)).body).toMatchObject({ changes: [] });
    expect(fields(await admin.post('/api/templates/sisterhood/versions', JSON.parse(file.text)))).toEqual(['definition.key template/other-key']);
    const other = await draft({ definition }, 'sisterhood');
    expect(other.body).toMatchObject({ key: 'sisterhood', version: 1, state: 'draft' });
    expect((await admin.post('/api/agreements', { templateKey: 'sisterhood', homeCityId: crypto.randomUUID(), partnerCityIds: [crypto.randomUUID()], events: {} })).body).toMatchObject({ code: 'agreement/unknown-template' });
  });

  it('tells its format', async () => {
    expect((await coordinator.get('/api/templates/schema')).body).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', properties: { milestones: { type: 'array', maxItems: 1000 } } });
  });

  it('is read by coordinators and written by administrators', async () => {
    expect((await coordinator.get(`${VERSIONS}/1`)).status).toBe(200);
    expect((await coordinator.get('/api/templates?state=published&sort=key')).body).toMatchObject({ total: 6, data: [{ key: 'already-signed' }, { key: 'already-signed' }, { key: 'chamber' }, { key: 'friendship' }, { key: 'twinning' }, { key: 'twinning' }] });
    for (const answer of [await coordinator.post(VERSIONS, { copyOf: 1 }), await coordinator.post(`${VERSIONS}/1/retire`, {}), await coordinator.send('DELETE', `${VERSIONS}/1`), await coordinator.patch(`${VERSIONS}/1`, {}, 1)]) expect(answer.status).toBe(403);
  });
});

describe('what nobody can follow', () => {
  const big = (n: number) => JSON.stringify({ definition: { ...definition, milestones: Array.from({ length: n }, () => ({})) } });
  const cases: [string, string, number, string][] = [
    ['half a file', '{"definition": {', 400, 'request/invalid'],
    ['nothing', '', 400, 'request/invalid'],
    ['a list', '[]', 400, 'request/invalid'],
    ['null', 'null', 400, 'request/invalid'],
    ['neither of two', '{}', 400, 'request/invalid'],
    ['both of two', JSON.stringify({ copyOf: 1, definition }), 400, 'request/invalid'],
    ['5 MB', JSON.stringify({ definition: { ...definition, title: { ...definition.title, en: 'x'.repeat(5 << 20) } } }), 413, 'request/too-large'],
    ['10,000 steps', big(10_000), 400, 'request/invalid'],
    ['a prototype', `{"definition": {"__proto__": {"admin": true}, ${JSON.stringify(definition).slice(1)}}`, 400, 'request/invalid'],
    ['an inner prototype', JSON.stringify({ definition }).replace('"responsible":{', '"responsible":{"__proto__":{"x":1},'), 400, 'request/invalid'],
    ['a key that every object has', JSON.stringify({ definition: { ...definition, ...withFirst({ key: 'constructor' }) } }), 400, 'request/invalid'],
    ['deep rules', JSON.stringify({ definition }).replace(/"due":\{[^}]*\}\}?/, `"due":${'{"rule":"latest","of":['.repeat(500)}${']}'.repeat(500)}`), 400, 'request/invalid'],
    ['an unknown field', JSON.stringify({ definition: { ...definition, colour: 'red' } }), 400, 'request/invalid'],
    ['a title of two lines', JSON.stringify({ definition: { ...definition, title: { ...definition.title, en: 'a\r\nBcc: b' } } }), 400, 'request/invalid'],
    ['a version that is not there', '{"copyOf": 99}', 404, 'record/not-found'],
  ];
  it.each(cases)('%s is refused, and nothing is stored', async (_, raw, status, code) => {
    const before = await count();
    expect(await admin.send('POST', VERSIONS, { raw })).toMatchObject({ status, body: { code } });
    expect(await count()).toBe(before);
  });

  it.each(['__proto__', 'constructor', 'toString', 'A', 'a--b', '%00', 'x'.repeat(61)])('%s is no key of a template', async (key) => {
    expect((await admin.post(`/api/templates/${key}/versions`, { definition })).status).toBeGreaterThanOrEqual(400);
    expect((await admin.post(`/api/templates/${key}/versions`, { definition })).status).toBeLessThan(500);
  });

  it('a circle may be drafted, never published', async () => {
    const { at } = await draft();
    const [, second] = definition.milestones;
    const circle = definition.milestones.map((one) => (one === first ? { ...one, due: { rule: 'offset', from: { milestone: second?.key } } } : one === second ? { ...one, due: { rule: 'offset', from: { milestone: first?.key } } } : one));
    expect((await admin.patch(at, { milestones: circle }, 1)).status).toBe(200);
    const refused = await admin.post(`${at}/publish`, {});
    expect(refused.status).toBe(422);
    expect(fields(refused)).toEqual(expect.arrayContaining(['milestones cycle']));
    expect((await admin.get(`${at}/diff?from=1`)).status).toBe(200);
  });

  it('bad comparisons and versions', async () => {
    for (const path of ['/1/diff', '/1/diff?from=0', '/1/diff?from=x', '/0', '/1.5', '/1/file?x=1']) expect((await admin.get(`${VERSIONS}${path}`)).status, path).toBe(400);
    for (const path of ['/99', '/99/file', '/99/problems', '/1/diff?from=99']) expect((await admin.get(`${VERSIONS}${path}`)).status, path).toBe(404);
  });
});

describe('the database itself', () => {
  it.each([
    `UPDATE template_version SET definition = '{}' WHERE version = 1`, `UPDATE template_version SET state = 'draft', published_at = NULL WHERE version = 1`, `UPDATE template_version SET version = 77 WHERE version = 1`,
    `DELETE FROM template_version WHERE version = 1`, `UPDATE template_version SET state = 'published', retired_at = NULL WHERE state = 'retired'`, `UPDATE template_version SET state = 'lost' WHERE state = 'draft'`,
    `UPDATE agreement SET template_version = (SELECT max(version) FROM template_version WHERE key = 'twinning' AND state = 'draft')`,
  ])('refuses: %s', async (sql) => {
    await expect(program.database.query(sql)).rejects.toThrow();
  });
});
