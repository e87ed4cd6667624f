import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoToInstant, nextWeekday, weekday, type ZoneTable } from '../calendar/index.js';
import { DEFAULT_LADDER, digestNumber } from './ladder.js';
import { type PlanInput, planReminders, type RemindedMilestone, type ReminderPlan, type StoredReminder } from './plan.js';

const zones: ZoneTable = { version: 'test', zones: { Smara: { untils: [], offsets: [0] }, India: { untils: [], offsets: [330] } } };
const people = { owner: { personId: 'owner', zone: 'Smara' }, coordinator: { personId: 'boss', zone: 'Smara' }, counterpart: { personId: 'partner', zone: 'India' } };
const milestone: RemindedMilestone = { id: 'm', agreementId: 'a', status: 'open', provisional: false, dueOn: '2026-03-12', assignedOn: '2026-01-01', cycleNo: 0 };
const start = isoToInstant('2026-01-26T08:00:00Z');
const base: PlanInput = { milestone, agreement: { status: 'active', remindersStartedAt: start }, people, ladder: DEFAULT_LADDER, now: start, zones };

const brief = (plan: ReminderPlan) => plan.add.map((one) => `${one.personId} ${one.rung} ${one.localDate}`).sort();
let ids = 0;
/** What the table holds after a plan was carried out. */
function carriedOut(plan: ReminderPlan, existing: readonly StoredReminder[] = []): StoredReminder[] {
  const renewed = new Map(plan.renew.map(({ id, draft }) => [id, draft]));
  return [
    ...existing.map((row): StoredReminder => {
      const draft = renewed.get(row.id);
      return draft ? { ...draft, id: row.id, state: 'planned' } : plan.cancel.includes(row.id) ? { ...row, state: 'cancelled' } : row;
    }),
    ...plan.add.map((draft): StoredReminder => ({ ...draft, id: `r${(ids += 1)}`, state: 'planned' })),
  ];
}

describe('the ladder', () => {
  it('reaches owner, partner and coordinator, each by their own clock', () => {
    expect(brief(planReminders(base))).toEqual([
      'boss d+10 2026-03-22', 'owner d+3 2026-03-15', 'owner d-1 2026-03-11', 'owner d-7 2026-03-05', 'owner d0 2026-03-12', 'owner digest-1 2026-03-16',
      'partner d+7 2026-03-19', 'partner d-7 2026-03-05', 'partner d0 2026-03-12',
    ]);
    expect(planReminders(base).add.find((one) => one.personId === 'partner' && one.rung === 'd0')?.dueAt).toBe(isoToInstant('2026-03-12T03:30:00Z'));
  });

  it('does not tell the owner again as the coordinator', () => {
    expect(brief(planReminders({ ...base, people: { owner: people.owner, coordinator: people.owner } }))).not.toContain('owner d+10 2026-03-22');
  });

  it('holds what goes above the coordinator, once that is switched on', () => {
    const ladder = DEFAULT_LADDER.map((one) => ({ ...one, enabled: true }));
    const held = planReminders({ ...base, ladder, people: { ...people, president: { personId: 'president', zone: 'Smara' }, council: { personId: 'council', zone: 'Smara' } } }).add.filter((one) => one.hold);
    expect(held.map((one) => `${one.role} ${one.rung}`).sort()).toEqual(['council d+45', 'president d+21']);
  });

  it('never goes back before now or before the start', () => {
    expect(brief(planReminders({ ...base, now: isoToInstant('2026-03-12T09:00:01Z') }))).toEqual(['boss d+10 2026-03-22', 'owner d+3 2026-03-15', 'owner digest-1 2026-03-16', 'partner d+7 2026-03-19']);
    const startsLater = { status: 'active' as const, remindersStartedAt: isoToInstant('2026-03-19T12:00:00Z') };
    expect(brief(planReminders({ ...base, agreement: startsLater }))).toEqual(['boss d+10 2026-03-22', 'owner digest-2 2026-03-23']);
  });

  it('gives no notice where there is no time for it', () => {
    expect(brief(planReminders({ ...base, milestone: { ...milestone, assignedOn: '2026-03-11' } }))).toEqual(['boss d+10 2026-03-22', 'owner d+3 2026-03-15', 'owner digest-1 2026-03-16', 'partner d+7 2026-03-19']);
    expect(planReminders({ ...base, milestone: { ...milestone, assignedOn: '2026-03-10' } }).add).toHaveLength(9);
  });

  it.each([
    [{ milestone: { ...milestone, status: 'blocked' as const } }], [{ milestone: { ...milestone, provisional: true } }], [{ milestone: { ...milestone, dueOn: null } }],
    [{ agreement: { status: 'active' as const, remindersStartedAt: null } }], [{ agreement: { status: 'suspended' as const, remindersStartedAt: start } }],
  ])('is silent for %o', (change) => {
    expect(planReminders({ ...base, ...change }).add).toEqual([]);
    const existing = carriedOut(planReminders(base));
    expect(planReminders({ ...base, ...change, existing }).cancel).toHaveLength(existing.length);
  });
});

