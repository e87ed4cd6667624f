import { permission, ROUTES, type RouteName, type RoutePolicy } from '@tawama/contracts';
import { may } from '@tawama/domain';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { TestClient } from '../../../test/client.js';
import { sampleOf, type Schema } from '../../../test/nasty.js';
import { Database } from '../../platform/db/database.js';
import { Accounts } from './accounts.service.js';
import { SessionStore } from './session.store.js';

interface Row { id: string; agreementId?: string | null; agreementIds?: string[] }

let database: TestDatabase;
let program: TestApp;
let admin: TestClient;
/** A coordinator of one agreement only. */
let scoped: TestClient;
let mine: string;
let theirs: string;
const bodies = new Map<string, Schema>();
/** The query parameters that an operation does not go without. */
const queries = new Map<string, string>();

async function signIn(email: string, role: 'administrator' | 'coordinator'): Promise<{ client: TestClient; id: string }> {
  const client = new TestClient(program.url);
  let id = '';
  await program.get(Database).transaction(async (tx) => {
    id = await program.get(Accounts).createWithPassword(tx, { email, name: role, role, language: 'fr', personId: null, password: 'x', demonstration: false });
    client.cookie = `__Host-tawama=${await program.get(SessionStore).start(tx, id, false)}`;
  });
  return { client, id };
}

async function created(path: string, body: unknown): Promise<string> {
  const answer = await admin.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  return String(answer.body['id']);
}

const rows = async (client: TestClient, path: string): Promise<Row[]> => {
  const { body, status, text } = await client.get(path);
  if (status !== 200) throw new Error(`${path}: ${text}`);
  return Array.isArray(body['data']) ? body['data'] as Row[] : [];
};

