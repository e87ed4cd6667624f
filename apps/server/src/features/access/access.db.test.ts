import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { TestClient } from '../../../test/client.js';
import { Database } from '../../platform/db/database.js';
import { LinkTokens } from '../../platform/http/link-tokens.js';
import { Accounts } from './accounts.service.js';
import { resetAtConsole } from './console.js';
import { SessionStore } from './session.store.js';

const PASSWORD = 'sable-rouge-42-palmiers';
let database: TestDatabase;
let program: TestApp;
let admin: TestClient;
let adminId: string;

const account = async (email: string, role: 'administrator' | 'coordinator' | 'legal' | 'council' = 'coordinator') =>
  program.get(Database).transaction((tx) => program.get(Accounts).createWithPassword(tx, { email, name: 'X', role, language: 'fr', personId: null, password: PASSWORD, demonstration: false }));
const client = () => new TestClient(program.url);
const linkOf = async (accountId: string) => {
  const [row] = await database.query<{ id: string }>('SELECT id FROM one_time_link WHERE account_id = $1 AND used_at IS NULL ORDER BY id DESC LIMIT 1', [accountId]);
  return program.get(LinkTokens).tokenOf(row?.id ?? '');
};
const noAttempts = () => database.query('DELETE FROM login_attempt');

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url });
  adminId = await account('admin@club.example', 'administrator');
  admin = client();
  await admin.signIn('admin@club.example', PASSWORD);
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

