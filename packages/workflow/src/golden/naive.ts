import type { Calendars, CouncilSession } from '../calendars.js';
import { anchorsOf, type Anchor, type DueRule, type Offset, type WorkingOffset } from '../due-rule.js';
import type { PlanFacts } from '../due-dates.js';
import type { TemplateMilestone, WorkflowTemplate } from '../template.js';

/** A date and whether it is certain; undefined where there is none. Slow and simple: native dates, one day at a time, nothing kept. */
type Answer = { on: string; sure: boolean } | undefined;

const DAY = 86_400_000;
const plus = (on: string, days: number): string => new Date(Date.parse(on) + days * DAY).toISOString().slice(0, 10);
const inYears = (answer: Answer): Answer => (answer && answer.on >= '1900-01-01' && answer.on <= '2200-12-31' ? answer : undefined);

function plusMonths(on: string, months: number): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

function walk(from: Answer, { days, side }: WorkingOffset, calendars: Calendars): Answer {
  const sides = side === 'both' ? [calendars.home, calendars.partner] : [calendars[side]];
  const isOff = (on: string): boolean => sides.some((one) => one.weekend.some((off) => off % 7 === new Date(on).getUTCDay()) || one.holidays.has(on));
  const isEstimate = (on: string): boolean => !sides.some((one) => one.weekend.some((off) => off % 7 === new Date(on).getUTCDay()) || (one.holidays.has(on) && !one.estimated?.has(on))) && isOff(on);
  if (!from) return undefined;
  let { on, sure } = from;
  for (let left = Math.abs(days), first = days === 0; left > 0 || (days === 0 && (first || isOff(on)));) {
    if (days !== 0 || !first) on = plus(on, days < 0 ? -1 : 1);
    first = false;
    if (isEstimate(on)) sure = false;
    if (!isOff(on)) left -= 1;
  }
  return { ...from, on, sure };
}

export function naive(template: WorkflowTemplate, facts: PlanFacts, calendars: Calendars, occurrence = 0) {
  const stepOf = (key: string): TemplateMilestone | undefined => template.milestones.find((one) => one.key === key);
  const move = (from: Answer, o: Offset, months: number): Answer => {
    const moved = inYears(from && { ...from, on: plus(plusMonths(from.on, (o.years ?? 0) * 12 + (o.quarters ?? 0) * 3 + (o.months ?? 0) + months), (o.weeks ?? 0) * 7 + (o.days ?? 0)) });
    return o.working ? inYears(walk(moved, o.working, calendars)) : moved;
  };
  const ofAnchor = (anchor: Anchor): Answer => {
    if ('event' in anchor) return facts.events[anchor.event] === undefined ? undefined : { on: facts.events[anchor.event] ?? '', sure: true };
    const known = facts.milestones.get(anchor.milestone);
    const due = ofStep(anchor.milestone, 0);
    if (known?.status === 'done' && known.doneOn !== null) return { on: known.doneOn, sure: true };
    return due && { on: due.on, sure: known?.status === 'notApplicable' };
  };
  const notApplicable = (anchor: Anchor): boolean => 'milestone' in anchor && facts.milestones.get(anchor.milestone)?.status === 'notApplicable';
  const isOut = (rule: DueRule): boolean => {
    if (rule.rule === 'latest' || rule.rule === 'earliest') return rule.of.every(isOut);
    return anchorsOf(rule).some(notApplicable);
  };
  const ofRule = (rule: DueRule, months: number): Answer => {
    switch (rule.rule) {
      case 'fixed': return inYears({ on: plusMonths(rule.on, months), sure: true });
      case 'offset': return move(ofAnchor(rule.from), rule, months);
      case 'endOf': {
        const from = ofAnchor(rule.from);
        const [year = '', month = ''] = from ? plusMonths(from.on, months).split('-') : [];
        const end = rule.period === 'year' || month >= '10' ? '12-31' : month <= '03' ? '03-31' : month <= '06' ? '06-30' : '09-30';
        return move(from && { ...from, on: `${year}-${end}` }, rule, 0);
      }
      case 'beforeSession': {
        const from = ofAnchor(rule.from);
        const after = from ? plusMonths(from.on, months) : '';
        const session = from && calendars.sessions.reduce<CouncilSession | undefined>((best, one) =>
          ((rule.orOn ? one.beginsOn >= after : one.beginsOn > after) && (rule.month === undefined || Number(one.beginsOn.slice(5, 7)) === rule.month) && (!best || one.beginsOn < best.beginsOn) ? one : best), undefined);
        const begins = from && session && { ...from, on: session.beginsOn, sure: from.sure && session.confirmed };
        if (rule.lead && 'working' in rule.lead) return walk(begins, { ...rule.lead.working, days: -rule.lead.working.days }, calendars);
        return begins && { ...begins, on: plus(begins.on, -(rule.lead?.days ?? 1)) };
      }
      case 'fraction': {
        const from = ofAnchor(rule.from);
        const to = ofAnchor(rule.to);
        if (!from || !to || to.on < from.on) return undefined;
        const days = (Date.parse(to.on) - Date.parse(from.on)) / DAY;
        return move({ on: plus(from.on, Math.floor((days * rule.numerator) / rule.denominator)), sure: from.sure && to.sure }, rule, months);
      }
      default: {
        const all = rule.of.map((part) => ofRule(part, months));
        const kept = rule.of.every(isOut) ? all : all.filter((_, place) => { const part = rule.of[place]; return part && !isOut(part); });
        const dated = kept.flatMap((part) => part ?? []).sort((a, b) => (a.on < b.on ? -1 : 1));
        const best = rule.rule === 'latest' ? (dated.length === kept.length ? dated.at(-1) : undefined) : dated[0];
        return best && { on: best.on, sure: dated.length === kept.length && dated.every(({ sure }) => sure) };
      }
    }
  };
  /** @param months later than the anchors */
  const ofStep = (key: string, months: number): Answer => {
    const step = stepOf(key);
    const known = facts.milestones.get(key);
    if (known?.pinned && known.dueOn !== null) return { on: known.dueOn, sure: true };
    return step && ofRule(step.due, months);
  };
  return (key: string): { dueOn: string | null; provisional: boolean } => {
    const answer = ofStep(key, occurrence);
    const pinned = facts.milestones.get(key)?.pinned === true;
    return { dueOn: answer?.on ?? null, provisional: answer !== undefined && !answer.sure && !pinned };
  };
}
