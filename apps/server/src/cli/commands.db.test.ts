import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, startS3Sink, type TestDatabase } from '@tawama/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp } from '../../test/app.js';
import { AuditSealer } from '../features/audit/audit-sealer.js';
import { Env } from '../platform/env.js';
import { COMMANDS, usage } from './commands.js';
import { openPlace } from './place.js';

let database: TestDatabase;
let dataDir = '';
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'tawama-cli-'));
  const program = await startTestApp({ databaseUrl: database.url, variables: { DEMO: 'true' } });
  // The timer seals once a second; how much it has sealed when the program closes is the machine's affair.
  await program.get(AuditSealer).sealAll();
  await cp(join(program.env.dataDir, 'evidence'), join(dataDir, 'evidence'), { recursive: true });
  await program.close();
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** What the settings add in one test. */
let variables: Record<string, string> = {};
async function run(name: string, ...words: string[]): Promise<{ code: number | undefined; said: string }> {
  const command = COMMANDS[name];
  const place = await openPlace(Env.read({ DATABASE_URL: database.url, DATA_DIR: dataDir, DEMO: 'false', ...variables }), command?.needs ?? 'anything');
  const said: string[] = [];
  try {
    return { code: await command?.run(place, words, (line) => said.push(line)), said: said.join('\n') };
  } finally {
    await place.close();
  }
}

it('tells every command', () => {
  for (const name of Object.keys(COMMANDS)) expect(usage()).toContain(`  ${name}`);
});

it('the doctor finds what is ill', async () => {
  expect((await run('doctor')).said).toMatch(/well +reminders +0 due for more than an hour/);
  await database.query(`UPDATE reminder SET due_at = club_now() - interval '3 hours' WHERE id = (SELECT id FROM reminder WHERE state = 'planned' LIMIT 1)`);
  const ill = await run('doctor');
  expect([ill.code, ill.said]).toEqual([1, expect.stringMatching(/LOOK +reminders +1 due for more than an hour/)]);
});

it('the doctor asks the bucket whether it lets us in, and keeps its key', async () => {
  expect((await run('doctor')).said).toMatch(/well +files +\S+\/evidence/);
  const bucket = await startS3Sink();
  try {
    variables = { STORAGE_URL: bucket.url('club') };
    expect((await run('doctor')).said).toMatch(/well +files +s3:\/\/club-files\/club at 127\.0\.0\.1:/);
    bucket.script(() => ({ status: 403 }));
    const ill = await run('doctor');
    expect([ill.code, ill.said]).toEqual([1, expect.stringMatching(/LOOK +files +s3:\/\/club-files\/club at \S+ does not let us in/)]);
    expect(ill.said).not.toContain('sec');
  } finally {
    variables = {};
    await bucket.close();
  }
});

it('believes in a backup only when its file is there', async () => {
  await database.query(`INSERT INTO setting (key, value) VALUES ('backup.last', jsonb_build_object('at', clock_timestamp() - interval '2 hours', 'bytes', 1, 'file', 'backups/night.tar.gz'))`);
  expect((await run('doctor')).said).toMatch(/LOOK +backup +none here/);
  expect((await run('upgrade-check')).said).toMatch(/LOOK +no nightly backup/);
  await mkdir(join(dataDir, 'backups'));
  await writeFile(join(dataDir, 'backups/night.tar.gz'), 'x');
  expect((await run('doctor')).said).toMatch(/well +backup +backups\/night\.tar\.gz, 2 hours old/);
  expect((await run('upgrade-check')).said).toMatch(/well +the last nightly backup is 2 hours old/);
});

it('verify finds a reminder that no longer should be', async () => {
  const sound = await run('verify');
  expect(sound).toMatchObject({ code: 0, said: expect.stringMatching(/journal: \d+ entries form an unbroken chain/) });
  expect(sound.said).toMatch(/well +0 steps or reminders that the rules would give otherwise/);
  await database.query(`UPDATE milestone SET status = 'done', done_on = '2026-01-01' WHERE id = (SELECT milestone_id FROM reminder WHERE state = 'planned' LIMIT 1)`);
  expect(await run('verify')).toMatchObject({ code: 1, said: expect.stringMatching(/BROKEN \d+ reminders planned for a step that is not open/) });
});

it('verify misses a file of evidence', async () => {
  await rename(join(dataDir, 'evidence'), join(dataDir, 'elsewhere'));
  expect(await run('verify')).toMatchObject({ code: 1, said: expect.stringMatching(/BROKEN evidence \S+: its file is not there/) });
  await rename(join(dataDir, 'elsewhere'), join(dataDir, 'evidence'));
  expect((await run('verify')).said).toMatch(/well +0 files of evidence/);
});

it('verify finds a journal entry that was changed behind its back', async () => {
  await database.query('ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only');
  expect(await database.query(`UPDATE audit_entry SET reason = 'another' WHERE id = (SELECT entry_id FROM audit_seal WHERE sequence = 3) RETURNING id`)).toHaveLength(1);
  await database.query('ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only');
  expect(await run('verify')).toMatchObject({ code: 1, said: expect.stringMatching(/BROKEN journal: entry .* 2 before it are/) });
});

it('reset-password gives a new one, once', async () => {
  const { said } = await run('reset-password', 'Council@smara.example');
  expect(said).toMatch(/^New password of Council@smara.example: \S{12,}$/);
  await expect(run('reset-password', 'nobody@smara.example')).rejects.toThrow(/nobody has an account/);
});

it('upgrade-check refuses a newer database', async () => {
  expect(await run('upgrade-check')).toMatchObject({ code: 0, said: expect.stringContaining('finds its schema as it is') });
  await database.query(`INSERT INTO migration ("timestamp", name) VALUES (9, 'Later9')`);
  expect(await run('upgrade-check')).toMatchObject({ code: 1, said: expect.stringContaining('Later9') });
});