const city = (key: string, role: 'home' | 'partner') => created('/api/cities', { key, role, name: { ar: key, fr: key, en: key }, country: role === 'home' ? 'MA' : 'NE', timeZone: role === 'home' ? 'Africa/El_Aaiun' : 'Africa/Niamey', language: 'fr', identification: 'established', source: 'test' });

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url, variables: { CLOCK_START: '2026-01-26T08:00:00Z' } });
  ({ client: admin } = await signIn('admin@club.example', 'administrator'));
  const [home, first, second] = [await city('smara', 'home'), await city('niamey', 'partner'), await city('bamako', 'partner')];
  await created('/api/people', { name: 'C', email: 'c@club.example', language: 'fr', cityId: home, function: 'coordinator' });
  const open = (partner: string) => created('/api/agreements', { templateKey: 'twinning', homeCityId: home, partnerCityIds: [partner], events: { opened: '2026-01-20' } });
  [mine, theirs] = [await open(first), await open(second)];
  for (const agreementId of [mine, theirs]) {
    await admin.post(`/api/agreements/${agreementId}/start-reminders`, { version: 1 });
    await created('/api/contacts', { subject: { type: 'agreement', id: agreementId }, kind: 'called', on: '2026-01-22', line: 'x' });
    await created('/api/projects', { agreementIds: [agreementId], axis: 'culture', title: { fr: 'x' }, endsOn: '2026-06-01' });
    await created('/api/articles', { agreementId, number: '1', text: { fr: 'x' } });
  }
  const other = await signIn('scoped@club.example', 'coordinator');
  scoped = other.client;
  await database.query('UPDATE account SET agreement_ids = ARRAY[$1::uuid] WHERE id = $2', [mine, other.id]);
  const { body } = await admin.get('/api/openapi.json');
  const paths = body['paths'] as Record<string, Record<string, { parameters?: { name: string; in: string; required?: boolean }[]; requestBody?: { content: Record<string, { schema: Schema }> } }>>;
  for (const [path, methods] of Object.entries(paths)) for (const [method, operation] of Object.entries(methods)) {
    const schema = operation.requestBody?.content['application/json']?.schema;
    const name = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`;
    if (schema) bodies.set(name, schema);
    queries.set(name, (operation.parameters ?? []).filter((one) => one.in === 'query' && one.required).map((one) => `${one.name}=x`).join('&'));
  }
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

const mayCoordinate = (policy: RoutePolicy): boolean => { const right = permission.safeParse(policy); return !right.success || may('coordinator', right.data); };

describe('a viewer of one agreement', () => {
  it('finds two in the club, and one for themselves', async () => {
    expect((await rows(admin, '/api/agreements')).map(({ id }) => id).sort()).toEqual([mine, theirs].sort());
    expect((await rows(scoped, '/api/agreements')).map(({ id }) => id)).toEqual([mine]);
  });

  it.each(['milestones', 'contacts', 'articles', 'reminders', 'audit'])('sees of the %s only that agreement\'s', async (resource) => {
    const all = await rows(admin, `/api/${resource}?perPage=200`);
    expect(new Set(all.map(({ agreementId }) => agreementId).filter((id) => id !== null))).toEqual(new Set([mine, theirs]));
    const seen = await rows(scoped, `/api/${resource}?perPage=200`);
    expect(new Set(seen.map(({ agreementId }) => agreementId))).toEqual(new Set([mine]));
    const hidden = all.find(({ agreementId }) => agreementId === theirs);
    expect((await scoped.get(`/api/${resource}/${hidden?.id}`)).status).toBe(404);
    expect((await scoped.get(`/api/${resource}/${seen[0]?.id}`)).status).toBe(200);
  });

  it.each(['agreements', 'milestones', 'reminders', 'contacts', 'projects', 'articles', 'audit'])('cannot filter their way to other %s', async (resource) => {
    expect(await rows(scoped, `/api/${resource}?${resource === 'agreements' ? 'id' : 'agreementId'}=${theirs}`)).toEqual([]);
  });

  const commands = (Object.keys(ROUTES) as RouteName[]).filter((name) => /^(POST|PATCH|DELETE) \/api\/(agreements|milestones|contacts|projects|articles)\/:id/.test(name)
    // What a coordinator may not do at all, is looked for by whoever may: features/legal.
    && mayCoordinate(ROUTES[name]));
  it.each(commands)('%s does not find what lies outside', async (name) => {
    const [method = '', path = ''] = name.split(' ');
    const resource = path.split('/')[2];
    const id = resource === 'agreements' ? theirs : (await rows(admin, `/api/${resource}?agreementId=${theirs}`))[0]?.id ?? '';
    const body = sampleOf(bodies.get(name), '', () => crypto.randomUUID());
    const answer = await scoped.send(method, `${path.replace(':id', id).replace(/:\w+/, () => crypto.randomUUID())}?${queries.get(name) ?? ''}`, { ...(body === undefined ? {} : { body: { ...Object(body), evidenceIds: undefined, ...(name.endsWith('record-event') ? { event: 'councilSession', on: '2026-01-25' } : {}) } }), headers: { 'if-match': '"1"' } });
    expect(answer).toMatchObject({ status: 404, body: { code: 'record/not-found' } });
  });

  it('reads no history, and opens none, of another agreement', async () => {
    expect((await scoped.get(`/api/agreements/${theirs}/history`)).status).toBe(404);
    expect((await scoped.get(`/api/agreements/${mine}/history`)).status).toBe(200);
  });

  describe('and mails', () => {
    let [ofMine, ofBoth, ofTheirs, ofNone] = ['', '', '', ''];
    beforeAll(async () => {
      const [person] = await database.query<{ id: string }>('SELECT id FROM person LIMIT 1');
      const mail = async (day: number, agreementIds: string[]): Promise<string> => {
        const [row] = await database.query<{ id: string }>(
          `INSERT INTO delivery (id, message_id, kind, person_id, local_date, email, recipient_name, language, state, due_at, late, subject) SELECT n.id, n.id::text, 'reminder', $1, $2, 'c@club.example', 'C', 'fr', 'held', club_now(), false, 'x' FROM (SELECT new_id() AS id) n RETURNING id`,
          [person?.id, `2026-01-0${day}`]);
        for (const id of agreementIds) await database.query(`UPDATE reminder SET state = 'materialised', delivery_id = $2 WHERE id = (SELECT id FROM reminder WHERE agreement_id = $1 AND state = 'planned' ORDER BY due_at DESC LIMIT 1)`, [id, row?.id]);
        return row?.id ?? '';
      };
      [ofMine, ofBoth, ofTheirs, ofNone] = [await mail(1, [mine]), await mail(2, [mine, theirs]), await mail(3, [theirs]), await mail(4, [])];
    });

    it('reads those that speak of that agreement alone', async () => {
      expect((await rows(admin, '/api/deliveries')).map(({ id }) => id)).toEqual(expect.arrayContaining([ofMine, ofBoth, ofTheirs, ofNone]));
      expect((await rows(scoped, '/api/deliveries')).map(({ id }) => id)).toEqual([ofMine]);
      expect(await rows(scoped, `/api/deliveries?agreementId=${theirs}`)).toEqual([]);
      expect((await rows(scoped, `/api/deliveries?agreementId=${mine}`)).map(({ id }) => id)).toEqual([ofMine]);
    });

    it('does not find the others, whatever they try', async () => {
      for (const id of [ofBoth, ofTheirs, ofNone]) {
        for (const path of ['', '/preview?part=text']) expect((await scoped.get(`/api/deliveries/${id}${path}`)).status).toBe(404);
        for (const command of ['resend', 'cancel', 'release', 'hold']) expect((await scoped.post(`/api/deliveries/${id}/${command}`, {})).status).toBe(404);
      }
      expect((await scoped.get(`/api/deliveries/${ofMine}`)).status).toBe(200);
      expect((await scoped.get(`/api/deliveries/${ofMine}/preview?part=text`)).status).toBe(200);
    });

    it('gets no forecast of another agreement', async () => {
      const period = '/api/forecast?from=2026-01-26T00:00:00Z&to=2026-06-26T00:00:00Z';
      expect((await scoped.get(`${period}&agreementId=${theirs}`)).body).toEqual({ data: [] });
      expect((await rows(scoped, `${period}&agreementId=${mine}`)).length).toBeGreaterThan(0);
    });
  });

  it.each(['/api/dashboard', '/api/my-day', '/api/search?q=bamako', '/api/forecast?from=2026-01-26T00:00:00Z&to=2026-06-26T00:00:00Z', '/api/deliveries', '/api/reminders?perPage=200'])('learns nothing of it from %s', async (path) => {
    const answer = await scoped.get(path);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(theirs);
  });
});