describe('planning again', () => {
  const planned = carriedOut(planReminders(base));
  const sent = (rung: string): StoredReminder[] => planned.map((row) => (row.rung === rung ? { ...row, state: 'materialised' as const } : row));

  it('moves with the date and stays in its cycle while nothing was sent', () => {
    const plan = planReminders({ ...base, milestone: { ...milestone, dueOn: '2026-03-20' }, existing: planned });
    expect(plan).toMatchObject({ add: [], cancel: [], cycleNo: 0 });
    expect(plan.renew).toHaveLength(9);
  });

  it('begins a new cycle when a rung was sent for the old date', () => {
    const plan = planReminders({ ...base, milestone: { ...milestone, dueOn: '2026-04-20' }, existing: sent('d-7'), now: isoToInstant('2026-03-06T10:00:00Z') });
    expect(plan.cycleNo).toBe(1);
    expect(plan.cancel).toHaveLength(7);
    expect(brief(plan)).toContain('owner d-7 2026-04-13');
  });

  it('begins anew with the Mondays, when a date long past is put off and none of them was told yet', () => {
    const now = isoToInstant('2026-04-01T08:00:00Z');
    const overdue = carriedOut(planReminders({ ...base, now }));
    expect(overdue.map(({ rung }) => rung)).toEqual(['digest-4']);
    const plan = planReminders({ ...base, now, milestone: { ...milestone, dueOn: '2026-05-14' }, existing: overdue });
    expect([plan.cancel, plan.cycleNo]).toEqual([overdue.map(({ id }) => id), 0]);
    expect(brief(plan)).toContain('owner digest-1 2026-05-18');
  });

  it('does not repeat what was sent', () => {
    const plan = planReminders({ ...base, existing: sent('d0'), now: start });
    expect(plan).toMatchObject({ add: [], renew: [], cancel: [], cycleNo: 0 });
  });

  it('revives what was cancelled and is still to come', () => {
    const off = carriedOut(planReminders({ ...base, milestone: { ...milestone, status: 'submitted' }, existing: planned }), planned);
    expect(off.every((row) => row.state === 'cancelled')).toBe(true);
    const plan = planReminders({ ...base, existing: off, now: isoToInstant('2026-03-17T08:00:00Z') });
    expect(plan.renew.map(({ draft }) => draft.rung).sort()).toEqual(['d+10', 'd+7']);
    expect(brief(plan)).toEqual(['owner digest-2 2026-03-23']);
  });

  it('keeps a reminder that was put off, and gives it the new zone', () => {
    const late = planned.map((row) => (row.personId === 'partner' && row.rung === 'd-7' ? { ...row, localDate: '2026-03-09', dueAt: isoToInstant('2026-03-09T03:30:00Z') } : row));
    const now = isoToInstant('2026-03-06T08:00:00Z');
    const kept = planReminders({ ...base, existing: late, now });
    expect(kept).toMatchObject({ add: [], renew: [], cancel: [] });
    const moved = planReminders({ ...base, people: { ...people, counterpart: { personId: 'partner', zone: 'Smara' } }, existing: late, now });
    expect(moved.renew.find(({ draft }) => draft.rung === 'd-7' && draft.personId === 'partner')?.draft).toMatchObject({ rungOn: '2026-03-05', localDate: '2026-03-09', dueAt: isoToInstant('2026-03-09T09:00:00Z') });
  });

  it('follows the owner', () => {
    const plan = planReminders({ ...base, people: { ...people, owner: { personId: 'other', zone: 'Smara' } }, existing: planned });
    expect(plan.cancel).toHaveLength(5);
    expect(plan.add.every((one) => one.personId === 'other')).toBe(true);
  });
});

