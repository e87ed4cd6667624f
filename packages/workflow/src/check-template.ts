import { anchorsOf, graphOf, withStandIns } from './graph.js';
import { workflowTemplate, type WorkflowTemplate } from './template.js';

export interface TemplateProblem {
  readonly code: 'shape' | 'duplicateKey' | 'unknownStage' | 'unknownEvent' | 'unknownMilestone' | 'producedTwice' | 'cycle';
  /** dotted path into the template */
  readonly path: string;
  /** the key that is wrong */
  readonly key: string;
}

function* duplicates(list: readonly { readonly key: string }[], path: string): Generator<TemplateProblem> {
  const seen = new Set<string>();
  for (const [place, { key }] of list.entries()) {
    if (seen.has(key)) yield { code: 'duplicateKey', path: `${path}.${place}.key`, key };
    seen.add(key);
  }
}

function* problems(template: WorkflowTemplate): Generator<TemplateProblem> {
  yield* duplicates(template.stages, 'stages');
  yield* duplicates(template.events, 'events');
  yield* duplicates(template.milestones, 'milestones');
  const graph = graphOf(template);
  const stages = new Set(template.stages.map((stage) => stage.key));
  if (!graph.events.has(template.opening.event)) yield { code: 'unknownEvent', path: 'opening.event', key: template.opening.event };
  for (const [place, event] of template.events.entries()) {
    if (event.defaultsTo === undefined) continue;
    const path = `events.${place}.defaultsTo`;
    if (!graph.events.has(event.defaultsTo)) yield { code: 'unknownEvent', path, key: event.defaultsTo };
    const last = withStandIns(graph.events, event.key).at(-1);
    if (last !== undefined && graph.events.get(last)?.defaultsTo === event.key) yield { code: 'cycle', path, key: event.key };
  }
  const produced = new Set<string>();
  for (const [place, milestone] of template.milestones.entries()) {
    const path = `milestones.${place}`;
    if (!stages.has(milestone.stage)) yield { code: 'unknownStage', path: `${path}.stage`, key: milestone.stage };
    for (const event of milestone.produces) {
      if (!graph.events.has(event)) yield { code: 'unknownEvent', path: `${path}.produces`, key: event };
      if (produced.has(event)) yield { code: 'producedTwice', path: `${path}.produces`, key: event };
      produced.add(event);
    }
    for (const anchor of anchorsOf(milestone.due)) {
      if ('event' in anchor && !graph.events.has(anchor.event)) yield { code: 'unknownEvent', path: `${path}.due`, key: anchor.event };
      if ('milestone' in anchor && !graph.milestones.has(anchor.milestone)) yield { code: 'unknownMilestone', path: `${path}.due`, key: anchor.milestone };
      if ('milestone' in anchor && anchor.milestone === milestone.key) yield { code: 'cycle', path: `${path}.due`, key: milestone.key };
    }
  }
  for (const key of graph.circular) {
    if (!template.milestones.some((milestone) => milestone.key === key && anchorsOf(milestone.due).some((anchor) => 'milestone' in anchor && anchor.milestone === key))) {
      yield { code: 'cycle', path: 'milestones', key };
    }
  }
}

/** What is wrong with a template; empty for a sound one. Asked before a template is stored and when the program starts. */
export function checkTemplate(candidate: unknown): TemplateProblem[] {
  const parsed = workflowTemplate.safeParse(candidate);
  if (!parsed.success) return parsed.error.issues.map((issue) => ({ code: 'shape', path: issue.path.join('.'), key: issue.message }));
  return [...problems(parsed.data)];
}
