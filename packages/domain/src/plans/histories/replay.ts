import type { AgreementLifeCommand, EventDates, MilestoneCommand, ProjectStep } from '@tawama/contracts';
import type { Attributes, PlainDate, TemplateMilestone, WorkflowTemplate } from '@tawama/workflow';
import { changeCoordinator, decideLife, expire, openAgreement, recordEvent, startReminders } from '../../agreements/index.js';
import { migrate, type MigrationDecisions } from '../../migration/index.js';
import { decide } from '../../milestones/index.js';
import { addProjectSteps, projectStepDates } from '../../projects/index.js';
import type { Result } from '../../result.js';
import { DEFAULT_TEMPLATES } from '../../templates/index.js';
import { laidOutUntil, withAssignments } from '../occurrences.js';
import type { Circumstances, Plan, PlanChange, PlanPerson } from '../plan.js';
import { replan } from '../replan.js';

/** What was done on a day. Exactly one of the others than `on` says what; `date` belongs to `event`. */
export interface Act {
  on: PlainDate;
  step?: string; command?: unknown;
  event?: string; date?: PlainDate;
  agreement?: unknown;
  coordinator?: string;
  migrate?: { toVersion: number; decisions: unknown };
  project?: { id: string; startsOn: PlainDate; endsOn: PlainDate };
  program?: 'looks' | 'expires' | 'starts reminders';
}

/** Something that happened once, with what it came to; `plan` is written by infra/checks/record-histories.mjs. */
export interface History {
  about: string;
  template: string;
  /** 1 unless said */
  version?: number;
  /** what the club's own template has otherwise: step or stage key → fields */
  changed?: { steps?: Record<string, unknown>; stages?: Record<string, unknown> };
  people?: PlanPerson[];
  attributes?: Attributes;
  opened: { on: PlainDate; events: EventDates };
  acts: Act[];
  plan: string[];
}

export function replay(history: History): Plan {
  const people = history.people ?? [];
  const on = (today: PlainDate): Circumstances => ({ today, now: `${today}T09:00:00.000Z`, people });
  const first = openAgreement(templateOf(history), { id: 'agreement', events: history.opened.events, attributes: history.attributes, idOf: (name) => name }, on(history.opened.on));
  return history.acts.reduce((before, act) => {
    const plan: Plan = { ...before, laidOutUntil: laidOutUntil(act.on) };
    return followed(changeOf(play(plan, act, history, on(act.on)), act), people);
  }, followed(changeOf(first, history.opened), people));
}

function play(plan: Plan, act: Act, history: History, circumstances: Circumstances): Result<PlanChange> {
  const { step, event, agreement, coordinator, migrate: migration, project, program } = act;
  if (step !== undefined) return decide(plan, step, act.command as MilestoneCommand, circumstances);
  if (event !== undefined) return recordEvent(plan, { event, on: act.date ?? act.on }, circumstances);
  if (agreement !== undefined) return decideLife(plan, agreement as AgreementLifeCommand, circumstances);
  if (coordinator !== undefined) return changeCoordinator(plan, coordinator, circumstances);
  if (migration !== undefined) {
    return migrate(plan, { template: templateOf({ ...history, version: migration.toVersion }), decisions: migration.decisions as MigrationDecisions, attributes: history.attributes ?? {}, today: act.on });
  }
  if (project !== undefined) {
    const facts = { status: 'running' as const, startsOn: project.startsOn, endsOn: project.endsOn, homeLeadId: null, partnerLeadId: null };
    return addProjectSteps(plan, { projectId: project.id, facts, dates: projectStepDates(facts), idOf: (name: ProjectStep) => `project ${name}` });
  }
  if (program === 'expires') return expire(plan, circumstances);
  if (program === 'starts reminders') return startReminders(plan, circumstances);
  return { ok: true, value: replan(plan, plan) };
}

function templateOf({ template: key, version = 1, changed }: Pick<History, 'template' | 'version' | 'changed'>): WorkflowTemplate {
  const template = DEFAULT_TEMPLATES.find((one) => one.key === key && one.version === version);
  if (!template) throw new Error(`no template ${key} ${version}`);
  const [steps, stages] = [new Map(Object.entries(changed?.steps ?? {})), new Map(Object.entries(changed?.stages ?? {}))];
  return {
    ...template,
    milestones: template.milestones.map((one): TemplateMilestone => ({ ...one, ...(steps.get(one.key) as Partial<TemplateMilestone> | undefined) })),
    stages: template.stages.map((one) => ({ ...one, ...(stages.get(one.key) as Partial<typeof one> | undefined) })),
  };
}

function changeOf(result: Result<PlanChange>, act: object): PlanChange {
  if (!result.ok) throw new Error(`${result.code} ${result.path ?? ''} of ${JSON.stringify(act)}`);
  return result.value;
}

const followed = ({ plan, appeared }: PlanChange, people: readonly PlanPerson[]): Plan =>
  (appeared.length === 0 ? plan : { ...plan, milestones: withAssignments(plan, new Set(appeared), people) });

/** The plan as it is recorded: a line a step, and one for the agreement. Who follows a step is said where the history has people. */
export const lines = (plan: Plan, { people }: Pick<History, 'people'>): string[] => [
  ...plan.milestones.map((one) => [
    one.key, one.status, one.dueOn ?? '–', one.provisional ? 'expected' : '', one.originalDueOn ? `was ${one.originalDueOn}` : '', one.doneOn ? `done ${one.doneOn}` : '',
    ...(people ? [one.startedOn ? `begun ${one.startedOn}` : '', `followed by ${one.ownerId ?? 'nobody'}`, one.counterpartId ? `with ${one.counterpartId}` : ''] : []),
  ].filter((part) => part !== '').join(' ')),
  `agreement ${plan.agreement.status}: ${Object.entries(plan.events).sort(([a], [b]) => (a < b ? -1 : 1)).map(([event, day]) => `${event} ${day}`).join(', ')}`,
];
