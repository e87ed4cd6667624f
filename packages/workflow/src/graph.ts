import type { Anchor, DueRule, TemplateEvent, TemplateMilestone, WorkflowTemplate } from './template.js';

/** A template made ready for computing: who produces which event, and an order in which every date comes after those it needs. */
export interface TemplateGraph {
  readonly order: readonly TemplateMilestone[];
  readonly milestones: ReadonlyMap<string, TemplateMilestone>;
  readonly events: ReadonlyMap<string, TemplateEvent>;
  /** event key → the milestone that records it */
  readonly producers: ReadonlyMap<string, TemplateMilestone>;
  /** Keys of milestones that wait for each other in a circle; empty for a sound template. */
  readonly circular: readonly string[];
}

/** Every anchor of a rule, of `latest` all parts. */
export function anchorsOf(rule: DueRule): Anchor[] {
  if (rule.rule === 'fixed') return [];
  return rule.rule === 'offset' ? [rule.from] : rule.of.flatMap(anchorsOf);
}

/** The event and those that stand in for it when it is not recorded; a circle of stand-ins ends where it closes. */
export function withStandIns(events: ReadonlyMap<string, TemplateEvent>, key: string): string[] {
  const chain: string[] = [];
  for (let next: string | undefined = key; next !== undefined && !chain.includes(next); next = events.get(next)?.defaultsTo) chain.push(next);
  return chain;
}

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

  // Kahn's algorithm: each milestone and each dependency is looked at once.
  const followers = new Map<string, TemplateMilestone[]>();
  const missing = new Map<string, number>();
  for (const milestone of milestones.values()) {
    const needs = new Set<string>();
    for (const anchor of anchorsOf(milestone.due)) {
      if ('milestone' in anchor) needs.add(anchor.milestone);
      else for (const event of withStandIns(events, anchor.event)) {
        const producer = producers.get(event);
        // A step counted from an event that it records itself waits for that event, not for itself.
        if (producer && producer.key !== milestone.key) needs.add(producer.key);
      }
    }
    const known = [...needs].filter((key) => milestones.has(key));
    missing.set(milestone.key, known.length);
    for (const key of known) {
      const list = followers.get(key);
      if (list) list.push(milestone); else followers.set(key, [milestone]);
    }
  }
  const order = [...milestones.values()].filter((milestone) => missing.get(milestone.key) === 0);
  for (let place = 0; place < order.length; place += 1) {
    for (const follower of followers.get(order[place]?.key ?? '') ?? []) {
      const left = (missing.get(follower.key) ?? 0) - 1;
      missing.set(follower.key, left);
      if (left === 0) order.push(follower);
    }
  }
  const ordered = new Set(order);
  return { order, milestones, events, producers, circular: [...milestones.values()].filter((milestone) => !ordered.has(milestone)).map((milestone) => milestone.key) };
}
