import type { EventKey, MilestoneCommand, PlanSheet } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAgreement } from '../agreements/commands.js';
import { isoToInstant, type ZoneTable } from '../calendar/index.js';
import { peopleThatMatter } from '../milestones/assignment.js';
import { withAssignments } from '../plans/occurrences.js';
import { planOf } from '../plans/plan-of.js';
import type { Plan, PlanPerson } from '../plans/plan.js';
import { laddersOf } from '../reminders/ladder.js';
import { type Candidate, Roles } from '../reminders/roles.js';
import { countChanges, planAllReminders, type ReminderChanges } from '../reminders/whole-plan.js';
import { calendarsOf } from '../calendar/calendars.js';
import { ALREADY_SIGNED_V2, TWINNING_V2 } from '../templates/index.js';
import { type IntendedChange, ruleOn } from './intended-change.js';
import { hasZonesFor, type KnownPlan, knownPlan, type ToldReminder, wordsOf } from './known-plan.js';
import { movedOtherwise } from './moved-otherwise.js';
import { knowsThoseNamed, preview, type Preview } from './preview.js';

const zones: ZoneTable = { version: 'test', zones: { Smara: { untils: [], offsets: [0] }, India: { untils: [], offsets: [330] } } };
const today = '2026-01-26';
const now = '2026-01-26T08:00:00.000Z';
const person = (id: string, of: PlanPerson['function'], side: PlanPerson['side'], near = true): PlanPerson => ({ id, function: of, side, near, active: true });
const people = [person('coordinator', 'coordinator', 'home'), person('lawyer', 'legal', 'home'), person('finance-far', 'finance', 'home', false), person('finance-farther', 'finance', 'home', false), person('focal', 'focalPoint', 'partner')];
const recipients: Candidate[] = people.map(({ id, function: role, side }) => ({ personId: id, active: true, function: role, cityId: side === 'partner' ? 'city-p' : 'city-h', zone: side === 'partner' ? 'India' : null }));
const cities = { homeCityId: 'city-h', partnerCityIds: ['city-p'] };
const facts: NonNullable<PlanSheet['calendars']> = {
  home: { country: 'MA', weekend: [6, 7] }, partners: [{ country: 'IN', weekend: [7] }],
  holidays: [{ country: 'MA', monthDay: '05-01', on: null, certainty: 'confirmed' }, { country: 'MA', monthDay: null, on: '2026-03-20', certainty: 'estimated' }],
  sessions: [{ cityId: null, beginsOn: '2026-02-02', endsOn: '2026-02-02', certainty: 'estimated' }, { cityId: 'city-h', beginsOn: '2026-05-04', endsOn: '2026-05-08', certainty: 'confirmed' }],
};

/** A club in memory: the whole plan, and every reminder that was ever planned. */
interface Club { plan: Plan; rows: ToldReminder[] }
const planReminders = ({ plan, rows }: Club): ReminderChanges => {
  const { id, status, coordinatorId, remindersStartedAt } = plan.agreement;
  const roles = new Roles({ id, coordinatorId, ...cities }, recipients, 'Smara');
  return planAllReminders({
    milestones: plan.milestones.map((one) => ({ ...one, agreementId: id })), peopleOf: (one) => roles.of(one), existing: rows, ladderOf: laddersOf(plan.template), now: isoToInstant(now), zones,
    agreement: { status, remindersStartedAt: remindersStartedAt === null ? null : isoToInstant(remindersStartedAt) },
  });
};
let ids = 0;
function carriedOut({ plan, rows }: Club, { add, renew, cancel, cycles }: ReminderChanges): Club {
  const renewed = new Map(renew.map(({ id, draft }) => [id, draft]));
  return { plan: { ...plan, milestones: plan.milestones.map((one) => ({ ...one, cycleNo: cycles.get(one.id) ?? one.cycleNo })) }, rows: [
    ...rows.map((row): ToldReminder => ({ ...row, ...(renewed.has(row.id) ? { ...renewed.get(row.id), state: 'planned' } : cancel.includes(row.id) ? { state: 'cancelled' } : {}) })),
    ...add.map((draft): ToldReminder => ({ ...draft, id: `r${ids += 1}`, state: 'planned', sentAt: null })),
  ] };
}
function opened(template = TWINNING_V2, events: Record<string, string> = { opened: '2025-10-27' }): Club {
  const made = openAgreement(template, { id: 'a', events, idOf: (key) => `id of ${key}`, calendars: calendarsOf(facts.home, facts.partners, facts.holidays, facts.sessions) }, { today, now, people });
  if (!made.ok) throw new Error(made.code);
  return acted({ plan: { ...made.value.plan, milestones: withAssignments(made.value.plan, new Set(made.value.appeared), people) }, rows: [] }, { of: 'agreement', command: { name: 'start-reminders' } })?.club ?? { plan: made.value.plan, rows: [] };
}

