import type { Anchor, DueRule, Offset } from './due-rule.js';
import type { TemplateGraph } from './graph.js';
import { distanceOf } from './rules/placed.js';
import type { TemplateMilestone } from './template.js';

export type RuleProblemCode = 'endless' | 'precedesAnchor' | 'fractionOutside' | 'legalMoved' | 'proofOfOneSide';

interface RuleProblem { readonly code: RuleProblemCode; readonly path: string; readonly key: string }

const SHORTEST_MONTH = 28;
const LONGEST_MONTH = 31;

/** The fewest days by which a date can follow what it is counted from; negative when it can precede it. */
export function fewestDays(offset: Offset): number {
  const { months, days, working } = distanceOf(offset);
  return months * (months < 0 ? LONGEST_MONTH : SHORTEST_MONTH) + days + (working?.days ?? 0);
}

/** True when the step itself brings the anchor about, at once or through others. */
function feeds(milestone: TemplateMilestone, anchor: Anchor, graph: TemplateGraph, circular: ReadonlySet<string>): boolean {
  if ('event' in anchor && milestone.produces.includes(anchor.event)) return true;
  const source = 'milestone' in anchor ? anchor.milestone : graph.producers.get(anchor.event)?.key;
  return source !== undefined && circular.has(milestone.key) && circular.has(source);
}

/** What makes no sense in the rules of one step. */
export function* checkRules(milestone: TemplateMilestone, rules: readonly DueRule[], path: string, graph: TemplateGraph, circular: ReadonlySet<string>): Generator<RuleProblem> {
  const { key, repeats } = milestone;
  if (repeats && repeats.until === undefined && repeats.times === undefined) yield { code: 'endless', path: `${path}.repeats`, key };
  if (milestone.proof === 'confirmedByBoth' && (milestone.confirmations ?? 'both') !== 'both') yield { code: 'proofOfOneSide', path: `${path}.proof`, key };
  for (const rule of rules) {
    // Working days of 0 move a date off a day of rest: what the law sets is not moved.
    if (milestone.legal === true && 'working' in rule && rule.working?.days === 0) yield { code: 'legalMoved', path: `${path}.due`, key };
    if (rule.rule === 'fraction' && (rule.numerator < 0 || rule.numerator > rule.denominator)) yield { code: 'fractionOutside', path: `${path}.due`, key };
    const ahead = rule.rule === 'beforeSession' ? -1 : rule.rule === 'offset' ? fewestDays(rule) : 0;
    if (ahead < 0 && 'from' in rule && feeds(milestone, rule.from, graph, circular)) yield { code: 'precedesAnchor', path: `${path}.due`, key };
  }
}
