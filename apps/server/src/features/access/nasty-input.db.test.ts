import { Agent, request as send } from 'node:http';
import { ERROR_STATUS } from '@tawama/contracts';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { NASTY_BODIES, NASTY_TEXTS, NASTY_TYPES, NASTY_URLS, NASTY_VALUES, sampleOf, type Schema } from '../../../test/nasty.js';
import { Database } from '../../platform/db/database.js';
import { Accounts } from './accounts.service.js';
import { SessionStore } from './session.store.js';

interface Operation { method: string; path: string; parameters: { name: string; in: string; schema?: Schema }[]; body: Schema | undefined }
interface Try { method: string; path: string; body?: string; headers?: Record<string, string> }
interface Outcome { status: number; type: string; text: string }

let database: TestDatabase;
let program: TestApp;
let accountId: string;
let cookie: string;
let operations: Operation[] = [];
const ids = new Map<string, string>();
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const wrong: string[] = [];
const statuses = new Map<number, number>();
let tried = 0;
let seen = 0;
/** An ordinary run tries every third input, another third of the list at each route; NASTY=full all of them. */
const STRIDE = process.env['NASTY'] === 'full' ? 1 : 3;
const isWellFormed = (text: string): boolean => !/[\ud800-\udfff]/.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''));

/** Which list the id of a field comes from. */
const RESOURCES: Readonly<Record<string, string>> = {
  agreementId: 'agreements', agreementIds: 'agreements', milestoneId: 'milestones', cityId: 'cities', homeCityId: 'cities', partnerCityIds: 'cities', personId: 'people', coordinatorId: 'people', ownerId: 'people', counterpartId: 'people', homeLeadId: 'people', partnerLeadId: 'people', projectId: 'projects', projectIds: 'projects', milestoneIds: 'milestones',
};
const idOf = (field: string): string => ids.get(RESOURCES[field] ?? field) ?? crypto.randomUUID();

/** The raw request line, as no well-behaved client would write it. */
const ask = ({ method, path, body, headers = {} }: Try): Promise<Outcome> => new Promise((done, fail) => {
  const { hostname, port } = new URL(program.url);
  const length = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
  const asked = send({ agent, hostname, port, method, path, headers: { 'x-tawama': '1', cookie, ...length, ...headers } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => done({ status: answer.statusCode ?? 0, type: String(answer.headers['content-type'] ?? ''), text: Buffer.concat(parts).toString() }));
  });
  // A server may answer 413 and hang up before it has read everything.
  asked.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' || error.code === 'ECONNRESET' ? done({ status: 413, type: 'application/problem+json', text: '{"code":"request/too-large"}' }) : fail(error)));
  asked.end(body);
});

async function judge(attempt: Try, pathIsNamed = false): Promise<void> {
  tried += 1;
  const { status, type, text } = await ask(attempt);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const complaint = status >= 500 || status === 0 ? `answers ${status}` : status >= 400 ? complaintAbout(type, text, status, pathIsNamed) : undefined;
  if (complaint !== undefined) wrong.push(`${attempt.method} ${attempt.path.slice(0, 150)} ${JSON.stringify(attempt.headers ?? {})} ${attempt.body?.slice(0, 200) ?? ''}: ${complaint}`);
}

function complaintAbout(type: string, text: string, status: number, pathIsNamed: boolean): string | undefined {
  if (!type.startsWith('application/problem+json')) return `${status} is no problem+json but ${type}`;
  const problem: { code: string; errors?: { path: string; message: string }[] } = JSON.parse(text);
  if (!Object.hasOwn(ERROR_STATUS, problem.code)) return `unknown code ${problem.code}`;
  if (pathIsNamed && problem.code === 'request/invalid' && !problem.errors?.every(({ message }) => message !== '')) return 'names no path';
  if (pathIsNamed && problem.code === 'request/invalid' && problem.errors?.length === 0) return 'names no path';
  return undefined;
}

async function judgeAll(attempts: readonly Try[], pathIsNamed = false): Promise<void> {
  const waiting = attempts.filter(() => (seen += 1) % STRIDE === 0);
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await judge(next, pathIsNamed);
  }));
}

/** Signing out and changing one's password end the session: every operation begins with a fresh one. */
async function signIn(): Promise<void> {
  cookie = `__Host-tawama=${await program.get(Database).transaction((tx) => program.get(SessionStore).start(tx, accountId, false))}`;
}

