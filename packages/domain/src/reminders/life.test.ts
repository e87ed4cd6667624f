import type { AgreementLifeCommand, MilestoneCommand } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideLife, openAgreement, recordEvent } from '../agreements/index.js';
import { addDays, daysBetween, isoToInstant, nextWeekday, type PlainDate, type ZoneTable } from '../calendar/index.js';
import { decide } from '../milestones/index.js';
import type { Circumstances, Plan, PlanMilestone } from '../plans/plan.js';
import { ALREADY_SIGNED_V1 } from '../templates/index.js';
import { DEFAULT_LADDER, digestName } from './ladder.js';
import { planReminders, type StoredReminder } from './plan.js';

const zones: ZoneTable = { version: 'test', zones: { Smara: { untils: [], offsets: [0] } } };
const people = { owner: { personId: 'owner', zone: 'Smara' }, coordinator: { personId: 'boss', zone: 'Smara' }, counterpart: { personId: 'partner', zone: 'Smara' } };
const STARTED = '2026-01-26';
const at = (day: PlainDate, hour = '08:00') => isoToInstant(`${day}T${hour}:00Z`);
const on = (today: PlainDate): Circumstances => ({ today, now: `${today}T08:00:00.000Z`, people: [] });

function begun(): Plan {
  const opened = openAgreement(ALREADY_SIGNED_V1, { id: 'a', events: { signed: '2025-12-20', expiry: '2030-01-01' }, idOf: (key) => key }, on(STARTED));
  if (!opened.ok) throw new Error(opened.code);
  return { ...opened.value.plan, agreement: { ...opened.value.plan.agreement, remindersStartedAt: `${STARTED}T08:00:00.000Z` } };
}

/** The table of reminders and the program around it, day by day: planning after each command, one look at 09:00. */
class Club {
  plan = begun();
  rows: StoredReminder[] = [];
  private ids = 0;

  replan(today: PlainDate): void {
    const milestones = this.plan.milestones.map((milestone): PlanMilestone => {
      const existing = this.rows.filter((row) => row.milestoneId === milestone.id);
      const made = planReminders({ milestone: { ...milestone, agreementId: 'a' }, agreement: { status: this.plan.agreement.status, remindersStartedAt: at(STARTED) }, people, ladder: DEFAULT_LADDER, existing, now: at(today), zones });
      const renewed = new Map(made.renew.map(({ id, draft }) => [id, draft]));
      this.rows = this.rows.map((row) => {
        const draft = renewed.get(row.id);
        return draft ? { ...draft, id: row.id, state: 'planned' } : made.cancel.includes(row.id) ? { ...row, state: 'cancelled' } : row;
      });
      this.rows.push(...made.add.map((draft): StoredReminder => ({ ...draft, id: `r${(this.ids += 1)}`, state: 'planned' })));
      return { ...milestone, cycleNo: made.cycleNo };
    });
    this.plan = this.markSent(milestones);
  }

  /** The morning of a day: what is planned for it goes out. */
  morning(day: PlainDate): StoredReminder[] {
    const told = this.rows.filter((row) => row.state === 'planned' && row.localDate <= day);
    this.rows = this.rows.map((row) => (told.includes(row) ? { ...row, state: 'materialised' } : row));
    for (const row of told) if (row.rung.startsWith('digest-')) this.rows.push({ ...row, id: `r${(this.ids += 1)}`, state: 'planned', rung: digestName(Number(row.rung.slice(7)) + 1), rungOn: addDays(row.rungOn, 7), localDate: addDays(row.rungOn, 7) });
    this.plan = this.markSent(this.plan.milestones);
    return told;
  }

  private markSent(milestones: readonly PlanMilestone[]): Plan {
    return { ...this.plan, milestones: milestones.map((one) => ({ ...one, rungSent: this.rows.some((row) => row.milestoneId === one.id && row.cycleNo === one.cycleNo && row.state === 'materialised') })) };
  }
}

