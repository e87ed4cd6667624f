import { agreementCreate, listQuery, milestone as milestoneShape, milestoneCommandAnswer, milestoneList, type EventDates, type MilestoneCommand } from '@tawama/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { plansOn } from '../../../test/plans.js';
import { refusalOf } from '../../platform/http/problem.js';
import type { Viewer } from '../../platform/http/viewer.js';
import type { AgreementsService } from '../agreements/agreements.service.js';
import type { ReminderStart } from '../agreements/reminder-start.js';
import { byViewer } from '../plans/plan-command.js';
import type { MilestonesService } from './milestones.service.js';

let ground: TestGround;
let agreements: AgreementsService;
let milestones: MilestonesService;
let start: ReminderStart;
let viewer: Viewer;
let home: string;
let partner: string;
let coordinator: string;
let lawyer: string;
let focal: string;

beforeAll(async () => {
  ground = await openGround('2026-01-26T08:00:00Z');
  ({ agreements, milestones, start } = plansOn(ground));
  viewer = await ground.viewer();
  home = await ground.city('smara', { role: 'home', name: { ar: 'السمارة', fr: 'Smara', en: 'Smara' } });
  partner = await ground.city('niamey', { name: { ar: 'نيامي', fr: 'Niamey', en: 'Niamey' } });
  coordinator = await ground.person(home, { function: 'coordinator' });
  lawyer = await ground.person(home, { function: 'legal' });
  focal = await ground.person(partner, { function: 'focalPoint' });
});
afterAll(() => ground.close());

const open = async (events: EventDates = { opened: '2025-10-27' }, templateKey = 'twinning') =>
  (await agreements.open(viewer, agreementCreate.parse({ templateKey, homeCityId: home, partnerCityIds: [partner], events }), false)).id;
const list = async (query: Record<string, string>, by = viewer) => (await milestones.list(by, listQuery(milestoneList).parse({ perPage: '200', ...query }))).data;
const step = async (agreementId: string, key: string) => {
  const [found] = await list({ agreementId, key });
  if (!found) throw new Error(key);
  return found;
};
const act = (id: string, version: number, command: MilestoneCommand, dryRun = false) => milestones.act(byViewer(viewer, dryRun), id, version, command);
const refused = (work: Promise<unknown>) => work.then(() => 'done', (error: unknown) => refusalOf(error).code);

