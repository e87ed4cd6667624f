import { RECIPIENT_ROLES } from '@tawama/contracts';
import type { ReminderRules } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoToInstant } from '../calendar/instant.js';
import { addDays } from '../calendar/plain-date.js';
import type { ZoneTable } from '../calendar/zone.js';
import { checkClubTemplate, TWINNING_V2 } from '../templates/index.js';
import { DEFAULT_LADDER, digestNumber, firstMonday, laddersOf, mondayOf, rungDate, rungName, type LadderRung } from './ladder.js';
import { planReminders, type PlanInput, type StoredReminder } from './plan.js';

const rung = (role: string, at: number | 'mondays', hold = false, enabled = true) => ({ role, at, hold, enabled });

describe('the ladder of a step', () => {
  const own: ReminderRules = [rung('owner', 0)];
  const general: ReminderRules = [rung('coordinator', 2)];
  const ladder = laddersOf({ reminders: general, milestones: [{ key: 'report', reminders: own }, { key: 'silent', reminders: 'none' }, { key: 'plain' }] });

  it('is its own, else the template\'s, else the club\'s', () => {
    expect(ladder('report')).toEqual(own);
    expect(ladder('report#3')).toEqual(own);
    expect(ladder('silent')).toEqual([]);
    for (const key of ['plain', 'plain#2', 'project-1-start', 'constructor']) expect(ladder(key)).toEqual(general);
    expect(laddersOf({ reminders: 'none', milestones: [] })('plain')).toEqual([]);
    for (const { key } of TWINNING_V2.milestones) expect(laddersOf(TWINNING_V2)(key)).toBe(DEFAULT_LADDER);
  });

  it('holds back what goes above the coordinator whatever a version says, and knows nobody else', () => {
    expect(laddersOf({ reminders: [rung('president', 1), rung('king', 1), rung('owner', 1)], milestones: [] })('any')).toEqual([rung('president', 1, true), rung('owner', 1)]);
  });
});

it('a template is refused for a capacity that nobody has, and for mails above the coordinator that nobody approves', () => {
  const [first, ...others] = TWINNING_V2.milestones;
  if (!first) throw new Error('a step');
  const strange = { ...TWINNING_V2, reminders: [rung('king', 0), rung('mayor', 3), rung('mayor', 4, true)], milestones: [{ ...first, reminders: [rung('toString', 1), rung('council', 'mondays')] }, ...others] };
  expect(checkClubTemplate(strange).map(({ code, path, key }) => `${code} ${path} ${key}`)).toEqual([
    'unknownRole reminders.0.role king', 'rungWithoutApproval reminders.1.hold mayor', 'unknownRole milestones.0.reminders.0.role toString', 'rungWithoutApproval milestones.0.reminders.1.hold council',
  ]);
});

const zones: ZoneTable = { version: 'test', zones: { Smara: { untils: [], offsets: [0] } } };
const role = fc.constantFrom(...RECIPIENT_ROLES);
const ladder: fc.Arbitrary<LadderRung[]> = fc.uniqueArray(fc.record({ role, at: fc.oneof(fc.integer({ min: -20, max: 30 }), fc.constant('mondays' as const)), hold: fc.boolean(), enabled: fc.boolean() }), { selector: (one) => `${one.role} ${one.at}`, maxLength: 14 });
const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-03-01', days));
const person = (personId: string) => ({ personId, zone: 'Smara' });
const people = Object.fromEntries(RECIPIENT_ROLES.map((one) => [one, person(one)]));
const base: PlanInput = {
  milestone: { id: 'm', agreementId: 'a', status: 'open', provisional: false, dueOn: '2026-03-20', assignedOn: null, cycleNo: 0 }, agreement: { status: 'active', remindersStartedAt: isoToInstant('2026-01-01T08:00:00Z') },
  people, ladder: [], now: isoToInstant('2026-03-01T08:00:00Z'), zones,
};

/** The table of reminders of one step: planned by whatever ladder is in force, sent as time goes by. */
class Table {
  rows: StoredReminder[] = [];
  cycleNo = 0;
  readonly sent: string[] = [];
  private ids = 0;

  plan(today: string, ladderNow: readonly LadderRung[], dueOn: string, minute = '08:00'): void {
    const input = { ...base, milestone: { ...base.milestone, dueOn, cycleNo: this.cycleNo }, ladder: ladderNow, now: isoToInstant(`${today}T${minute}:00Z`) };
    const plan = planReminders({ ...input, existing: this.rows });
    this.cycleNo = plan.cycleNo;
    this.rows = [
      ...this.rows.map((row): StoredReminder => { const fresh = plan.renew.find(({ id }) => id === row.id); return fresh ? { ...row, ...fresh.draft, state: 'planned' } : plan.cancel.includes(row.id) ? { ...row, state: 'cancelled' } : row; }),
      ...plan.add.map((draft): StoredReminder => ({ ...draft, id: `r${(this.ids += 1)}`, state: 'planned' })),
    ];
    expect(planReminders({ ...input, milestone: { ...input.milestone, cycleNo: this.cycleNo }, existing: this.rows })).toEqual({ add: [], renew: [], cancel: [], cycleNo: this.cycleNo });
  }

