import { type Anchor, anchorsOf, type Recurrence, rulesWithin } from './due-rule.js';
import { NOWHERE, placed, type Place, type PlacedRule } from './rules/placed.js';
import type { TemplateEvent, TemplateMilestone, WorkflowTemplate } from './template.js';

export interface OrderedStep {
  readonly key: string;
  readonly rule: PlacedRule;
  readonly repeats: Recurrence | undefined;
  readonly until: Place;
  readonly legal: boolean;
}

export interface EventPlace {
  readonly key: string;
  /** the place of the step that records it */
  readonly producer: Place;
  /** numbers of the event and of those that stand in for it, without those that the template does not know */
  readonly chain: readonly number[];
}

/** A template made ready for computing: who produces which event, and an order in which every date comes after those it needs. */
export interface TemplateGraph {
  readonly order: readonly TemplateMilestone[];
  readonly milestones: ReadonlyMap<string, TemplateMilestone>;
  readonly events: ReadonlyMap<string, TemplateEvent>;
  /** event key → the milestone that records it */
  readonly producers: ReadonlyMap<string, TemplateMilestone>;
  /** of each milestone in that order: what it is computed by */
  readonly steps: readonly OrderedStep[];
  /** milestone key → its place in that order */
  readonly places: ReadonlyMap<string, Place>;
  /** the places of each event: of itself, and of those that stand in for it */
  readonly eventPlaces: readonly EventPlace[];
  /** some date is counted in working days or from the council's calendar, or its day of rest is told */
  readonly needsCalendars: boolean;
  /** some step comes again */
  readonly repeats: boolean;
  /** milestone key → keys of the steps that must be finished before it opens by itself: those it comes after, and those of its stage's gate */
  readonly waits: ReadonlyMap<string, readonly string[]>;
  /** Keys of milestones that wait for each other in a circle, or lie between two circles; empty for a sound template. */
  readonly circular: readonly string[];
  /** The event and those that stand in for it when it is not recorded. */
  readonly standIns: (event: string) => readonly string[];
}

/** The event and those that stand in for it when it is not recorded; a circle of stand-ins ends where it closes. */
export function withStandIns(events: ReadonlyMap<string, TemplateEvent>, key: string): string[] {
  const chain = new Set<string>();
  for (let next: string | undefined = key; next !== undefined && !chain.has(next); next = events.get(next)?.defaultsTo) chain.add(next);
  return [...chain];
}