/** What the server does: the rule on the whole plan, new steps followed by their people, reminders planned. Undefined: refused. */
function acted(club: Club, intended: IntendedChange): { club: Club; moved: unknown; counts: unknown } | undefined {
  const decided = ruleOn(club.plan, intended, { today, now, people });
  if (!decided.ok) return undefined;
  const plan = { ...decided.value.plan, milestones: withAssignments(decided.value.plan, new Set(decided.value.appeared), people) };
  const changes = planReminders({ plan, rows: club.rows });
  return { club: carriedOut({ plan, rows: club.rows }, changes), moved: decided.value.moved, counts: countChanges(changes) };
}

/** What a screen is told of it, over the wire. */
function told({ plan, rows }: Club): KnownPlan {
  const { agreement: { statusReason: _reason, ...agreement }, milestones } = plan;
  const named = new Set(milestones.flatMap(({ ownerId, counterpartId }) => [ownerId, counterpartId]).filter((one) => one !== null));
  const sheet: PlanSheet = {
    agreement: { ...agreement, version: 3, ...cities }, template: plan.template, events: plan.events, leftBy: plan.leftBy ?? {}, calendars: facts,
    milestones: milestones.map(({ statement: _words, proof = 'none', ...one }) => ({ ...one, proof, version: 2, number: '1.1', title: { ar: one.key, fr: null, en: null } })),
    people: peopleThatMatter(people, named), recipients, reminders: rows.filter(({ state }) => state !== 'cancelled'), now, today, clubZone: 'Smara',
  };
  return knownPlan(JSON.parse(JSON.stringify(sheet)), zones);
}
const shown = (club: Club, intended: IntendedChange): Preview => {
  const result = preview(told(club), intended);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const on = (key: string, command: MilestoneCommand): IntendedChange => ({ of: 'milestone', id: `id of ${key}`, command });

describe('a preview', () => {
  it('tells each step that moves, by how much, and how far it then is from its first date', () => {
    const club = opened();
    const first = shown(club, on('draft-convention', { name: 'reschedule', dueOn: '2026-02-10', reason: '…' }));
    const before = club.plan.milestones.find(({ key }) => key === 'draft-convention')?.dueOn ?? '';
    const own = first.shifts.find(({ milestoneId }) => milestoneId === 'id of draft-convention');
    expect(own).toMatchObject({ from: before, to: '2026-02-10', pinned: true, original: { on: before, days: own?.days } });
    expect(first.shifts.length).toBeGreaterThan(1);
    expect(first.shifts.map(({ from }) => from)).toEqual(first.shifts.map(({ from }) => from).toSorted());
    expect(first.shifts.filter(({ milestoneId }) => milestoneId !== 'id of draft-convention').every(({ original, pinned }) => original === null && !pinned)).toBe(true);

    const moved = acted(club, on('draft-convention', { name: 'reschedule', dueOn: '2026-02-10', reason: '…' }))?.club ?? club;
    const again = shown(moved, on('draft-convention', { name: 'reschedule', dueOn: '2026-02-20', reason: '…' }));
    expect(again.shifts.find(({ milestoneId }) => milestoneId === 'id of draft-convention')).toMatchObject({ from: '2026-02-10', to: '2026-02-20', days: 10, pinned: false, original: { on: before, days: (own?.days ?? 0) + 10 } });
    expect(shown(moved, { of: 'agreement', command: { name: 'record-event', event: 'opened', on: '2025-12-01' } }).shifts.some(({ milestoneId }) => milestoneId === 'id of draft-convention')).toBe(false);
  });

  it('tells which reminders come, which go, and who was told already', () => {
    const club = opened(ALREADY_SIGNED_V2, { signed: '2026-01-20' });
    const target = club.rows.find(({ rung }) => rung === 'd-1');
    const key = target?.milestoneId ?? '';
    const sent: Club = { plan: { ...club.plan, milestones: club.plan.milestones.map((one) => (one.id === key ? { ...one, rungSent: true } : one)) }, rows: club.rows.map((row) => (row === target ? { ...row, state: 'materialised', sentAt: now } : row)) };
    const { added, cancelled, sent: already, remindersAdded, remindersCancelled } = shown(sent, { of: 'milestone', id: key, command: { name: 'block', reason: '…' } });
    expect(added).toEqual([]);
    expect([remindersAdded, remindersCancelled]).toEqual([0, cancelled.length]);
    expect(cancelled.map(({ id }) => id).sort()).toEqual(sent.rows.filter((row) => row.milestoneId === key && row.id !== target?.id).map(({ id }) => id).sort());
    expect(already).toMatchObject([{ id: target?.id, rung: 'd-1', sentAt: now }]);
    const later = shown(sent, { of: 'milestone', id: key, command: { name: 'reschedule', dueOn: '2026-06-01', reason: '…' } });
    expect(later.added.filter(({ milestoneId }) => milestoneId === key).every(({ cycleNo }) => cycleNo === 1)).toBe(true);
    expect(later.added.some(({ milestoneId, rung, localDate }) => milestoneId === key && rung === 'd-1' && localDate === '2026-05-31')).toBe(true);
    // What went out for the earlier date belongs to a cycle that is over.
    const moved = acted(sent, { of: 'milestone', id: key, command: { name: 'reschedule', dueOn: '2026-06-01', reason: '…' } })?.club ?? sent;
    expect(shown(moved, { of: 'milestone', id: key, command: { name: 'block', reason: '…' } }).sent).toEqual([]);
  });

  it('of a suspension silences everything and moves nothing', () => {
    const club = opened();
    expect(shown(club, { of: 'agreement', command: { name: 'suspend', reason: '…' } })).toMatchObject({ shifts: [], remindersAdded: 0, remindersCancelled: club.rows.length });
  });

  it('is refused as the command would be', () => {
    expect(preview(told(opened()), on('draft-convention', { name: 'submit', doneOn: '2026-01-27', note: '' }))).toEqual({ ok: false, code: 'milestone/done-in-the-future', path: 'doneOn' });
    expect(preview(told(opened()), { of: 'agreement', command: { name: 'resume', mode: 'shift' } })).toMatchObject({ ok: false, code: 'agreement/not-allowed-in-status' });
  });

  it('changes nothing in what it was tried on', () => {
    const known = told(opened());
    const [before, first] = [JSON.stringify([known.plan, known.reminders]), preview(known, on('first-meeting', { name: 'mark-not-applicable', reason: '…' }))];
    expect(JSON.stringify([known.plan, known.reminders])).toBe(before);
    expect(preview(known, on('first-meeting', { name: 'mark-not-applicable', reason: '…' }))).toEqual(first);
  });

  it('notices that the saved command moved otherwise', () => {
    const club = opened();
    const { change: { moved } } = shown(club, on('draft-convention', { name: 'reschedule', dueOn: '2026-02-10', reason: '…' }));
    expect(movedOtherwise(moved, { moved: [...moved].reverse() })).toBe(false);
    expect(movedOtherwise(moved, { moved: moved.slice(1) })).toBe(true);
    expect(movedOtherwise(moved, {})).toBe(false);
  });

  it('says when it is not told of somebody', () => {
    const known = told(opened());
    expect(knowsThoseNamed(known, on('signature', { name: 'assign', ownerId: 'lawyer', counterpartId: 'focal' }))).toBe(true);
    expect(knowsThoseNamed(known, on('signature', { name: 'assign', ownerId: 'somebody new' }))).toBe(false);
    expect(knowsThoseNamed(known, { of: 'agreement', command: { name: 'complete' } })).toBe(true);
  });

  it('names a step that only it lays out', () => {
    const known = told(opened());
    const repeated = TWINNING_V2.milestones.find(({ repeats }) => repeats !== undefined);
    expect(wordsOf(known, `${repeated?.key}#2`)).toMatchObject({ title: repeated?.title });
    expect(wordsOf(known, 'id of signature')).toMatchObject({ number: '1.1', title: { ar: 'signature' } });
  });

  it('knows whether it has the zones that it needs', () => {
    expect(hasZonesFor({ recipients, clubZone: 'Smara' }, zones)).toBe(true);
    expect(hasZonesFor({ recipients: [{ ...recipients[0], zone: 'Mars' }] as Candidate[], clubZone: 'Smara' }, zones)).toBe(false);
    expect(hasZonesFor({ recipients: [], clubZone: 'Elsewhere' }, zones)).toBe(false);
  });
});

const day = fc.integer({ min: -120, max: 400 }).map((days) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10));
const reason = 'r';
const milestoneCommand: fc.Arbitrary<MilestoneCommand> = fc.oneof(
  fc.constantFrom<MilestoneCommand>({ name: 'start' }, { name: 'accept', withoutEvidence: reason }, { name: 'return', reason }, { name: 'block', reason }, { name: 'unblock' }, { name: 'mark-not-applicable', reason }, { name: 'reopen', reason }, { name: 'assign', ownerId: 'lawyer' }),
  day.map((doneOn): MilestoneCommand => ({ name: 'submit', doneOn, note: '' })),
  day.map((dueOn): MilestoneCommand => ({ name: 'reschedule', dueOn, reason })),
);
const events = fc.constantFrom<EventKey>('councilSession', 'deliberation', 'receivedByProvince', 'visa', 'partnerApproval', 'signed', 'inForce', 'committeeInstalled', 'expiry');
const change: fc.Arbitrary<(plan: Plan) => IntendedChange> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.nat(60), milestoneCommand).map(([place, command]) => (plan: Plan): IntendedChange => ({ of: 'milestone', id: plan.milestones[place % plan.milestones.length]?.id ?? '', command })) },
  { weight: 2, arbitrary: fc.tuple(events, day).map(([event, date]) => (): IntendedChange => ({ of: 'agreement', command: { name: 'record-event', event, on: date } })) },
  fc.constantFrom<IntendedChange>({ of: 'agreement', command: { name: 'suspend', reason } }, { of: 'agreement', command: { name: 'resume', mode: 'keep' } }, { of: 'agreement', command: { name: 'resume', mode: 'shift' } }, { of: 'agreement', command: { name: 'complete' } }).map((one) => () => one),
);

