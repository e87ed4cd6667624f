import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { startTestApp } from '../../test/app.js';
import { AuditSealer } from '../features/audit/audit-sealer.js';
import { Env } from '../platform/env.js';
import { COMMANDS } from './commands.js';
import { openPlace } from './place.js';

/** A demonstration club that nothing is wrong with; each case spoils a copy. */
let sound: TestDatabase;
let soundDir = '';
let database: TestDatabase;
let dataDir = '';
beforeAll(async () => {
  sound = await createTestDatabase();
  soundDir = await mkdtemp(join(tmpdir(), 'tawama-sound-'));
  const program = await startTestApp({ databaseUrl: sound.url, variables: { DEMO: 'true' } });
  await program.get(AuditSealer).sealAll();
  await cp(join(program.env.dataDir, 'evidence'), join(soundDir, 'evidence'), { recursive: true });
  await program.close();
  await sound.leave();
});
afterAll(async () => {
  await sound.drop();
  await rm(soundDir, { recursive: true, force: true });
});
beforeEach(async () => {
  database = await createTestDatabase({ url: inject('postgresUrl'), template: sound.name });
  dataDir = await mkdtemp(join(tmpdir(), 'tawama-verify-'));
  await cp(join(soundDir, 'evidence'), join(dataDir, 'evidence'), { recursive: true });
});
afterEach(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function verified(): Promise<{ code: number | undefined; broken: string[] }> {
  const place = await openPlace(Env.read({ DATABASE_URL: database.url, DATA_DIR: dataDir, DEMO: 'false' }), 'club');
  const said: string[] = [];
  try {
    return { code: await COMMANDS['verify']?.run(place, [], (line) => said.push(line)), broken: said.filter((line) => line.startsWith('BROKEN')) };
  } finally {
    await place.close();
  }
}
const evidenceFiles = async () => (await readdir(join(dataDir, 'evidence'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
const OPEN = `(SELECT m.id FROM milestone m JOIN reminder r ON r.milestone_id = m.id AND r.state = 'planned' WHERE m.status = 'open' AND NOT m.pinned ORDER BY m.id LIMIT 1)`;
const SEALED = '(SELECT entry_id FROM audit_seal WHERE sequence = 3)';
const PLANNED = `(SELECT id FROM reminder WHERE state = 'planned' ORDER BY due_at DESC LIMIT 1)`;
const withoutTriggers = (sql: string) => `SET session_replication_role = replica; ${sql}; SET session_replication_role = DEFAULT`;

it('finds nothing in a club as the program left it', async () => { expect(await verified()).toEqual({ code: 0, broken: [] }); });

it.each<[string, string, RegExp]>([
  ['a due date that was changed', `UPDATE milestone SET due_on = due_on + 3 WHERE id = ${OPEN}`, /agreement \S+, \S+: open, \S+; reckoned anew: open, / ],
  ['an expected date that was changed', `UPDATE milestone SET due_on = due_on + 3 WHERE id = (SELECT id FROM milestone WHERE provisional ORDER BY id LIMIT 1)`, /\(provisional\); reckoned anew: planned, /],
  ['a step that should be open', `UPDATE milestone SET status = 'planned' WHERE id = ${OPEN}`, /: planned, \S+; reckoned anew: open, /],
  ['a step that was done without a date', withoutTriggers(`UPDATE milestone SET done_on = NULL WHERE id = (SELECT id FROM milestone WHERE status = 'done' ORDER BY id LIMIT 1)`), /BROKEN 1 steps done without a date/],
  ['a reminder that is missing', `DELETE FROM reminder WHERE id = ${PLANNED}`, /reminders: 0 that should not be; reckoned anew: 1 that are missing/],
  ['a reminder that was given up', `UPDATE reminder SET state = 'cancelled' WHERE id = ${PLANNED}`, /reminders: 0 that should not be; reckoned anew: 1 that are missing/],
  ['a reminder on another day', `UPDATE reminder SET rung_on = rung_on + 1 WHERE id = ${PLANNED}`, /reminders: 1 that should not be; reckoned anew: 1 that are missing/],
  ['a reminder too many', `INSERT INTO reminder (milestone_id, agreement_id, rung, cycle_no, role, person_id, hold, rung_on, local_date, local_time, zone, due_at, tz_version) SELECT milestone_id, agreement_id, 'd-99', cycle_no, role, person_id, hold, rung_on, local_date, local_time, zone, due_at, tz_version FROM reminder WHERE id = ${PLANNED}`, /reminders: 1 that should not be; reckoned anew: 0 that are missing/],
  ['a vitality', `UPDATE agreement SET vitality_level = 'dormant' WHERE id = (SELECT id FROM agreement WHERE vitality_level = 'active' ORDER BY id LIMIT 1)`, /agreement \S+: vitality dormant .*; reckoned anew for 2026-\S+: active code/],
  ['the reason of a vitality', `UPDATE agreement SET vitality_reason = '{"code": "noHomeContact"}' WHERE id = (SELECT id FROM agreement WHERE vitality_level = 'active' ORDER BY id LIMIT 1)`, /vitality active code noHomeContact; reckoned anew/],
  ['a level of proof', `UPDATE milestone SET proof_level = 'seenOnSite' WHERE id = (SELECT id FROM milestone WHERE proof_level = 'none' ORDER BY id LIMIT 1)`, /proof seenOnSite; reckoned anew: none/],
  ['an entry of the journal that was changed', withoutTriggers(`UPDATE audit_entry SET reason = 'another' WHERE id = ${SEALED}`), /journal: entry \S+ is not what was written; 2 before it are/],
  ['an entry of the journal that was taken out', withoutTriggers(`DELETE FROM audit_entry WHERE id = ${SEALED}`), /BROKEN journal: entry/],
])('names %s', async (_, spoil, named) => {
  await database.query(spoil);
  const { code, broken } = await verified();
  expect(code).toBe(1);
  expect(broken.join('\n')).toMatch(named);
});

it.each<[string, (path: string) => Promise<void>, RegExp]>([
  ['a file of evidence that is lost', (path) => rm(path), /evidence \S+: its file is not there/],
  ['a file of evidence that was changed', (path) => writeFile(path, 'other bytes'), /evidence \S+: its file is not what was brought/],
])('names %s', async (_, spoil, named) => {
  const [kept] = await database.query<{ sha256: string }>('SELECT sha256 FROM evidence ORDER BY id LIMIT 1');
  const path = (await evidenceFiles()).find((one) => one.endsWith(kept?.sha256 ?? 'none'));
  await spoil(path ?? 'no file');
  const { code, broken } = await verified();
  expect(code).toBe(1);
  expect(broken.join('\n')).toMatch(named);
});
