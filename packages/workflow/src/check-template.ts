import { rulesWithin } from './due-rule.js';
import { graphOf, needsOf, type TemplateGraph } from './graph.js';
import { checkRules, type RuleProblemCode } from './check-rules.js';
import { checkReminders } from './reminder-rules.js';
import { checkGates, contradicted } from './gates.js';
import { isTooLarge } from './check-size.js';
import { workflowTemplate, type TemplateMilestone, type WorkflowTemplate } from './template.js';

export interface TemplateProblem {
  readonly code: 'shape' | 'duplicateKey' | 'unknownStage' | 'unknownEvent' | 'unknownMilestone' | 'producedTwice' | 'cycle' | 'noOwner' | 'unreachable' | 'neverOpens' | 'unknownAttribute' | 'duplicateRung' | 'tooManyRungs' | 'rungTooEarly' | RuleProblemCode;
  /** dotted path into the template */
  readonly path: string;
  /** the key that is wrong */
  readonly key: string;
}

/** What the template's surroundings know; what is left out is not looked at. */
export interface Surroundings {
  /** functions and authorities that a step may be given to */
  readonly functions?: ReadonlySet<string> | undefined;
  readonly authorities?: ReadonlySet<string> | undefined;
  /** what conditions may ask of an agreement */
  readonly attributes?: ReadonlySet<string> | undefined;
}

/** A list of problems is read by a person: beyond this it says nothing more. */
const MOST_PROBLEMS = 1000;

function* duplicates(list: readonly { readonly key: string }[], path: string): Generator<TemplateProblem> {
  const seen = new Set<string>();
  for (const [place, { key }] of list.entries()) {
    if (seen.has(key)) yield { code: 'duplicateKey', path: `${path}.${place}.key`, key };
    seen.add(key);
  }
}

function* ofEvents(template: WorkflowTemplate, graph: TemplateGraph): Generator<TemplateProblem> {
  if (!graph.events.has(template.opening.event)) yield { code: 'unknownEvent', path: 'opening.event', key: template.opening.event };
  for (const [place, event] of template.events.entries()) {
    if (event.defaultsTo === undefined) continue;
    const path = `events.${place}.defaultsTo`;
    if (!graph.events.has(event.defaultsTo)) yield { code: 'unknownEvent', path, key: event.defaultsTo };
    const last = graph.standIns(event.key).at(-1);
    if (last !== undefined && graph.events.get(last)?.defaultsTo === event.key) yield { code: 'cycle', path, key: event.key };
  }
}

function* ofResponsible({ responsible }: TemplateMilestone, path: string, { functions, authorities }: Surroundings): Generator<TemplateProblem> {
  const { function: role, authority } = responsible;
  if (role === undefined && authority === undefined) yield { code: 'noOwner', path: `${path}.responsible`, key: '' };
  if (role !== undefined && functions && !functions.has(role)) yield { code: 'noOwner', path: `${path}.responsible.function`, key: role };
  if (authority !== undefined && authorities && !authorities.has(authority)) yield { code: 'noOwner', path: `${path}.responsible.authority`, key: authority };
}

function* ofAnchors(milestone: TemplateMilestone, path: string, graph: TemplateGraph): Generator<TemplateProblem> {
  const dueAnchors = needsOf({ ...milestone, repeats: undefined });
  for (const [place, anchor] of needsOf(milestone).entries()) {
    const at = place < dueAnchors.length ? `${path}.due` : `${path}.repeats.until`;
    if ('milestone' in anchor) {
      if (!graph.milestones.has(anchor.milestone)) yield { code: 'unknownMilestone', path: at, key: anchor.milestone };
      if (anchor.milestone === milestone.key) yield { code: 'cycle', path: at, key: milestone.key };
    } else if (!graph.events.has(anchor.event)) yield { code: 'unknownEvent', path: at, key: anchor.event };
  }
}

function* problems(template: WorkflowTemplate, around: Surroundings): Generator<TemplateProblem> {
  yield* duplicates(template.stages, 'stages');
  yield* duplicates(template.events, 'events');
  yield* duplicates(template.milestones, 'milestones');
  const graph = graphOf(template);
  const stages = new Set(template.stages.map((stage) => stage.key));
  yield* ofEvents(template, graph);
  const produced = new Set<string>();
  const circular = new Set(graph.circular);
  const waitsForItself = new Set(template.milestones.filter((milestone) => needsOf(milestone).some((anchor) => 'milestone' in anchor && anchor.milestone === milestone.key)).map(({ key }) => key));
  for (const key of graph.circular) if (!waitsForItself.has(key)) yield { code: 'cycle', path: 'milestones', key };
  for (const [place, milestone] of template.milestones.entries()) {
    const path = `milestones.${place}`;
    if (!stages.has(milestone.stage)) yield { code: 'unknownStage', path: `${path}.stage`, key: milestone.stage };
    yield* ofResponsible(milestone, path, around);
    for (const event of milestone.produces) {
      if (!graph.events.has(event)) yield { code: 'unknownEvent', path: `${path}.produces`, key: event };
      if (produced.has(event)) yield { code: 'producedTwice', path: `${path}.produces`, key: event };
      produced.add(event);
    }
    yield* ofAnchors(milestone, path, graph);
    for (const attribute of contradicted(milestone.when)) yield { code: 'unreachable', path: `${path}.when`, key: attribute };
    if (around.attributes) for (const { attribute } of milestone.when ?? []) if (!around.attributes.has(attribute)) yield { code: 'unknownAttribute', path: `${path}.when`, key: attribute };
    yield* checkRules(milestone, [...rulesWithin(milestone.due)], path, graph, circular);
  }
  yield* checkGates(template, graph);
  yield* checkReminders(template);
}

/** What is wrong with a template; empty for a sound one, at most a thousand. Asked before a template is stored and when the program starts. Never throws. */
export function checkTemplate(candidate: unknown, around: Surroundings = {}): TemplateProblem[] {
  if (isTooLarge(candidate)) return [{ code: 'shape', path: '', key: 'too large, or nested too deeply' }];
  const parsed = workflowTemplate.safeParse(candidate);
  if (!parsed.success) return parsed.error.issues.slice(0, MOST_PROBLEMS).map((issue) => ({ code: 'shape', path: issue.path.join('.'), key: issue.message }));
  const found: TemplateProblem[] = [];
  for (const problem of problems(parsed.data, around)) {
    found.push(problem);
    if (found.length === MOST_PROBLEMS) break;
  }
  return found;
}
