import { type TemplateGraph, untangle } from './graph.js';
import { occurrenceKey } from './occurrences.js';
import { isFinished, type MilestoneStatus } from './states.js';
import type { Condition, WorkflowTemplate } from './template.js';

/** What conditions are asked of: attribute → its values. */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/** Whether all conditions of a step hold. An attribute that is not known has no value. */
export function applies(conditions: readonly Condition[] | undefined, attributes: Attributes): boolean {
  const known = new Map(Object.entries(attributes));
  return (conditions ?? []).every((condition) => {
    const values = known.get(condition.attribute) ?? [];
    return 'is' in condition ? values.some((value) => condition.is.includes(value)) : !values.some((value) => condition.isNot.includes(value));
  });
}

/** Whether every step that this one waits for is finished. @param statusOf of a milestone or occurrence key; undefined where there is no such step */
export function isReleased(graph: TemplateGraph, key: string, statusOf: (key: string) => MilestoneStatus | undefined): boolean {
  return (graph.waits.get(key) ?? []).every((waited) => {
    const status = statusOf(graph.milestones.get(waited)?.repeats === undefined ? waited : occurrenceKey(waited, 1));
    return status !== undefined && isFinished(status);
  });
}

interface GateProblem { readonly code: 'unknownMilestone' | 'neverOpens'; readonly path: string; readonly key: string }

/** Steps and gates that name what is not there, or that can never open because what they wait for waits for them. */
export function* checkGates(template: WorkflowTemplate, graph: TemplateGraph): Generator<GateProblem> {
  for (const { path, names } of namedBy(template)) for (const key of names) if (!graph.milestones.has(key)) yield { code: 'unknownMilestone', path, key };
  const shut = neverOpening(graph);
  for (const { path, names, of } of namedBy(template)) for (const key of names) if (shut.has(key) && of.some((one) => shut.has(one))) yield { code: 'neverOpens', path, key };
}

/** Where waiting is asked for: its path, what is waited for, and the keys of the steps that wait. */
function* namedBy({ stages, milestones }: WorkflowTemplate): Generator<{ path: string; names: readonly string[]; of: readonly string[] }> {
  for (const [place, { key, gate }] of stages.entries()) if (gate) yield { path: `stages.${place}.gate`, names: gate, of: milestones.filter(({ stage }) => stage === key).map((one) => one.key) };
  for (const [place, { key, after }] of milestones.entries()) if (after) yield { path: `milestones.${place}.after`, names: after, of: [key] };
}

/** Keys of steps in a circle of dates and waiting that dates alone do not close: those are told as circles of dates. */
function neverOpening({ milestones, producers, standIns, waits, circular }: TemplateGraph): ReadonlySet<string> {
  const { stuck } = untangle(milestones, producers, standIns, (key) => waits.get(key) ?? []);
  return new Set(stuck.filter((key) => !circular.includes(key)));
}

/** The attributes of which one condition asks for values that others exclude, all of them: no agreement meets both. Two that ask for different values may both hold, of several partners. */
export function contradicted(conditions: readonly Condition[] = []): string[] {
  const excluded = (attribute: string, value: string): boolean => conditions.some((one) => 'isNot' in one && one.attribute === attribute && one.isNot.includes(value));
  return conditions.flatMap((one) => ('is' in one && one.is.every((value) => excluded(one.attribute, value)) ? [one.attribute] : []));
}