describe('a command', () => {
  it('tried and given answers the same, in the shape of the contract', async () => {
    const agreementId = await open();
    await start.startReminders(byViewer(viewer, false), agreementId, 1);
    const draft = await step(agreementId, 'draft-convention');
    const command: MilestoneCommand = { name: 'reschedule', dueOn: '2026-03-02', reason: 'translation' };
    const { dryRun: tried, ...dry } = await act(draft.id, draft.version, command, true);
    expect(await step(agreementId, 'draft-convention')).toEqual(draft);
    const answer = await act(draft.id, draft.version, command);
    expect(milestoneCommandAnswer.parse(answer)).toEqual(answer);
    const { dryRun: given, ...real } = answer;
    expect([tried, given]).toEqual([true, false]);
    expect(real).toEqual(dry);
    const [review, consultation] = [await step(agreementId, 'legal-review'), await step(agreementId, 'prior-consultation')];
    expect(real).toMatchObject({ version: draft.version + 1, dueOn: '2026-03-02', originalDueOn: '2026-01-10', pinned: true, daysLate: 0 });
    expect(real.moved).toEqual([{ milestoneId: draft.id, from: '2026-01-10', to: '2026-03-02' }, { milestoneId: review.id, from: '2026-01-20', to: '2026-03-12' }, { milestoneId: consultation.id, from: '2026-01-25', to: '2026-03-17' }]);
    expect(real.remindersAdded).toBeGreaterThan(0);
    expect(review).toMatchObject({ dueOn: '2026-03-12', provisional: true, status: 'planned' });
    const [entry] = await ground.test.query('SELECT action, reason, before, after FROM audit_entry WHERE subject_id = $1 ORDER BY id DESC LIMIT 1', [draft.id]);
    expect(entry).toMatchObject({ action: 'milestone.reschedule', reason: 'translation', before: { dueOn: '2026-01-10', pinned: false }, after: { dueOn: '2026-03-02', pinned: true } });
  });

  it('walks a step through its life, up to the signature that makes the agreement active', async () => {
    const agreementId = await open();
    const { id } = await step(agreementId, 'signature');
    await act(id, 1, { name: 'start' });
    await act(id, 2, { name: 'block', reason: 'the mayor travels' });
    await act(id, 3, { name: 'unblock' });
    await act(id, 4, { name: 'submit', doneOn: '2026-01-20', note: 'both have signed' });
    await act(id, 5, { name: 'return', reason: 'the copy is unreadable' });
    await act(id, 6, { name: 'submit', doneOn: '2026-01-20', note: '' });
    expect(await act(id, 7, { name: 'accept', withoutEvidence: 'lost' })).toMatchObject({ version: 8, status: 'done', doneOn: '2026-01-20', evidenceLevel: 'declared' });
    expect(await agreements.get(viewer, agreementId)).toMatchObject({ status: 'active', signedOn: '2026-01-20', version: 2 });
    expect(await step(agreementId, 'registration')).toMatchObject({ status: 'open', dueOn: '2026-01-27' });
    const history = await ground.test.query<{ action: string }>('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [id]);
    expect(history.map(({ action }) => action)).toEqual(['start', 'block', 'unblock', 'submit', 'return', 'submit', 'accept'].map((name) => `milestone.${name}`));
  });

  it('is refused where it does not fit, and changes nothing', async () => {
    const agreementId = await open();
    const letter = await step(agreementId, 'letter-of-intent');
    const entries = async () => (await ground.test.query('SELECT 1 FROM audit_entry')).length;
    const before = await entries();
    expect(await refused(act(letter.id, 1, { name: 'accept' }))).toBe('milestone/not-allowed-in-status');
    expect(await refused(act(letter.id, 1, { name: 'submit', doneOn: '2026-01-27', note: '' }))).toBe('milestone/done-in-the-future');
    expect(await refused(act(letter.id, 1, { name: 'assign', ownerId: focal }))).toBe('milestone/owner-not-home');
    expect(await refused(act(letter.id, 1, { name: 'submit', doneOn: '2026-01-26', note: '', evidenceIds: [agreementId] }))).toBe('request/invalid');
    expect(await refused(act(agreementId, 1, { name: 'start' }))).toBe('record/not-found');
    expect(await step(agreementId, 'letter-of-intent')).toEqual(letter);
    expect(await entries()).toBe(before);
  });

  it('gives a step to another of us', async () => {
    const { id } = await step(await open(), 'governor-visa');
    expect(await act(id, 1, { name: 'assign', ownerId: lawyer, counterpartId: focal })).toMatchObject({ ownerId: lawyer, counterpartId: focal, waitingOn: 'governor' });
    expect(await ground.test.query('SELECT assigned_on FROM milestone WHERE id = $1', [id])).toEqual([{ assigned_on: '2026-01-26' }]);
  });

  it('counts a new cycle when a reminded date is moved', async () => {
    const agreementId = await open();
    const { id } = await step(agreementId, 'letter-of-intent');
    await ground.test.query(
      `WITH mail AS (INSERT INTO delivery (kind, person_id, local_date, email, recipient_name, language, state, message_id, due_at) VALUES ('reminder', $3, '2025-10-27', 'c@club.example', 'C', 'fr', 'held', '<1@x>', club_now()) RETURNING id)
       INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version, state, delivery_id)
       SELECT $1, $2, 'd0', 0, 'owner', $3, '2025-10-27', '2025-10-27', '09:00', 'Africa/El_Aaiun', '2025-10-27T08:00:00Z', 'test', 'materialised', id FROM mail`, [agreementId, id, coordinator]);
    await act(id, 1, { name: 'reschedule', dueOn: '2026-02-20', reason: 'later' });
    expect(await ground.test.query('SELECT cycle_no FROM milestone WHERE id = $1', [id])).toEqual([{ cycle_no: 1 }]);
  });
});

describe('fifty at once', () => {
  it('change one milestone: one wins, the others see what it made', async () => {
    const { id, version } = await step(await open(), 'letter-of-intent');
    for (let round = 0; round < 4; round += 1) {
      const attempts = await Promise.allSettled(Array.from({ length: 50 }, () => act(id, version + round, { name: 'reschedule', dueOn: '2026-02-20', reason: 'at once' })));
      const won = attempts.filter(({ status }) => status === 'fulfilled');
      const lost = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [refusalOf(attempt.reason)] : []));
      expect(won).toHaveLength(1);
      expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['record/stale']));
      for (const { detail } of lost) expect(detail.current).toMatchObject({ id, version: version + round + 1, dueOn: '2026-02-20' });
    }
    expect(await ground.test.query(`SELECT 1 FROM audit_entry WHERE subject_id = $1 AND action = 'milestone.reschedule'`, [id])).toHaveLength(4);
  });

  it('change different milestones of one agreement: all win, the plan stays whole', async () => {
    const agreementId = await open();
    const steps = await list({ agreementId });
    const answers = await Promise.all(steps.slice(0, 20).map(({ id, version }) => act(id, version, { name: 'block', reason: 'at once' })));
    expect(answers.every(({ status, version }) => status === 'blocked' && version === 2)).toBe(true);
  });
});

