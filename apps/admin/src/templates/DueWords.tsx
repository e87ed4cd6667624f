import { anchorsOf, type Anchor, type DueRule, type WorkflowTemplate } from '@tawama/workflow';
import Box from '@mui/material/Box';
import { useWords } from '../ui/words.js';

/** How a due date comes about, in words: «بعد 15 يوما من: اتخاذ المقرر». */
export function DueWords({ rule, template }: { rule: DueRule; template: WorkflowTemplate }) {
  const { t, text, date } = useWords();
  const anchorWords = (anchor: Anchor): string => {
    if ('event' in anchor) return text(template.events.find((event) => event.key === anchor.event)?.title);
    const step = template.milestones.find((one) => one.key === anchor.milestone);
    return step ? `${step.number} ${text(step.title)}` : anchor.milestone;
  };
  if (rule.rule === 'fixed') return <>{t('templates.rule.fixed', { date: date(rule.on) })}</>;
  if (rule.rule === 'latest') {
    return <>{t('templates.rule.latest')}<Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{rule.of.map((one, index) => <li key={index}><DueWords rule={one} template={template} /></li>)}</Box></>;
  }
  // Until these rules have words of their own: the dates that they are counted from.
  if (rule.rule !== 'offset' || rule.weeks || rule.quarters || rule.years || rule.working) return <>{[...new Set(anchorsOf(rule).map(anchorWords))].join(' · ')}</>;
  const { days = 0, months = 0 } = rule;
  const anchor = anchorWords(rule.from);
  if (months === 0) return <>{days === 0 ? t('templates.rule.sameDay', { anchor }) : t(days > 0 ? 'templates.rule.daysAfter' : 'templates.rule.daysBefore', { smart_count: Math.abs(days), anchor })}</>;
  const byMonths = t(months > 0 ? 'templates.rule.monthsAfter' : 'templates.rule.monthsBefore', { smart_count: Math.abs(months), anchor });
  return <>{byMonths}{days !== 0 && ` ${t(days > 0 ? 'templates.rule.plusDays' : 'templates.rule.minusDays', { smart_count: Math.abs(days) })}`}</>;
}