/** The definition that a step of a plan is made by: of an occurrence, that of the step that comes again. */
export const definitionIn = ({ milestones }: TemplateGraph, key: string): TemplateMilestone | undefined => milestones.get(key) ?? milestones.get(key.replace(/#\d+$/, ''));

/** Everything that a step's date is counted from, and what ends it where it repeats. */
export const needsOf = ({ due, repeats }: TemplateMilestone): Anchor[] => (repeats?.until === undefined ? anchorsOf(due) : [...anchorsOf(due), repeats.until]);

const built = new WeakMap<WorkflowTemplate, TemplateGraph>();

/** The graph of a template, built once for each template object. */
export function graphOf(template: WorkflowTemplate): TemplateGraph {
  const known = built.get(template);
  if (known) return known;
  const graph = build(template);
  built.set(template, graph);
  return graph;
}

function build(template: WorkflowTemplate): TemplateGraph {
  const milestones = new Map(template.milestones.map((milestone) => [milestone.key, milestone]));
  const events = new Map(template.events.map((event) => [event.key, event]));
  const producers = new Map<string, TemplateMilestone>();
  for (const milestone of template.milestones) for (const event of milestone.produces) if (!producers.has(event)) producers.set(event, milestone);
  const chains = new Map(template.events.map(({ key }) => [key, withStandIns(events, key)]));
  const standIns = (event: string): readonly string[] => chains.get(event) ?? [event];

  const { order, stuck } = untangle(milestones, producers, standIns, () => []);
  const inOrder = order.flatMap((key) => milestones.get(key) ?? []);
  const places = new Map(inOrder.map(({ key }, place) => [key, place]));
  const eventNumbers = new Map([...events.keys()].map((key, number) => [key, number]));
  const placeOfEvent = (number: number | undefined): Place => (number === undefined ? NOWHERE : -1 - number);
  const placeOf = (anchor: Anchor): Place => ('milestone' in anchor ? places.get(anchor.milestone) ?? NOWHERE : placeOfEvent(eventNumbers.get(anchor.event)));
  return {
    order: inOrder, places, milestones, events, producers, standIns, repeats: template.milestones.some(({ repeats }) => repeats !== undefined), needsCalendars: template.milestones.some(needsCalendars), waits: waitsOf(template), circular: stuck,
    steps: inOrder.map(({ key, due, repeats, legal }) => ({ key, rule: placed(due, placeOf), repeats, until: repeats?.until === undefined ? NOWHERE : placeOf(repeats.until), legal: legal === true })),
    eventPlaces: [...events.keys()].map((key) => ({
      key, producer: places.get(producers.get(key)?.key ?? '') ?? NOWHERE, chain: standIns(key).flatMap((event) => eventNumbers.get(event) ?? []),
    })),
  };
}

/**
 * An order in which each step comes after those that it needs, and the keys of those that need each other in a circle. What merely follows a
 * circle waits in vain, but is not at fault: it is in neither.
 * @param waits what a step needs beside the dates that it is counted from
 */
export function untangle(
  milestones: ReadonlyMap<string, TemplateMilestone>, producers: ReadonlyMap<string, TemplateMilestone>, standIns: (event: string) => readonly string[], waits: (key: string) => readonly string[],
): { order: readonly string[]; stuck: readonly string[] } {
  const needs = new Map<string, ReadonlySet<string>>();
  const followers = new Map<string, string[]>();
  for (const milestone of milestones.values()) {
    // A step counted from an event that it records itself waits for that event, not for itself.
    const dated = needsOf(milestone).flatMap((anchor) => ('milestone' in anchor ? [anchor.milestone] : standIns(anchor.event).flatMap((event) => producers.get(event)?.key ?? []).filter((key) => key !== milestone.key)));
    const needed = new Set([...dated, ...waits(milestone.key)].filter((key) => milestones.has(key)));
    needs.set(milestone.key, needed);
    for (const key of needed) {
      const list = followers.get(key);
      if (list) list.push(milestone.key); else followers.set(key, [milestone.key]);
    }
  }
  const order = peel(milestones.keys(), (key) => needs.get(key)?.size ?? 0, (key) => followers.get(key) ?? []);
  const ordered = new Set(order);
  const left = [...milestones.keys()].filter((key) => !ordered.has(key));
  const behind = new Set(peel(left, (key) => followers.get(key)?.length ?? 0, (key) => [...needs.get(key) ?? []].filter((other) => !ordered.has(other))));
  return { order, stuck: left.filter((key) => !behind.has(key)) };
}

const needsCalendars = ({ due, legal }: TemplateMilestone): boolean =>
  legal === true || [...rulesWithin(due)].some((rule) => rule.rule === 'beforeSession' || ('working' in rule && rule.working !== undefined));

function waitsOf({ stages, milestones }: WorkflowTemplate): ReadonlyMap<string, readonly string[]> {
  const gates = new Map(stages.map(({ key, gate }) => [key, gate ?? []]));
  return new Map(milestones.flatMap(({ key, stage, after = [] }) => {
    const waits = [...new Set([...after, ...gates.get(stage) ?? []])];
    return waits.length > 0 ? [[key, waits] as const] : [];
  }));
}

/** Kahn's algorithm: takes away, one after another, what waits for nothing any more; each node and each edge is looked at once. */
function peel(keys: Iterable<string>, waiting: (key: string) => number, freedBy: (key: string) => readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const key of keys) left.set(key, waiting(key));
  const order = [...left.keys()].filter((key) => left.get(key) === 0);
  for (let place = 0; place < order.length; place += 1) {
    for (const follower of freedBy(order[place] ?? '')) {
      const count = (left.get(follower) ?? 0) - 1;
      left.set(follower, count);
      if (count === 0) order.push(follower);
    }
  }
  return order;
}