describe('the list', () => {
  it('shows what the template says, in the shape of the contract', async () => {
    const agreementId = await open();
    const steps = await list({ agreementId, sort: 'number' });
    expect(steps.map(({ number }) => number).slice(0, 7)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2.1']);
    for (const one of steps) expect(milestoneShape.parse(one)).toEqual(one);
    expect(await step(agreementId, 'governor-visa')).toMatchObject({ certainty: 'toVerify', waitingOn: 'governor', evidence: { fr: 'Le visa' }, dueOn: null, daysLate: 0 });
    expect((await step(agreementId, 'governor-visa')).note?.en).toMatch(/article 118/);
  });

  it('sorts by date with undated ones last, filters, and finds by words and cities', async () => {
    const agreementId = await open({ opened: '2025-10-27', councilSession: '2026-02-05' });
    const dated = (await list({ agreementId })).map(({ dueOn }) => dueOn);
    expect(dated).toEqual([...dated].sort((a, b) => (a ?? '9') < (b ?? '9') ? -1 : a === b ? 0 : 1));
    const late = await list({ agreementId, late: 'true', sort: 'daysLate', order: 'desc' });
    expect(late.map(({ key, daysLate }) => [key, daysLate])).toEqual([['letter-of-intent', 91], ['partner-profile', 76], ['first-meeting', 31], ['draft-convention', 16]]);
    expect((await list({ agreementId, late: 'false' })).length).toBe(26);
    expect((await list({ agreementId, provisional: 'true', dueOnTo: '2026-03-12' })).map(({ key }) => key)).toEqual(['legal-review', 'prior-consultation', 'sent-to-governor', 'governor-visa']);
    expect((await list({ agreementId, waitingOn: 'governor,council' })).map(({ key }) => key)).toEqual(['council-deliberation', 'governor-visa', 'renewal-deliberation']);
    expect((await list({ agreementId, q: 'تاشيرة العامل نيامي' })).map(({ key }) => key)).toEqual(['governor-visa']);
    expect((await list({ agreementId, ownerId: lawyer })).map(({ key }) => key)).toEqual(['draft-convention', 'legal-review']);
  });

  it('stays within the scope of the viewer, as do reading and acting', async () => {
    const [mine, other] = [await open(), await open()];
    const scoped = await ground.viewer('coordinator', { agreementIds: [mine] });
    expect(new Set((await list({}, scoped)).map(({ agreementId }) => agreementId))).toEqual(new Set([mine]));
    const { id } = await step(other, 'letter-of-intent');
    expect(await refused(milestones.get(scoped, id))).toBe('record/not-found');
    expect(await refused(milestones.act(byViewer(scoped, false), id, 1, { name: 'start' }))).toBe('record/not-found');
  });
});