  send(until: string, dueOn: string): void {
    for (const row of this.rows) if (row.state === 'planned' && row.rungOn <= until) {
      Object.assign(row, { state: 'materialised' });
      this.sent.push(`${row.role} ${row.rung} ${row.rungOn} ${dueOn}`);
    }
  }
}

describe('when an agreement moves to a version with another ladder', () => {
  it('nobody gets a second mail for the same rung, no cycle begins, and what lies ahead is what the newer ladder wants', () => {
    fc.assert(fc.property(fc.array(fc.tuple(day, ladder), { minLength: 2, maxLength: 5 }), day, (moves, dueOn) => {
      const table = new Table();
      for (const [today, next] of moves.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
        // The day's mails are made a moment before they leave: planning at that moment must not plan them once more.
        table.send(today, dueOn);
        table.plan(today, next, dueOn, '08:59');
        const fresh = new Table();
        fresh.plan(today, next, dueOn, '08:59');
        const told = new Set(table.rows.filter(({ state }) => state === 'materialised').map((row) => `${row.role} ${row.rung}`));
        const ahead = (rows: readonly StoredReminder[]) => rows.filter((row) => row.state === 'planned' && digestNumber(row.rung) === undefined && !told.has(`${row.role} ${row.rung}`)).map((row) => `${row.role} ${row.rung} ${row.rungOn} ${row.hold}`).toSorted();
        // Once held, a rung stays held: nobody knows why it was.
        expect(ahead(table.rows).map((row) => row.replace(/ (true|false)$/, ''))).toEqual(ahead(fresh.rows).map((row) => row.replace(/ (true|false)$/, '')));
      }
      expect(table.cycleNo).toBe(0);
      expect(new Set(table.sent).size).toBe(table.sent.length);
    }), { numRuns: 2000 });
  });

  it('a Monday has one name under every ladder, and is the one after the last dated rung', () => {
    fc.assert(fc.property(ladder, role, day, (any, whose, dueOn) => {
      const number = firstMonday(any, whose, dueOn);
      const last = Math.max(0, ...any.flatMap((one) => (one.role === whose && one.enabled && one.at !== 'mondays' ? [one.at] : [])));
      const on = mondayOf(dueOn, number);
      expect(number).toBeGreaterThanOrEqual(0);
      expect(on > addDays(dueOn, last) && on <= addDays(dueOn, last + 7)).toBe(true);
      expect(rungDate(`digest-${number}`, dueOn)).toBe(on);
      for (const { at } of any) if (at !== 'mondays') expect(rungDate(rungName(at), dueOn)).toBe(addDays(dueOn, at));
    }));
  });

  it('Mondays go on from where they are: later, sooner, or no more', () => {
    const weekly = (last: number): LadderRung[] => [{ role: 'owner', at: last, hold: false, enabled: true }, { role: 'owner', at: 'mondays', hold: false, enabled: true }];
    const planned = (table: Table) => table.rows.filter(({ state }) => state === 'planned').map((row) => `${row.rung} ${row.rungOn}`);
    const table = new Table();
    table.plan('2026-03-02', weekly(3), '2026-03-02');
    expect(planned(table)).toEqual(['d+3 2026-03-05', 'digest-1 2026-03-09']);
    table.send('2026-03-09', '2026-03-02');
    table.plan('2026-03-10', weekly(20), '2026-03-02');
    expect(planned(table)).toEqual(['d+20 2026-03-22', 'digest-3 2026-03-23']);
    table.plan('2026-03-10', weekly(2), '2026-03-02');
    expect(planned(table)).toEqual(['digest-2 2026-03-16']);
    table.plan('2026-03-10', [], '2026-03-02');
    expect(planned(table)).toEqual([]);
    expect(table.cycleNo).toBe(0);
  });

  it('a date that moves begins a new cycle, also where the rung that was sent is in no ladder any more', () => {
    const table = new Table();
    table.plan('2026-03-01', [{ role: 'owner', at: -5, hold: false, enabled: true }], '2026-03-10');
    table.send('2026-03-05', '2026-03-10');
    table.plan('2026-03-06', [{ role: 'owner', at: 0, hold: false, enabled: true }], '2026-03-10');
    expect(table.cycleNo).toBe(0);
    table.plan('2026-03-07', [{ role: 'owner', at: 0, hold: false, enabled: true }], '2026-04-10');
    expect(table.cycleNo).toBe(1);
  });
});
