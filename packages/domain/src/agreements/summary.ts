import type { LocalisedText, MilestoneStatus, StageKey, WaitingOn } from '@tawama/contracts';
import type { PlainDate } from '@tawama/workflow';
import { daysLate as daysLateOf } from '../milestones/lateness.js';

/** What a summary needs of a milestone. */
export interface SummedStep {
  readonly id: string;
  readonly key: string;
  readonly stage: StageKey;
  readonly title: LocalisedText;
  readonly status: MilestoneStatus;
  readonly dueOn: PlainDate | null;
  readonly provisional: boolean;
  readonly waitingOn: WaitingOn | null;
}

export interface NextStep { milestoneId: string; key: string; title: LocalisedText; stage: StageKey; dueOn: PlainDate | null; daysLate: number; provisional: boolean; waitingOn: WaitingOn | null }
export interface AgreementSummary { progress: number; stage: StageKey; next: NextStep | null; lateCount: number; daysLate: number }

const ACTIONABLE: ReadonlySet<MilestoneStatus> = new Set(['open', 'blocked', 'submitted']);

/** The earliest step that somebody can act on, else the earliest planned one; without a date comes last, equal dates keep the template's order. */
function nextOf(steps: readonly SummedStep[]): SummedStep | null {
  const actionable = steps.filter((step) => ACTIONABLE.has(step.status));
  const candidates = actionable.length > 0 ? actionable : steps.filter((step) => step.status === 'planned');
  return candidates.reduce<SummedStep | null>((best, step) => (best === null || (step.dueOn !== null && (best.dueOn === null || step.dueOn < best.dueOn)) ? step : best), null);
}

/**
 * Where an agreement stands. `progress` is the share of done among the steps that apply, 0–100; a plan without any is at 100.
 * @param steps in the template's order
 * @param standsStill it is suspended: nothing in it is late while nothing is expected
 */
export function summarise(steps: readonly SummedStep[], today: PlainDate, standsStill = false): AgreementSummary {
  const daysLate = (step: SummedStep): number => (standsStill ? 0 : daysLateOf(step, today));
  // What was given up with the agreement was promised and not done.
  const applicable = steps.filter((step) => step.status !== 'notApplicable');
  const done = applicable.filter((step) => step.status === 'done').length;
  const late = applicable.map(daysLate).filter((days) => days > 0);
  const next = nextOf(steps);
  return {
    // 99 until the last step is done: a full bar says "finished".
    progress: applicable.length === 0 ? 100 : Math.floor((100 * done) / applicable.length),
    stage: (next ?? steps.at(-1))?.stage ?? 'preparation',
    next: next && {
      milestoneId: next.id, key: next.key, title: next.title, stage: next.stage, dueOn: next.dueOn,
      daysLate: daysLate(next), provisional: next.provisional, waitingOn: next.waitingOn,
    },
    lateCount: late.length,
    daysLate: Math.max(0, ...late),
  };
}
