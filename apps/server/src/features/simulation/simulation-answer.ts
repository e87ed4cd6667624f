import type { Language, LocalisedText, SimulationAnswer } from '@tawama/contracts';
import { definitionOf, instantToIso, stepNumber, type Simulation } from '@tawama/domain';
import { graphOf } from '@tawama/workflow';
import { Refusal } from '../../platform/http/refusal.js';

/** Who a mail goes to. */
export interface Addressee { personId: string | null; name: string; side: 'home' | 'partner'; language: Language | null }

const MOST_MAILS = 5_000;
/** Steps times months: what takes about a second of one process. */
const MOST_PLAYED = 24_000;
const NOBODY: LocalisedText = { ar: null, fr: null, en: null };

/** @throws Refusal `simulation/too-large`: others wait for their turn while it is played */
export function checkSize(steps: number, years: number): void {
  if (steps * years * 12 > MOST_PLAYED) throw new Refusal('simulation/too-large', { fields: [{ path: 'years', code: 'simulation/too-large' }] });
}

/** What was played, in the words of its template. */
export function answerOf({ plan, until, events, steps, mails }: Simulation, from: string, addressees: ReadonlyMap<string, Addressee>): SimulationAnswer {
  const { events: titles } = graphOf(plan.template);
  const keys = new Map(plan.milestones.map(({ id, key }) => [id, key]));
  const words = (key: string) => ({ key, number: stepNumber(plan, key), title: definitionOf(plan, key)?.title ?? NOBODY });
  return {
    from, until,
    events: events.map(({ event, on, assumed }) => ({ event, title: titles.get(event)?.title ?? NOBODY, on, assumed })),
    steps: steps.map(({ key, dueOn, doneOn, provisional }) => ({ ...words(key), stage: definitionOf(plan, key)?.stage ?? '', dueOn, doneOn, provisional })).toSorted((a, b) => ((a.doneOn ?? a.dueOn ?? '9') < (b.doneOn ?? b.dueOn ?? '9') ? -1 : 1)),
    mails: mails.toSorted((a, b) => a.dueAt - b.dueAt).slice(0, MOST_MAILS).map(({ personId, reminders, dueAt, ...mail }) => {
      const { personId: known, name, side, language } = addressees.get(personId) ?? { personId: null, name: '', side: 'home' as const, language: null };
      return { ...mail, dueAt: instantToIso(dueAt), personId: known, recipient: name, side, language, reminders: reminders.map(({ milestoneId, rung }) => ({ ...words(keys.get(milestoneId) ?? milestoneId), rung })) };
    }),
    mailCount: mails.length,
  };
}