it('says of any command after any others what carrying it out does, through JSON and back', () => {
  fc.assert(fc.property(fc.boolean(), fc.array(fc.tuple(change, fc.nat(9)), { minLength: 1, maxLength: 12 }), (signed, steps) => {
    let club = signed ? opened(ALREADY_SIGNED_V2, { signed: '2025-12-01' }) : opened();
    for (const [make, sends] of steps) {
      const intended = make(club.plan);
      const [real, foreseen] = [acted(club, intended), preview(told(club), intended)];
      expect(foreseen.ok).toBe(real !== undefined);
      if (!real || !foreseen.ok) continue;
      const { change: { moved }, remindersAdded, remindersCancelled, added, cancelled } = foreseen.value;
      expect({ moved, added: remindersAdded, cancelled: remindersCancelled }).toEqual({ moved: real.moved, ...(real.counts as object) });
      expect([added.length, cancelled.length]).toEqual([remindersAdded, remindersCancelled]);
      // Some of the planned ones leave before the next command.
      club = real.club;
      const gone = new Set(club.rows.filter(({ state }, place) => state === 'planned' && place % 10 === sends).map(({ id }) => id));
      const rows = club.rows.map((row): ToldReminder => (gone.has(row.id) ? { ...row, state: 'materialised', sentAt: now } : row));
      const cyclesSent = new Set(rows.filter(({ state }) => state === 'materialised').map(({ milestoneId, cycleNo }) => `${milestoneId} ${cycleNo}`));
      const kept = planOf({ ...club.plan, today, milestones: club.plan.milestones.map((one) => ({ ...one, id: one.id === one.key ? `id of ${one.key}` : one.id, rungSent: cyclesSent.has(`${one.id} ${one.cycleNo}`) })) });
      club = { plan: kept, rows: rows.map((row) => (row.milestoneId.startsWith('id of ') ? row : { ...row, milestoneId: `id of ${row.milestoneId}` })) };
    }
  }), { numRuns: 60 });
}, 120_000);
