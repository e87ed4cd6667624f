import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { LocalisedText, Milestone } from '@tawama/contracts';
import { weekdayName } from '@tawama/messages';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { useMilestoneLink } from '../milestones/links.js';
import { useWords } from '../ui/words.js';
import { monthOf, weeksOf } from './month.js';

export interface MonthProps { steps: readonly Milestone[]; month: string; today: string; titleOf: ReadonlyMap<string, LocalisedText>; holidayOn: (on: string) => string | null; sessionsOn: (on: string) => readonly string[] }
const SHOWN = 3;
/** Monday first; `weekdayName` counts from Sunday. */
const WEEK = [1, 2, 3, 4, 5, 6, 0];

const partner = (title: string): string => title.split('–').at(-1)?.trim() ?? title;

/** The month as a table, week by week from Monday; the list view holds every step that a day leaves out. */
export function MonthGrid({ steps, month, today, titleOf, holidayOn, sessionsOn }: MonthProps) {
  const { t, language, text, date, label } = useWords();
  const linkTo = useMilestoneLink();
  const { search } = useLocation();
  const listOf = () => { const parameters = new URLSearchParams(search); parameters.set('view', 'list'); return `?${parameters.toString()}`; };
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('calendar.title')}>
      <Box component="table" sx={{ borderCollapse: 'collapse', tableLayout: 'fixed', inlineSize: '100%', minInlineSize: 640 }}>
        <thead><tr>{WEEK.map((day) => <Box component="th" key={day} scope="col" sx={{ padding: 1, fontWeight: 600, fontSize: '0.875rem', color: 'text.secondary', textAlign: 'start' }}>{weekdayName(day, language)}</Box>)}</tr></thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((on, weekdayIndex) => {
                const due = steps.filter((step) => step.dueOn === on);
                const holiday = holidayOn(on);
                const outside = monthOf(on) !== month;
                return (
                  <Box component="td" key={on} aria-current={on === today ? 'date' : undefined} sx={{ border: 1, borderColor: 'divider', verticalAlign: 'top', blockSize: 104, padding: 0.75, fontSize: '0.8125rem', lineHeight: 1.5, bgcolor: outside || weekdayIndex > 4 || holiday !== null ? 'action.hover' : 'transparent' }}>
                    <Box component="span" title={date(on, 'weekday')} sx={{ display: 'inline-grid', placeItems: 'center', minInlineSize: 26, minBlockSize: 26, borderRadius: 13, color: outside ? 'text.secondary' : 'text.primary', ...(on === today ? { bgcolor: 'primary.main', color: 'primary.contrastText', fontWeight: 600 } : {}) }}>{Number(on.slice(8))}</Box>
                    {holiday !== null && <Box component="span" sx={{ marginInlineStart: 0.5, color: 'secondary.main' }}>{holiday}</Box>}
                    {!outside && sessionsOn(on).map((session) => <Box key={session} component="span" sx={{ display: 'block', marginBlockStart: 0.5, color: 'secondary.main' }}>{session}</Box>)}
                    {!outside && due.slice(0, SHOWN).map((step) => (
                      <Link key={step.id} component={RouterLink} to={linkTo(step.id)} color="inherit" title={`${text(step.title)} · ${label('milestoneStatus', step.status)}`}
                        sx={{ display: 'block', marginBlockStart: 0.5, paddingInline: 0.75, minBlockSize: 24, borderInlineStart: '4px solid', borderColor: step.daysLate > 0 ? 'error.main' : step.status === 'done' ? 'success.main' : 'primary.main', bgcolor: 'background.paper', borderRadius: '2px', overflowWrap: 'anywhere' }}>
                        <Box component="bdi" sx={{ display: 'block', fontWeight: 600 }}>{partner(text(titleOf.get(step.agreementId)))}</Box>
                        <Box component="span" sx={{ display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden' }}>{text(step.title)}</Box>
                      </Link>
                    ))}
                    {!outside && due.length > SHOWN && <Link component={RouterLink} to={listOf()} sx={{ display: 'block', minBlockSize: 24 }}>{t('calendar.more', { smart_count: due.length - SHOWN })}</Link>}
                  </Box>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
