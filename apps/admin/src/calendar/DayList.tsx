import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router-dom';
import { useMilestoneLink } from '../milestones/links.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Name } from '../ui/Name.js';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';
import { daysOf } from './month.js';
import type { MonthProps } from './MonthGrid.js';

/** The same month by day, for a phone and for whoever reads lists. */
export function DayList({ steps, month, titleOf, holidayOn, sessionsOn }: MonthProps) {
  const { t, date, delay } = useWords();
  const linkTo = useMilestoneLink();
  const meeting = daysOf(month).filter((on) => sessionsOn(on).length > 0);
  if (steps.length === 0 && meeting.length === 0) return <EmptyState title={t('calendar.nothing')} to="/milestones" action={t('agreements.seeAll')} />;
  const days = [...new Set([...steps.flatMap(({ dueOn }) => dueOn ?? []), ...meeting])].toSorted();
  return (
    <Box>
      {days.map((on) => { const holiday = holidayOn(on); return (
        <Box component="section" key={on} sx={{ paddingInline: { xs: 2, sm: 2.5 }, paddingBlock: 1.5, borderBlockEnd: '1px solid', borderColor: 'divider', '&:last-of-type': { borderBlockEnd: 0 } }}>
          <Typography variant="h3">{date(on, 'weekday')}{holiday !== null && <Box component="span" sx={{ color: 'secondary.main', fontWeight: 400 }}> · {t('calendar.holiday', { name: holiday })}</Box>}</Typography>
          {sessionsOn(on).map((session) => <Typography key={session} variant="body2" sx={{ color: 'secondary.main' }}>{session}</Typography>)}
          <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
            {steps.filter((step) => step.dueOn === on).map((step) => (
              <Box component="li" key={step.id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline', paddingBlock: 0.5 }}>
                <Box sx={{ flex: '1 1 260px', minInlineSize: 0 }}>
                  <Link component={RouterLink} to={linkTo(step.id)} color="inherit" sx={{ fontWeight: 600 }}><Name of={step.title} /></Link>
                  <Typography variant="body2" color="text.secondary"><Name of={titleOf.get(step.agreementId)} /></Typography>
                </Box>
                {step.daysLate > 0 ? <StatusMark group="health" value="late" word={delay(-step.daysLate)} /> : <StatusMark group="milestoneStatus" value={step.status} />}
              </Box>
            ))}
          </Box>
        </Box>
      ); })}
    </Box>
  );
}
