import { addDays, applies, type Attributes, type Calendars, graphOf, isFinished, isValidPlainDate, type PlainDate, type WorkflowTemplate } from '@tawama/workflow';
import { checkNotClosed } from '../agreements/commands.js';
import { definitionOf } from '../plans/occurrences.js';
import { newStep } from '../plans/new-step.js';
import { pinnedTo } from '../plans/pinned.js';
import type { Plan, PlanChange, PlanMilestone } from '../plans/plan.js';
import { replan } from '../plans/replan.js';
import { allow, refuse, type Result } from '../result.js';

/**
 * What becomes of one step.
 * - in both versions: `recompute` by the new rule, `keep` its date as if set by hand, or `shift` it by days
 * - only in the newer one: `add`, or `leaveOut`: it is there and does not apply
 * - only in the older one: `remove`, or `keep` it as a step of its own
 */
export type MigrationDecision = 'keep' | 'recompute' | 'add' | 'leaveOut' | 'remove' | { readonly shift: number };

export interface MigrationDecisions {
  /** by milestone or occurrence key */
  readonly lines: Readonly<Record<string, MigrationDecision | undefined>>;
  /** of steps in both versions that no line names; `recompute` unless said */
  readonly otherwise?: 'keep' | 'recompute' | undefined;
}

export interface Migration {
  readonly template: WorkflowTemplate;
  readonly decisions: MigrationDecisions;
  /** what the conditions of added steps are asked of */
  readonly attributes: Attributes;
  /** what the newer version's rules are counted with, which the older one may not need */
  readonly calendars?: Calendars | undefined;
  readonly today: PlainDate;
}

/**
 * The plan under another version of its template. What is done, left out or set by hand stays as it is; a step keeps its identity, so that
 * what was sent about it stays sent. Migrating to the version that it follows changes nothing.
 * Refuses: `agreement/closed`, `template/other-key`, `template/version-not-newer`, `migration/unknown-step` and `migration/wrong-decision` at `decisions.lines.<key>`, `date/out-of-range`.
 */
export function migrate(plan: Plan, migration: Migration): Result<PlanChange> {
  const { template, decisions } = migration;
  const open = checkNotClosed(plan);
  if (!open.ok) return open;
  if (template.key !== plan.template.key) return refuse('template/other-key', 'toVersion');
  if (template.version < plan.template.version) return refuse('template/version-not-newer', 'toVersion');
  const wrong = wrongLine(plan, migration);
  if (wrong) return wrong;
  if (template.version === plan.template.version && Object.keys(decisions.lines).length === 0 && decisions.otherwise !== 'keep') return allow(replan(plan, plan));
  const next: Plan = { ...plan, template, calendars: migration.calendars ?? plan.calendars, agreement: { ...plan.agreement, repeatsFrom: later(plan.agreement.repeatsFrom, firstDayOfNewSeries(plan, migration)) } };
  const milestones = [...plan.milestones.map((milestone) => migrated(plan, milestone, migration)), ...added(next, plan, migration)];
  if (milestones.some(({ dueOn }) => dueOn !== null && !isValidPlainDate(dueOn))) return refuse('date/out-of-range', 'decisions');
  return allow(replan(plan, { ...next, milestones }));
}

/** Whether the step stands in the plan's version, in the newer one, or both. A step of neither (of a project, say) is nobody's to migrate. */
export function placeOf(plan: Plan, template: WorkflowTemplate, key: string): 'both' | 'older' | 'newer' | 'neither' {
  const [older, newer] = [definitionOf(plan, key), definitionOf({ template }, key)];
  // A step that came once and now comes again, or the other way round, is another step under the same name.
  const sameKind = older && newer && (older.repeats === undefined) === (newer.repeats === undefined);
  if (older && newer) return sameKind ? 'both' : plan.milestones.some((one) => one.key === key) ? 'older' : 'newer';
  return older ? 'older' : newer ? 'newer' : 'neither';
}

const FITTING: Readonly<Record<ReturnType<typeof placeOf>, readonly string[]>> = { both: ['keep', 'recompute', 'shift'], older: ['keep', 'remove'], newer: ['add', 'leaveOut'], neither: [] };
export const decisionsFor = (place: ReturnType<typeof placeOf>): readonly string[] => FITTING[place];

function wrongLine(plan: Plan, { template, decisions }: Migration): ReturnType<typeof refuse> | undefined {
  for (const [key, decision] of Object.entries(decisions.lines)) {
    const path = `decisions.lines.${key}`;
    const place = placeOf(plan, template, key);
    if (place === 'neither') return refuse('migration/unknown-step', path);
    const name = typeof decision === 'object' ? 'shift' : decision;
    if (name !== undefined && !decisionsFor(place).includes(name)) return refuse('migration/wrong-decision', path);
  }
  return undefined;
}

function migrated(plan: Plan, milestone: PlanMilestone, { template, decisions }: Migration): PlanMilestone {
  const place = placeOf(plan, template, milestone.key);
  if (isFinished(milestone.status) || place === 'neither') return milestone;
  const decision = lineOf(decisions, milestone.key);
  if (place === 'older') return decision === 'keep' ? standing(milestone) : { ...milestone, status: 'cancelled' };
  if (milestone.pinned && decision === undefined) return milestone;
  const wanted = decision ?? decisions.otherwise ?? 'recompute';
  if (typeof wanted === 'object') return milestone.dueOn === null ? milestone : pinnedTo(milestone, addDays(milestone.dueOn, wanted.shift));
  if (wanted === 'keep') return standing(milestone);
  return { ...milestone, pinned: false };
}

/** The date it has is its own from now on; one that is only expected goes on being counted. */
const standing = (milestone: PlanMilestone): PlanMilestone => (milestone.dueOn === null || milestone.provisional ? milestone : pinnedTo(milestone, milestone.dueOn));

/** Steps of the newer version that the plan does not have; those that come again are laid out by the rules themselves. */
function added(next: Plan, plan: Plan, { template, decisions, attributes }: Migration): PlanMilestone[] {
  const there = new Set(plan.milestones.map(({ key }) => key));
  return template.milestones.filter(({ key, repeats }) => repeats === undefined && !there.has(key)).map((definition) => ({
    ...newStep(definition, { id: definition.key }, next.agreement.coordinatorId), status: lineOf(decisions, definition.key) !== 'leaveOut' && applies(definition.when, attributes) ? 'planned' : 'notApplicable',
  }));
}

const lineOf = ({ lines }: MigrationDecisions, key: string): MigrationDecision | undefined => new Map(Object.entries(lines)).get(key);

/** A series that the agreement did not have before begins now: nobody is asked for what would have come again in the past. */
function firstDayOfNewSeries(plan: Plan, { template, today }: Migration): PlainDate | null {
  const before = graphOf(plan.template).milestones;
  return template.milestones.some(({ key, repeats }) => repeats !== undefined && before.get(key)?.repeats === undefined) ? today : null;
}

const later = (a: PlainDate | null, b: PlainDate | null): PlainDate | null => (a === null ? b : b === null || a > b ? a : b);
