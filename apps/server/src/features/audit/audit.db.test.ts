import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { Database } from '../../platform/db/database.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from './audit-journal.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditService } from './audit.service.js';

let database: TestDatabase;
let program: TestApp;
const agreements = [crypto.randomUUID(), crypto.randomUUID()] as const;

const record = (n: number, agreementId: string | null = null) => program.get(Database).transaction((tx) => program.get(AuditJournal).record(tx, {
  actorId: null, action: 'city.change', subjectType: 'city', subjectId: crypto.randomUUID(), agreementId, before: { n, nested: { b: 'ب', a: [1, null] } }, after: { n: n + 1 }, reason: n % 2 === 0 ? null : 'لأن',
}));
const seal = () => program.get(AuditSealer).sealAll();
const verify = () => program.get(AuditService).verify();
/** What a thief with the database's password could do. */
const tamper = async (sql: string, parameters: unknown[] = []) => {
  await database.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
  await database.query('ALTER TABLE audit_seal DISABLE TRIGGER USER');
  await database.query(sql, parameters);
};

beforeAll(async () => {
  database = await createTestDatabase();
  program = await startTestApp({ databaseUrl: database.url });
});
afterAll(async () => {
  await program.close();
  await database.drop();
});

describe('the journal', () => {
  it('refuses to be changed', async () => {
    await record(1);
    for (const sql of ['UPDATE audit_entry SET reason = NULL', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry CASCADE']) await expect(database.query(sql)).rejects.toThrow(/append-only/);
  });

  it('seals what is there once, and says what is not sealed yet', async () => {
    await seal();
    await record(2);
    expect(await verify()).toEqual({ intact: true, sealed: 1, unsealed: 1, firstBroken: null });
    await Promise.all(Array.from({ length: 30 }, (_, n) => record(n)));
    await Promise.all([seal(), seal(), seal()]);
    await seal();
    expect(await verify()).toEqual({ intact: true, sealed: 32, unsealed: 0, firstBroken: null });
  });

  it('seals an entry that was committed after later ones', async () => {
    let letGo = (): void => {};
    const held = new Promise<void>((go) => { letGo = go; });
    const slow = program.get(Database).transaction(async (tx) => {
      await program.get(AuditJournal).record(tx, { actorId: null, action: 'slow.one', subjectType: 'x', subjectId: null });
      await held;
    });
    await expect.poll(() => database.query(`SELECT 1 FROM pg_stat_activity WHERE state = 'idle in transaction'`)).not.toEqual([]);
    await record(40);
    await seal();
    letGo();
    await slow;
    await program.get(AuditSealer).sealAll(false);
    expect(await verify()).toEqual({ intact: true, sealed: 34, unsealed: 0, firstBroken: null });
    const [last] = await database.query(`SELECT e.action FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id ORDER BY s.sequence DESC LIMIT 1`);
    expect(last).toEqual({ action: 'slow.one' });
  });

  it('seals by itself within seconds', async () => {
    await record(50);
    await expect.poll(verify, { timeout: 5_000 }).toMatchObject({ unsealed: 0, sealed: 35 });
  });

  it('is read within the scope of the viewer', async () => {
    await record(60, agreements[0]);
    await record(61, agreements[1]);
    const viewer: Viewer = { accountId: crypto.randomUUID(), personId: null, role: 'legal', permissions: new Set(), language: 'fr', agreementIds: [agreements[0]], askedAt: new Date() };
    const query = { page: 1, perPage: 25, sort: 'at', order: 'desc' as const, q: undefined, equals: {}, ranges: {} };
    const { data, total } = await program.get(AuditService).list(viewer, query);
    expect(total).toBe(1);
    expect(data[0]).toMatchObject({ agreementId: agreements[0], actorName: null, before: { n: 60 } });
    const { data: all } = await program.get(AuditService).list({ ...viewer, agreementIds: null }, query);
    const other = all.find((entry) => entry.agreementId === agreements[1]);
    await expect(program.get(AuditService).get(viewer, other?.id ?? '')).rejects.toThrow('record/not-found');
    await expect(program.get(AuditService).get(viewer, data[0]?.id ?? '')).resolves.toMatchObject({ reason: null });
  });

  it('names the first entry that was changed, or is gone', async () => {
    await seal();
    const [fifth, ninth] = await database.query<{ id: string }>(`SELECT entry_id AS id FROM audit_seal WHERE sequence IN (5, 9) ORDER BY sequence`);
    await tamper(`UPDATE audit_entry SET after = '{"n": 999}' WHERE id = $1`, [ninth?.id]);
    expect(await verify()).toMatchObject({ intact: false, sealed: 8, firstBroken: ninth?.id });
    await tamper(`DELETE FROM audit_seal WHERE entry_id = $1`, [fifth?.id]);
    expect(await verify()).toMatchObject({ intact: false, sealed: 4 });
  });
});