const state = fc.constantFrom('planned' as const, 'materialised' as const, 'cancelled' as const);
const day = fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-01-01', days));

describe('for any milestone, moment and history', () => {
  const situation = fc.record({ dueOn: day, assignedOn: fc.option(day), nowOn: day, startOn: day, states: fc.array(state, { minLength: 12, maxLength: 12 }), newDueOn: day, statuses: fc.constantFrom('open' as const, 'submitted' as const) });

  it('a plan carried out leaves nothing to do, never touches what was sent, and plans no past', () => {
    fc.assert(fc.property(situation, ({ dueOn, assignedOn, nowOn, startOn, states, newDueOn, statuses }) => {
      const agreement = { status: 'active' as const, remindersStartedAt: isoToInstant(`${startOn}T08:00:00Z`) };
      const history = carriedOut(planReminders({ ...base, agreement, milestone: { ...milestone, dueOn, assignedOn } })).map((row, index) => ({ ...row, state: states[index] ?? 'planned' }));
      const now = isoToInstant(`${nowOn}T08:00:00Z`);
      const input = { ...base, agreement, now, milestone: { ...milestone, dueOn: newDueOn, assignedOn, status: statuses } };
      const plan = planReminders({ ...input, existing: history });
      const after = carriedOut(plan, history);
      const sentIds = new Set(history.filter((row) => row.state === 'materialised').map(({ id }) => id));
      expect([...plan.cancel, ...plan.renew.map(({ id }) => id)].filter((id) => sentIds.has(id))).toEqual([]);
      for (const draft of plan.add) expect(draft.dueAt).toBeGreaterThanOrEqual(Math.max(now, agreement.remindersStartedAt));
      expect(new Set(after.map((row) => `${row.rung} ${row.cycleNo} ${row.role} ${row.personId}`)).size).toBe(after.length);
      expect(after.filter((row) => row.state === 'planned' && digestNumber(row.rung) !== undefined).length).toBeLessThanOrEqual(1);
      expect(planReminders({ ...input, milestone: { ...input.milestone, cycleNo: plan.cycleNo }, existing: after })).toEqual({ add: [], renew: [], cancel: [], cycleNo: plan.cycleNo });
    }));
  });

  it('the digest falls on the first Monday to come after the last relance', () => {
    fc.assert(fc.property(day, day, (dueOn, nowOn) => {
      const now = isoToInstant(`${nowOn}T09:00:00Z`);
      const digest = planReminders({ ...base, milestone: { ...milestone, dueOn }, now }).add.find((one) => digestNumber(one.rung) !== undefined);
      let expected = nextWeekday(addDays(dueOn, 3), 1);
      let number = 1;
      while (isoToInstant(`${expected}T09:00:00Z`) < Math.max(now, start)) { expected = addDays(expected, 7); number += 1; }
      expect([digest?.rungOn, digest?.rung, weekday(digest?.rungOn ?? '')]).toEqual([expected, `digest-${number}`, 1]);
    }));
  });
});
