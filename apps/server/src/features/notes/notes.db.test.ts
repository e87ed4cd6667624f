import { listQuery, noteCreate, noteList } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { SubjectsStore } from '../contacts/subjects.store.js';
import { NotesService } from './notes.service.js';
import { NotesStore } from './notes.store.js';

let ground: TestGround;
let notes: NotesService;
let administrator: Viewer;
let author: Viewer;
let scoped: Viewer;
let [seen, hidden] = ['', ''];

beforeAll(async () => {
  ground = await openGround('2026-01-26T12:00:00Z');
  notes = new NotesService(ground.database, new NotesStore(), new SubjectsStore(), ground.journal);
  const home = await ground.city('smara', { role: 'home' });
  seen = (await ground.agreement(home, await ground.city('dakar'))).id;
  hidden = (await ground.agreement(home, await ground.city('niamey'))).id;
  administrator = await ground.viewer();
  author = await ground.viewer('coordinator');
  scoped = await ground.viewer('coordinator', { agreementIds: [seen] });
});
afterAll(() => ground.close());

const about = (id: string, text = 'Relire la convention') => noteCreate.parse({ subject: { type: 'agreement', id }, text });
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);

describe('notes', () => {
  it('carry their author and moment, and the journal keeps that there is one, not what it says', async () => {
    const note = await notes.create(author, about(seen));
    expect(note).toMatchObject({ subject: { type: 'agreement', id: seen }, agreementId: seen, text: 'Relire la convention', at: expect.anything(), authorId: author.accountId, version: 1 });
    const entries = await ground.test.query('SELECT after, agreement_id FROM audit_entry WHERE subject_id = $1', [note.id]);
    expect(entries).toEqual([{ after: { subjectType: 'agreement', subjectId: seen }, agreement_id: seen }]);
  });

  it('are changed by their author alone, and never over somebody else\'s change', async () => {
    const note = await notes.create(author, about(seen));
    expect(await refused(notes.change(administrator, note.id, 1, { text: 'x' }))).toBe('note/not-yours');
    expect(await notes.change(author, note.id, 1, { text: 'Relue' })).toMatchObject({ text: 'Relue', version: 2 });
    expect(await refused(notes.change(author, note.id, 1, { text: 'stale' }))).toBe('record/stale');
  });

  it('are deleted by their author or an administrator', async () => {
    const [first, second] = [await notes.create(author, about(seen)), await notes.create(author, about(seen))];
    const other = await ground.viewer('coordinator');
    expect(await refused(notes.delete(other, first.id))).toBe('note/not-yours');
    expect(await notes.delete(author, first.id)).toMatchObject({ id: first.id });
    expect(await notes.delete(administrator, second.id)).toMatchObject({ id: second.id });
    expect(await refused(notes.get(administrator, second.id))).toBe('record/not-found');
  });

  it('stay inside the scope', async () => {
    const elsewhere = await notes.create(author, about(hidden));
    const works = [() => notes.get(scoped, elsewhere.id), () => notes.change(scoped, elsewhere.id, 1, { text: 'x' }), () => notes.delete(scoped, elsewhere.id)];
    for (const work of works) expect(await refused(work())).toBe('record/not-found');
    expect(await refused(notes.create(scoped, about(hidden)))).toBe('request/invalid');
    expect((await notes.list(scoped, listQuery(noteList).parse({}))).data.map(({ agreementId }) => agreementId)).not.toContain(hidden);
  });
});