describe('signing in', () => {
  it('gives a cookie that scripts and plain http never see, and says who one is', async () => {
    const visitor = client();
    const answer = await visitor.signIn('admin@club.example', PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-tawama=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect(await visitor.get('/api/auth/me')).toMatchObject({ status: 200, body: { role: 'administrator', scopes: { agreementIds: null }, user: { id: adminId, language: 'fr' } } });
  });

  it('keeps a trusted device for thirty days, any other for ten idle hours', async () => {
    await client().post('/api/auth/login', { email: 'admin@club.example', password: PASSWORD, trustedDevice: true });
    const rows = await database.query<{ trusted_device: boolean; hours: number }>(`SELECT trusted_device, round(extract(epoch FROM expires_at - clock_timestamp()) / 3600)::int AS hours FROM session ORDER BY created_at DESC LIMIT 2`);
    expect(rows).toEqual([{ trusted_device: true, hours: 720 }, { trusted_device: false, hours: 10 }]);
  });

  it('stores no token and no password', async () => {
    const [row] = await database.query<{ password_hash: string }>('SELECT password_hash FROM account WHERE id = $1', [adminId]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('says the same of an unknown address, a wrong password and an inactive account, as late', async () => {
    await noAttempts();
    const id = await account('inactive@club.example');
    await database.query('UPDATE account SET active = false WHERE id = $1', [id]);
    // The quickest of three: a busy machine makes any one of them late.
    const timed = async (email: string) => {
      let ms = Infinity;
      let answer = {};
      for (let n = 0; n < 3; n += 1) {
        await noAttempts();
        const from = performance.now();
        const { status, body } = await client().signIn(email, email.startsWith('inactive') ? PASSWORD : 'wrong');
        ms = Math.min(ms, performance.now() - from);
        answer = { status, body };
      }
      return { ms, answer };
    };
    const [unknown, wrong, inactive] = [await timed('nobody@club.example'), await timed('admin@club.example'), await timed('inactive@club.example')];
    expect(unknown.answer).toMatchObject({ status: 401, body: { code: 'auth/wrong-credentials' } });
    expect(wrong.answer).toEqual(unknown.answer);
    expect(inactive.answer).toEqual(unknown.answer);
    expect(Math.abs(unknown.ms - wrong.ms)).toBeLessThan(150);
  });

  it('lets five fail in a minute from one address, then nobody from there until it has passed', async () => {
    await noAttempts();
    const statuses = await Promise.all(Array.from({ length: 8 }, async (_, n) => (await client().signIn(`guess${n}@club.example`, 'wrong')).status));
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    const refused = await client().signIn('admin@club.example', PASSWORD);
    expect(refused).toMatchObject({ status: 429, body: { code: 'auth/too-many-attempts' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await database.query(`UPDATE login_attempt SET at = at - interval '1 minute'`);
    expect((await client().signIn('admin@club.example', PASSWORD)).status).toBe(200);
  });

  it('lets ten fail in an hour for one account, wherever from', async () => {
    await noAttempts();
    await account('target@club.example');
    await database.query(`INSERT INTO login_attempt (email, ip, failed) SELECT 'target@club.example', '192.0.2.' || n, true FROM generate_series(1, 10) AS n`);
    expect((await client().signIn('target@club.example', PASSWORD)).status).toBe(429);
    await database.query(`UPDATE login_attempt SET at = at - interval '1 hour'`);
    expect((await client().signIn('target@club.example', PASSWORD)).status).toBe(200);
  });

  it('never counts a success', async () => {
    await noAttempts();
    const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await client().signIn('admin@club.example', PASSWORD)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });
});

describe('a session', () => {
  it('ends at signing out', async () => {
    await account('leaver@club.example');
    const visitor = client();
    await visitor.signIn('leaver@club.example', PASSWORD);
    const old = visitor.cookie;
    expect((await visitor.post('/api/auth/logout')).status).toBe(204);
    visitor.cookie = old;
    expect((await visitor.get('/api/auth/me')).status).toBe(401);
  });

  it('ends everywhere when the password changes, but for a new one where it was changed', async () => {
    const id = await account('changer@club.example');
    const [here, there] = [client(), client()];
    await here.signIn('changer@club.example', PASSWORD);
    await there.signIn('changer@club.example', PASSWORD);
    const old = here.cookie;
    expect((await here.post('/api/auth/password', { current: 'not this one', password: 'une-autre-phrase-77' })).body).toMatchObject({ code: 'auth/password-wrong' });
    expect((await here.post('/api/auth/password', { current: PASSWORD, password: 'court' })).body).toMatchObject({ code: 'auth/password-too-short', errors: [{ path: 'password' }] });
    expect((await here.post('/api/auth/password', { current: PASSWORD, password: 'Password1234!' })).body).toMatchObject({ code: 'auth/password-too-common' });
    expect((await here.post('/api/auth/password', { current: PASSWORD, password: 'une-autre-phrase-77' })).status).toBe(204);
    expect((await there.get('/api/auth/me')).status).toBe(401);
    expect((await here.get('/api/auth/me')).status).toBe(200);
    expect(here.cookie).not.toBe(old);
    expect(await database.query(`SELECT action, before, after FROM audit_entry WHERE subject_id = $1 AND action = 'account.set-password'`, [id])).toEqual([{ action: 'account.set-password', before: null, after: null }]);
  });

  it('is its own among many that are asked for at once', async () => {
    await noAttempts();
    const visitors: { id: string; visitor: TestClient }[] = [];
    for (const n of [1, 2, 3, 4]) {
      const id = await account(`many-${n}@club.example`);
      const visitor = client();
      await visitor.signIn(`many-${n}@club.example`, PASSWORD);
      visitors.push({ id, visitor });
    }
    await database.query('DELETE FROM session WHERE account_id = $1', [visitors[1]?.id]);
    const asked = Array.from({ length: 40 }, (_, n) => visitors[n % 4]);
    const answers = await Promise.all(asked.map(async (one) => (await one?.visitor.get('/api/auth/me'))?.body));
    for (const [n, one] of asked.entries()) expect(answers[n]).toMatchObject(n % 4 === 1 ? { code: 'auth/required' } : { user: { id: one?.id } });
  });

  it('is refused to all who ask where the database gives no answer, without asking for each', async () => {
    let times = 0;
    const away = { query: async () => { times += 1; throw new Error('away'); } };
    const often = vi.spyOn(program.get(Database), 'often', 'get').mockReturnValue(away);
    const sessions = new SessionStore(program.get(Database));
    const ends = await Promise.allSettled(Array.from({ length: 20 }, () => sessions.viewerOf('x'.repeat(43))));
    often.mockRestore();
    expect(ends.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 'rejected'));
    expect(times).toBe(1);
  });

  it('ends at once when it is revoked, made inactive, or over', async () => {
    const id = await account('revoked@club.example');
    const visitor = client();
    await visitor.signIn('revoked@club.example', PASSWORD);
    expect((await admin.post(`/api/users/${id}/revoke`)).status).toBe(200);
    expect((await visitor.get('/api/auth/me')).status).toBe(401);
    await visitor.signIn('revoked@club.example', PASSWORD);
    await database.query(`UPDATE session SET expires_at = clock_timestamp() WHERE account_id = $1`, [id]);
    expect((await visitor.get('/api/auth/me')).status).toBe(401);
    await visitor.signIn('revoked@club.example', PASSWORD);
    const { body } = await admin.get(`/api/users/${id}`);
    expect((await admin.patch(`/api/users/${id}`, { active: false }, body['version'])).status).toBe(200);
    expect((await visitor.get('/api/auth/me')).status).toBe(401);
  });

  it('follows a change of role at once', async () => {
    const id = await account('promoted@club.example', 'council');
    const visitor = client();
    await visitor.signIn('promoted@club.example', PASSWORD);
    expect((await visitor.get('/api/users')).status).toBe(403);
    const { body } = await admin.get(`/api/users/${id}`);
    await admin.patch(`/api/users/${id}`, { role: 'administrator' }, body['version']);
    expect((await visitor.get('/api/users')).status).toBe(200);
    await database.query(`UPDATE account SET role = 'council' WHERE id = $1`, [id]);
  });
});

describe('accounts', () => {
  it('begin with an invitation that opens once', async () => {
    const created = await admin.post('/api/users', { email: 'Invited@Club.example', name: 'Invitée', role: 'legal', language: 'fr' });
    expect(created).toMatchObject({ status: 201, body: { email: 'invited@club.example', invited: true, active: true } });
    const id = String(created.body['id']);
    expect(await database.query(`SELECT kind, state, email FROM delivery WHERE account_id = $1`, [id])).toEqual([{ kind: 'invitation', state: 'pending', email: 'invited@club.example' }]);
    const [mail] = await database.query<{ id: string }>('SELECT id FROM delivery WHERE account_id = $1', [id]);
    const { body: { name } } = await admin.get(`/api/users/${adminId}`);
    expect((await admin.get(`/api/deliveries/${mail?.id}/preview?part=text`)).text).toContain(name);
    const token = await linkOf(id);
    const visitor = client();
    expect((await visitor.post('/api/auth/reset', { token, password: 'court' })).status).toBe(400);
    expect((await visitor.post('/api/auth/reset', { token, password: PASSWORD })).status).toBe(204);
    expect(await visitor.post('/api/auth/reset', { token, password: PASSWORD })).toMatchObject({ status: 410, body: { code: 'auth/link-invalid' } });
    await noAttempts();
    expect((await visitor.signIn('invited@club.example', PASSWORD)).status).toBe(200);
    expect(await admin.get(`/api/users/${id}`)).toMatchObject({ body: { invited: false } });
  });

  it('refuse a second with the same address, and unknown people and agreements', async () => {
    const body = { email: 'admin@club.example', name: 'Y', role: 'legal', language: 'fr' };
    expect(await admin.post('/api/users', body)).toMatchObject({ status: 409, body: { code: 'user/duplicate-email', errors: [{ path: 'email' }] } });
    expect(await admin.post('/api/users', { ...body, email: 'y@club.example', personId: crypto.randomUUID() })).toMatchObject({ status: 400, body: { errors: [{ path: 'personId' }] } });
    expect(await admin.post('/api/users', { ...body, email: 'y@club.example', agreementIds: [crypto.randomUUID()] })).toMatchObject({ status: 400, body: { errors: [{ path: 'agreementIds' }] } });
  });

  it('keep the last administrator, and nobody changes their own rights', async () => {
    const { body: me } = await admin.get(`/api/users/${adminId}`);
    expect(await admin.patch(`/api/users/${adminId}`, { role: 'council' }, me['version'])).toMatchObject({ status: 409, body: { code: 'user/last-administrator' } });
    await account('second@club.example', 'administrator');
    expect(await admin.patch(`/api/users/${adminId}`, { active: false }, me['version'])).toMatchObject({ status: 409, body: { code: 'user/self' } });
    expect(await admin.patch(`/api/users/${adminId}`, { name: 'Z' }, me['version'])).toMatchObject({ status: 200, body: { name: 'Z' } });
    expect(await admin.patch(`/api/users/${adminId}`, { name: 'W' }, me['version'])).toMatchObject({ status: 409, body: { code: 'record/stale', current: { name: 'Z' } } });
    expect((await admin.patch(`/api/users/${adminId}`, { name: 'W' })).status).toBe(428);
  });

  it('are listed, searched and filtered', async () => {
    expect(await admin.get('/api/users?q=ADMIN%40club&role=administrator&sort=email')).toMatchObject({ status: 200, body: { total: 1, totalIsExact: true, data: [{ id: adminId }] } });
    expect(await admin.get('/api/users?colour=red')).toMatchObject({ status: 400, body: { errors: [{ path: 'colour', code: 'unrecognized_keys' }] } });
  });

  it('hold no names in the journal', async () => {
    const entries = await database.query<{ text: string }>(`SELECT audit_entry::text AS text FROM audit_entry`);
    expect(entries.filter(({ text }) => /@club|Invitée/.test(text))).toEqual([]);
  });
});

describe('a forgotten password', () => {
  it('sends a link to an account, and tells nobody whether there is one', async () => {
    const id = await account('forgetful@club.example');
    const answers = [await client().post('/api/auth/forgot', { email: 'forgetful@club.example' }), await client().post('/api/auth/forgot', { email: 'nobody@club.example' })];
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    const token = await linkOf(id);
    await database.query(`UPDATE one_time_link SET expires_at = club_now() - interval '1 second' WHERE account_id = $1`, [id]);
    expect((await client().post('/api/auth/reset', { token, password: PASSWORD })).status).toBe(410);
    expect((await client().post('/api/auth/reset', { token: `${crypto.randomUUID()}-${'A'.repeat(43)}`, password: PASSWORD })).status).toBe(410);
  });

  it('sends no more than three links an hour', async () => {
    const id = await account('often@club.example');
    for (let n = 0; n < 5; n += 1) await client().post('/api/auth/forgot', { email: 'often@club.example' });
    expect(await database.query(`SELECT 1 FROM delivery WHERE account_id = $1`, [id])).toHaveLength(3);
  });

  it('is replaced at the console', async () => {
    await account('console@club.example');
    const password = await resetAtConsole(program.get(Database), 'Console@club.example');
    await noAttempts();
    expect((await client().signIn('console@club.example', password)).status).toBe(200);
    await expect(resetAtConsole(program.get(Database), 'nobody@club.example')).rejects.toThrow('record/not-found');
  });
});

describe('a new club', () => {
  it('lets its first administrator in by one link, anew until it is used', async () => {
    const empty = await createTestDatabase();
    const club = await startTestApp({ databaseUrl: empty.url, variables: { ADMIN_EMAIL: 'first@club.example' } });
    const address = await club.get(Accounts).firstAdministrator('first@club.example');
    expect(address).toMatch(/\/reset\/[\w-]{80}$/);
    const token = decodeURIComponent(address?.split('/reset/')[1] ?? '');
    expect((await new TestClient(club.url).post('/api/auth/reset', { token, password: PASSWORD })).status).toBe(204);
    expect(await club.get(Accounts).firstAdministrator('first@club.example')).toBeNull();
    expect(await new TestClient(club.url).signIn('first@club.example', PASSWORD)).toMatchObject({ status: 200, body: { role: 'administrator' } });
    await club.close();
    await empty.drop();
  });
});