const concrete = (path: string) => path.replace('{n}', '1').replace('{key}', 'twinning').replace(/\{\w+\}/g, () => idOf(`${path.split('/')[2]}`));
const withIfMatch = { 'if-match': '"1"' };

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url, variables: { DEMO: 'true' } });
  for (const table of ['agreement', 'milestone', 'city', 'person', 'holiday', 'contact', 'reminder', 'delivery', 'audit_entry', 'project', 'article', 'evidence', 'legal_note']) {
    const [row] = await database.query<{ id: string }>(`SELECT id FROM ${table} LIMIT 1`);
    if (row) ids.set({ city: 'cities', person: 'people', delivery: 'deliveries', audit_entry: 'audit', evidence: 'evidence', legal_note: 'legal-notes' }[table] ?? `${table}s`, row.id);
  }
  const create = (email: string, role: 'administrator' | 'council') => program.get(Database).transaction((tx) => program.get(Accounts).createWithPassword(tx, { email, name: 'N', role, language: 'en', personId: null, password: 'x', demonstration: false }));
  accountId = await create('admin@club.example', 'administrator');
  ids.set('users', await create('other@club.example', 'council'));
  await signIn();
  const document: { paths: Record<string, Record<string, { parameters?: Operation['parameters']; requestBody?: { content: Record<string, { schema: Schema }> } }>> } = JSON.parse((await ask({ method: 'GET', path: '/api/openapi.json' })).text);
  operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({
    method: method.toUpperCase(), path, parameters: operation.parameters ?? [], body: operation.requestBody?.content['application/json']?.schema,
  })));
});
afterAll(async () => {
  agent.destroy();
  await program.close();
  await database.drop();
});

describe('bad input', () => {
  it('as query is refused or understood', { timeout: 300_000 }, async () => {
    for (const { method, path, parameters } of operations.filter((operation) => operation.method === 'GET')) {
      const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
      const base = concrete(path);
      const texts = NASTY_TEXTS.filter((text) => text.length < 1_000 && isWellFormed(text));
      await judgeAll([
        ...names.flatMap((name) => texts.map((text) => ({ method, path: `${base}?${name}=${encodeURIComponent(text)}` }))),
        ...names.map((name) => ({ method, path: `${base}?${name}=1&${name}=2` })),
        ...['__proto__=1', 'constructor=1', 'unknown=1', '=', '&&&', 'page[]=1', 'page[a]=1', `${'a=1&'.repeat(500)}`, 'page=%00', 'page=%zz', 'q=%ed%a0%80'].map((query) => ({ method, path: `${base}?${query}` })),
      ], true);
    }
    expect(wrong).toEqual([]);
  });

  it('as part of the address is refused or understood', { timeout: 300_000 }, async () => {
    for (const { method, path } of operations.filter((operation) => operation.path.includes('{'))) {
      await signIn();
      const texts = [...NASTY_URLS, ...NASTY_TEXTS.filter((text) => text.length < 1_000 && isWellFormed(text) && text !== '').map(encodeURIComponent)];
      await judgeAll(texts.map((text) => ({ method, path: path.replace(/\{\w+\}/g, text), ...(method === 'GET' ? {} : { body: '{}', headers: withIfMatch }) })));
    }
    await judgeAll(NASTY_URLS.map((text) => ({ method: 'GET', path: `/api/${text}` })));
    expect(wrong).toEqual([]);
  });

  it('as body is refused with a path', { timeout: 300_000 }, async () => {
    for (const { method, path, body } of operations.filter((operation) => operation.body !== undefined)) {
      await signIn();
      const sample = Object(sampleOf(body, '', idOf));
      const fields = Object.keys((body?.properties ?? (body?.anyOf ?? body?.oneOf)?.[0]?.properties) ?? {});
      const at = concrete(path);
      await judgeAll(fields.flatMap((field) => NASTY_VALUES.map((value) => ({ method, path: at, headers: withIfMatch, body: JSON.stringify({ ...sample, [field]: value }) }))), true);
      await judgeAll(fields.map((field) => ({ method, path: at, headers: withIfMatch, body: JSON.stringify({ ...sample, [field]: undefined }) })), true);
    }
    expect(wrong).toEqual([]);
  });

  it('that is no body at all is refused', { timeout: 300_000 }, async () => {
    for (const { method, path } of operations.filter((operation) => operation.method !== 'GET')) {
      await signIn();
      const at = concrete(path);
      await judgeAll([
        ...NASTY_BODIES.map((body) => ({ method, path: at, headers: withIfMatch, body })),
        ...NASTY_TYPES.map((type) => ({ method, path: at, body: '{}', headers: { ...withIfMatch, 'content-type': type } })),
        ...['', '*', '"x"', '"0"', '"-1"', '"99999999999999999999"', '"1", "2"', 'W/', '1.5'].map((version) => ({ method, path: at, body: '{}', headers: { 'if-match': version } })),
        ...['', ' ', 'a b', 'x'.repeat(5_000), 'é'].map((key) => ({ method, path: at, body: '{}', headers: { ...withIfMatch, 'idempotency-key': key } })),
        ...['__Host-tawama=', '__Host-tawama=%00', `__Host-tawama=${'a'.repeat(43)}`, `__Host-tawama=${'x'.repeat(3_000)}`, ';;;=;', '__proto__=1'].map((nastyCookie) => ({ method, path: at, body: '{}', headers: { cookie: nastyCookie } })),
        ...['x'.repeat(5_000), 'fr;q=nonsense', '*', ';;,,;q=', 'fr;q=99999999999999999999'].map((language) => ({ method, path: at, body: '{}', headers: { 'accept-language': language } })),
      ]);
    }
    expect(wrong).toEqual([]);
  });

  it('was tried by the thousand', () => {
    expect(tried).toBeGreaterThan(3_000);
    // Not all of it was stopped at the door: much got as far as the schemas, some as far as the records.
    for (const status of [200, 400, 404, 415]) expect(statuses.get(status)).toBeGreaterThan(10);
  });
});
