import type { AgreementStatus, MilestoneStatus } from '@tawama/contracts';
import { addDays, computeDueDates, graphOf, isFinished, isValidPlainDate, occurrenceKey, type PlainDate, type TemplateMilestone } from '@tawama/workflow';
import { newStep } from '../plans/new-step.js';
import type { Plan, PlanMilestone } from '../plans/plan.js';
import { isOfTheTerm, termOf } from '../plans/renewed.js';

/** The step that opens the renewal window by its date, and how long before the expiry the window opens where there is none. */
const RENEWAL_STEP = 'renewal-prepared';
export const RENEWAL_DAYS = 180;
/** The step of the first term, of the second, and so on: more than any convention is renewed. */
export const RENEWAL_KEYS: readonly string[] = Array.from({ length: 24 }, (_, place) => (place === 0 ? RENEWAL_STEP : occurrenceKey(RENEWAL_STEP, place + 1)));

/** `closesOn`: the last day of the term. `open`: somebody has to say now whether the agreement is renewed, amended or ends. */
export interface RenewalWindow { readonly opensOn: PlainDate; readonly closesOn: PlainDate; readonly open: boolean }

interface RenewalFacts {
  readonly status: AgreementStatus;
  /** null: the convention fixes no term */
  readonly expiresOn: PlainDate | null;
  readonly steps: readonly { readonly key: string; readonly status: MilestoneStatus; readonly dueOn: PlainDate | null }[];
}

const LEFT_OUT: ReadonlySet<MilestoneStatus> = new Set(['notApplicable', 'cancelled']);

/**
 * When an agreement in force is to be renewed, amended or ended; null without a term, before the signature and once it is over. One
 * that is suspended when its term ends still waits for an answer.
 */
export function renewalWindow({ status, expiresOn, steps }: RenewalFacts, today: PlainDate): RenewalWindow | null {
  if (expiresOn === null || (status !== 'active' && status !== 'suspended')) return null;
  const opensOn = preparedOn(steps, expiresOn) ?? daysBefore(expiresOn);
  return { opensOn, closesOn: expiresOn, open: opensOn <= today && (today <= expiresOn || status === 'suspended') };
}

/** Where no calendar reaches so far back: the expiry itself. */
const daysBefore = (expiresOn: PlainDate): PlainDate => { const on = addDays(expiresOn, -RENEWAL_DAYS); return isValidPlainDate(on) ? on : expiresOn; };

/** The due date of the decision's preparation, as the template counts it or a person set it: of the present term, where there were several. */
function preparedOn(steps: RenewalFacts['steps'], expiresOn: PlainDate): PlainDate | null {
  let [term, opensOn]: [number, PlainDate | null] = [-1, null];
  for (const { key, status, dueOn } of steps) {
    const place = dueOn === null || dueOn > expiresOn || LEFT_OUT.has(status) ? -1 : RENEWAL_KEYS.indexOf(key);
    if (place > term) [term, opensOn] = [place, dueOn];
  }
  return opensOn;
}

/**
 * The plan after its expiry was recorded anew. A later one renews the term: what prepared the earlier end and is done comes again for the
 * new one, as a step of its own; what is unfinished moves by its rule. A term that is only corrected, or prolonged by so little that
 * the step would fall due before the earlier end, asks for nothing again. An earlier expiry takes back what came and nobody has begun.
 */
export function withTerm(before: Plan, after: Plan): Plan {
  const [from, to] = [before.events.expiry, after.events.expiry];
  if (from === undefined || to === undefined || from === to) return after;
  const dates = computeDueDates(after.template, { events: after.events, milestones: new Map() }, after.calendars);
  return graphOf(after.template).order.filter(isOfTheTerm).reduce((plan, definition) => {
    const dueOn = dates.get(definition.key)?.dueOn ?? null;
    const [last, previous] = newestFirst(plan, definition);
    if (dueOn === null || last === undefined) return plan;
    if (to < from) return previous !== undefined && untouched(last) && dueOn <= latest(previous) ? put(plan, { ...last, status: 'cancelled' }) : plan;
    if (dueOn < from) return plan;
    if (last.status === 'done') return { ...plan, milestones: [...plan.milestones, stepAgain(plan, definition, (termOf(plan, last.key)?.number ?? 1) + 1)] };
    return previous !== undefined && last.status === 'cancelled' ? put(plan, { ...last, status: 'planned' }) : plan;
  }, after);
}

const newestFirst = (plan: Plan, { key }: TemplateMilestone): PlanMilestone[] => plan.milestones
  .flatMap((milestone) => { const found = termOf(plan, milestone.key); return found?.definition.key === key ? [{ milestone, number: found.number }] : []; })
  .toSorted((a, b) => b.number - a.number).map(({ milestone }) => milestone);

const untouched = ({ status, startedOn, pinned }: PlanMilestone): boolean => !isFinished(status) && status !== 'submitted' && startedOn === null && !pinned;
const latest = ({ dueOn, doneOn }: PlanMilestone): PlainDate => [dueOn, doneOn].reduce<PlainDate>((best, on) => (on !== null && on > best ? on : best), '');
const put = (plan: Plan, step: PlanMilestone): Plan => ({ ...plan, milestones: plan.milestones.map((one) => (one.id === step.id ? step : one)) });

/** Its key is its id until it is stored. */
function stepAgain(plan: Plan, definition: TemplateMilestone, number: number): PlanMilestone {
  const key = occurrenceKey(definition.key, number);
  return newStep(definition, { id: key, key }, plan.agreement.coordinatorId);
}
