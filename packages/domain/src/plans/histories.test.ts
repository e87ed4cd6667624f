import type { EventDates, EventKey, MilestoneCommand } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { openAgreement, recordEvent } from '../agreements/index.js';
import { decide } from '../milestones/index.js';
import { DEFAULT_TEMPLATES } from '../templates/index.js';
import signedAbroad from './histories/already-signed-in-real-life.json' with { type: 'json' };
import twinning from './histories/twinning-in-real-life.json' with { type: 'json' };
import type { Circumstances, Plan, PlanChange } from './plan.js';
import type { Result } from '../result.js';

type Act = { on: string; step?: string; command?: unknown; event?: string; date?: string };
interface History { about: string; template: string; opened: { on: string; events: EventDates }; acts: Act[]; plan: string[] }
const HISTORIES: History[] = [twinning, signedAbroad];

const value = (result: Result<PlanChange>): Plan => {
  if (!result.ok) throw new Error(result.code);
  return result.value.plan;
};
const on = (today: string): Circumstances => ({ today, now: `${today}T09:00:00.000Z`, people: [] });

function replay({ template: key, opened, acts }: History): Plan {
  const template = DEFAULT_TEMPLATES.find((one) => one.key === key);
  if (!template) throw new Error(key);
  const first = value(openAgreement(template, { id: 'agreement', events: opened.events, idOf: (name) => name }, on(opened.on)));
  return acts.reduce((plan, act) => value(act.step === undefined
    ? recordEvent(plan, { event: act.event as EventKey, on: act.date ?? '' }, on(act.on))
    : decide(plan, act.step, act.command as MilestoneCommand, on(act.on))), first);
}

const lines = (plan: Plan): string[] => [
  ...plan.milestones.map((one) => [one.key, one.status, one.dueOn ?? '–', one.provisional ? 'expected' : '', one.originalDueOn ? `was ${one.originalDueOn}` : '', one.doneOn ? `done ${one.doneOn}` : ''].filter((part) => part !== '').join(' ')),
  `agreement ${plan.agreement.status}: ${Object.entries(plan.events).sort(([a], [b]) => (a < b ? -1 : 1)).map(([event, day]) => `${event} ${day}`).join(', ')}`,
];

// What happened once must come out the same in every later version of the rules; a change here is a change for running agreements.
describe('recorded histories', () => {
  it.each(HISTORIES)('$about', (history) => expect(lines(replay(history))).toEqual(history.plan));
});