/** What lies ahead of eight o'clock on a day, listed from the ladder as the club describes it; one Monday at a time. */
function expected(plan: Plan, today: PlainDate): string[] {
  if (plan.agreement.status !== 'active' && plan.agreement.status !== 'preparing') return [];
  return plan.milestones.flatMap(({ id, status, provisional, dueOn }) => {
    if (status !== 'open' || provisional || dueOn === null) return [];
    const days: [string, number][] = [['owner', -7], ['owner', -1], ['owner', 0], ['owner', 3], ['boss', 10], ['partner', -7], ['partner', 0], ['partner', 7]];
    const dated = days.map(([who, offset]) => `${id} ${who} ${addDays(dueOn, offset)}`).filter((line) => line.slice(-10) >= today);
    let monday = nextWeekday(addDays(dueOn, 3), 1);
    while (monday < today) monday = addDays(monday, 7);
    return [...dated, `${id} owner ${monday}`];
  }).sort();
}

describe('reminders over the life of an agreement', () => {
  const command = fc.constantFrom<AgreementLifeCommand>(
    { name: 'suspend', reason: 'r' }, { name: 'suspend', reason: 'r' }, { name: 'resume', mode: 'keep' }, { name: 'resume', mode: 'shift' }, { name: 'resume', mode: 'shift' }, { name: 'complete' }, { name: 'terminate', reason: 'r' });

  it('are those that a naive list has, none is told while it is suspended or over, and none of a day that passed meanwhile', () => {
    fc.assert(fc.property(fc.array(fc.record({ command, wait: fc.integer({ min: 0, max: 40 }) }), { maxLength: 6 }), (acts) => {
      const club = new Club();
      club.replan(STARTED);
      let today = STARTED;
      for (const { command: act, wait } of acts) {
        for (let day = today; day < addDays(today, wait); day = addDays(day, 1)) {
          const told = club.morning(day);
          // Of the day itself: nothing that passed is made up for, so a person has that day's one mail at most.
          for (const row of told) expect(daysBetween(row.rungOn, day)).toBe(0);
          if (told.length > 0) expect(club.plan.agreement.status).toBe('active');
        }
        today = addDays(today, wait);
        const decided = decideLife(club.plan, act, on(today));
        if (!decided.ok) continue;
        club.plan = decided.value.plan;
        club.replan(today);
        expect(club.rows.filter((row) => row.state === 'planned').map((row) => `${row.milestoneId} ${row.personId} ${row.localDate}`).sort()).toEqual(expected(club.plan, today));
      }
    }), { numRuns: 2_000 });
  }, 60_000);

  it('are those that a naive list has after every command of a step, too, and of no step that is done, blocked or left out', () => {
    const days = fc.integer({ min: -40, max: 60 });
    const act = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<MilestoneCommand>({ name: 'start' }, { name: 'accept' }, { name: 'return', reason: 'r' }, { name: 'block', reason: 'r' }, { name: 'unblock' }, { name: 'mark-not-applicable', reason: 'r' }, { name: 'reopen', reason: 'r' }) },
      { weight: 1, arbitrary: fc.constant<MilestoneCommand>({ name: 'submit', doneOn: STARTED, note: '' }) },
      { weight: 3, arbitrary: days.map((far): MilestoneCommand => ({ name: 'reschedule', dueOn: addDays('2026-03-01', far), reason: 'r' })) },
    );
    const acts = fc.array(fc.record({ step: fc.constantFrom('focal-points', 'joint-committee', 'action-plan', 'funding-plan'), act, wait: fc.integer({ min: 0, max: 12 }) }), { maxLength: 8 });
    fc.assert(fc.property(acts, fc.option(fc.integer({ min: 0, max: 7 })), (list, meets) => {
      const club = new Club();
      club.replan(STARTED);
      let today = STARTED;
      for (const [place, { step, act: command, wait }] of list.entries()) {
        for (let morning = today; morning < addDays(today, wait); morning = addDays(morning, 1)) {
          for (const row of club.morning(morning)) expect(club.plan.milestones.find(({ id }) => id === row.milestoneId)?.status).toBe('open');
        }
        today = addDays(today, wait);
        const decided = place === meets ? recordEvent(club.plan, { event: 'committeeInstalled', on: today }, on(today)) : decide(club.plan, step, command, on(today));
        if (!decided.ok) continue;
        club.plan = decided.value.plan;
        club.replan(today);
        expect(club.rows.filter((row) => row.state === 'planned').map((row) => `${row.milestoneId} ${row.personId} ${row.localDate}`).sort()).toEqual(expected(club.plan, today));
      }
    }), { numRuns: 2_000 });
  }, 120_000);
});
