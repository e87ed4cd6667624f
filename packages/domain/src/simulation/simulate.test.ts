import type { EventDates } from '@tawama/contracts';
import { addDays, type WorkflowTemplate } from '@tawama/workflow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAgreement } from '../agreements/commands.js';
import { announcedSessions } from '../calendar/announced-sessions.js';
import { calendarsOf } from '../calendar/calendars.js';
import { isoToInstant } from '../calendar/instant.js';
import { localToInstant, type ZoneTable } from '../calendar/zone.js';
import type { Plan } from '../plans/plan.js';
import { DEFAULT_LADDER } from '../reminders/ladder.js';
import { forecastMails } from '../reminders/mails.js';
import { planReminders } from '../reminders/plan.js';
import { ALREADY_SIGNED_V2, DEFAULT_TEMPLATES, TWINNING_V2 } from '../templates/index.js';
import { type Assumptions, playPlan, simulate, type Simulation, type SimulationInput } from './simulate.js';

const zones: ZoneTable = { version: 'test', zones: { Smara: { untils: [], offsets: [0] }, India: { untils: [], offsets: [330] } } };
const sessions = announcedSessions(2025, 2040).map((beginsOn) => ({ cityId: null, beginsOn, endsOn: beginsOn, certainty: 'confirmed' as const }));
const week = { country: 'MA', weekend: [6, 7] as const };
const calendars = calendarsOf(week, [week], [], sessions);
const TODAY = '2026-01-26';

function open(template: WorkflowTemplate, events: EventDates): Plan {
  const opened = openAgreement(template, { id: 'a', events, idOf: (key) => key, calendars, coordinatorId: 'coordinator' }, { today: TODAY, now: `${TODAY}T00:00:00.000Z`, people: [] });
  if (!opened.ok) throw new Error(opened.code);
  return opened.value.plan;
}
const input = (plan: Plan, assumptions: Partial<Assumptions> = {}): SimulationInput => ({
  plan, today: TODAY, assumptions: { daysLate: 0, months: 120, termYears: 5, ...assumptions }, clubZone: 'Smara', zones,
  peopleOf: () => ({ owner: { personId: 'coordinator', zone: 'Smara' }, coordinator: { personId: 'coordinator', zone: 'Smara' }, counterpart: { personId: 'focal', zone: 'India' } }),
  recipients: [
    { personId: 'coordinator', zone: 'Smara', side: 'home', lastMailOn: null, lastEscalationOn: null }, { personId: 'focal', zone: 'India', side: 'partner', lastMailOn: null, lastEscalationOn: null },
  ],
});
const step = (simulation: Simulation, key: string) => simulation.steps.find((one) => one.key === key);
const on = (simulation: Simulation, event: string) => simulation.events.find((one) => one.event === event);

describe('a plan played forward', () => {
  it('pauses often, and comes to the same end', () => {
    const question = input(open(TWINNING_V2, { opened: TODAY }), { months: 24 });
    let pauses = 0;
    const played = playPlan(question);
    for (;;) {
      const { done, value } = played.next();
      if (done === true) { expect(value).toEqual(simulate(question)); break; }
      pauses += 1;
    }
    expect(pauses).toBeGreaterThan(20);
  });


  it('a twinning on time: from the letter to the end of its term, each date by the rules', () => {
    const played = simulate(input(open(TWINNING_V2, { opened: TODAY })));
    expect(step(played, 'legal-review')).toMatchObject({ dueOn: '2026-04-21', doneOn: '2026-04-21' });
    // The agenda of the May session is due before the review is done: it is for that session all the same, and late.
    expect(on(played, 'councilSession')).toEqual({ event: 'councilSession', on: '2026-05-04', assumed: true });
    expect(on(played, 'signed')).toMatchObject({ on: expect.stringMatching(/^2026-/) });
    const signed = on(played, 'signed')?.on ?? '';
    expect(on(played, 'expiry')).toEqual({ event: 'expiry', on: `${Number(signed.slice(0, 4)) + 5}${signed.slice(4)}`, assumed: true });
    expect(played.plan.agreement.status).toBe('expired');
    expect(played.plan.milestones.filter(({ key, status }) => key.startsWith('progress-report#') && status === 'done').length).toBeGreaterThanOrEqual(19);
    expect(played.mails.length).toBeGreaterThan(100);
  });

  it('late, everything that is counted from what was late is later, and relances go out', () => {
    const [onTime, late] = [0, 20].map((daysLate) => simulate(input(open(TWINNING_V2, { opened: TODAY }), { daysLate })));
    expect((on(late as Simulation, 'signed')?.on ?? '') > (on(onTime as Simulation, 'signed')?.on ?? '')).toBe(true);
    const rungs = (simulation: Simulation | undefined) => new Set(simulation?.mails.flatMap(({ reminders }) => reminders.map(({ rung }) => rung)));
    expect(rungs(onTime).has('d+3')).toBe(false);
    expect([...rungs(late)]).toEqual(expect.arrayContaining(['d-7', 'd-1', 'd0', 'd+3', 'd+7', 'digest-1']));
  });

  it('every shipped template comes to an end or to its horizon, whatever is assumed', () => {
    fc.assert(fc.property(fc.constantFrom(...DEFAULT_TEMPLATES), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 72 }), fc.option(fc.integer({ min: 1, max: 6 })), (template, daysLate, months, termYears) => {
      const played = simulate(input(open(template, template.opening.event === 'signed' ? { signed: '2025-10-31' } : { opened: TODAY }), { daysLate, months, termYears }));
      for (const { dueOn, doneOn } of played.steps) if (doneOn !== null && dueOn !== null && dueOn >= TODAY) expect(doneOn >= dueOn || dueOn === doneOn || daysLate === 0).toBe(true);
      for (const { dueAt } of played.mails) expect(dueAt).toBeGreaterThanOrEqual(isoToInstant(`${TODAY}T00:00:00Z`));
      // At most one mail a day to ours, and never two on one day to a partner.
      const days = played.mails.map(({ personId, localDate }) => `${personId} ${localDate}`);
      expect(new Set(days).size).toBe(days.length);
    }), { numRuns: 300 });
  });

  it('while nobody does anything, writes the mails that the forecast tells', () => {
    const plan = open(ALREADY_SIGNED_V2, { signed: '2025-10-31' });
    const started = { ...plan, agreement: { ...plan.agreement, remindersStartedAt: `${TODAY}T00:00:00.000Z` } };
    const question = input(started, { daysLate: 30_000, months: 2, termYears: null });
    const now = localToInstant(zones, 'Smara', TODAY, '00:00');
    const planned = started.milestones.flatMap((milestone) => planReminders({ milestone: { ...milestone, agreementId: 'a' }, agreement: { status: 'active', remindersStartedAt: now }, people: question.peopleOf(milestone), ladder: DEFAULT_LADDER, now, zones }).add);
    const to = localToInstant(zones, 'Smara', addDays('2026-03-26', 1), '00:00') - 1;
    const told = forecastMails({ planned, recipients: question.recipients, now, from: now - 1, to, zones }).map(({ personId, dueAt, reminders }) => [personId, dueAt, reminders.map(({ milestoneId, rung }) => `${milestoneId} ${rung}`).toSorted()]);
    const written = simulate(question).mails.map(({ personId, dueAt, reminders }) => [personId, dueAt, reminders.map(({ milestoneId, rung }) => `${milestoneId} ${rung}`).toSorted()]);
    const sorted = (list: unknown[][]) => list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(sorted(written)).toEqual(sorted(told));
    expect(told.length).toBeGreaterThan(3);
  });
});
