import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { TodayRow } from '@tawama/contracts';
import { daysBetween } from '@tawama/domain';
import { Link as RouterLink } from 'react-router-dom';
import { IdentificationMark } from '../cities/IdentificationMark.js';
import { useMilestoneLink } from '../milestones/links.js';
import { StepActions } from '../milestones/StepActions.js';
import { useAgo, useToday } from '../ui/dates.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column } from '../ui/list/columns.js';
import { Rows } from '../ui/list/Rows.js';
import { Name } from '../ui/Name.js';
import { VitalityMark } from '../ui/VitalityMark.js';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';

/** One line an agreement: where it stands, what comes next, how late, who must act, when somebody was last spoken to. */
export function TodayRows({ rows }: { rows: readonly TodayRow[] }) {
  const { t, label, country, date, delay, text, colon } = useWords();
  const today = useToday();
  const ago = useAgo();
  const linkTo = useMilestoneLink();
  const phone = useMediaQuery((theme: Theme) => theme.breakpoints.down('sm'), { noSsr: true });
  const mainHome = mostFrequent(rows.map((row) => row.homeCityId));
  const columns: readonly Column<TodayRow>[] = [
    { key: 'agreement', label: t('today.columns.agreement'), title: true, width: '22%', cell: (row) => (
      <>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
          <Link component={RouterLink} to={`/agreements/${row.id}`} color="inherit" sx={{ fontWeight: 600 }}><Name of={row.partnerName} /></Link>
          {row.identification !== 'established' && <Box component="span" sx={{ fontSize: '0.8125rem', fontWeight: 400 }}><IdentificationMark value={row.identification} /></Box>}
        </Box>
        <Typography variant="body2" color="text.secondary">{country(row.country)}{row.homeCityId !== mainHome && <> · <bdi>{text(row.homeName)}</bdi></>}</Typography>
      </>
    ) },
    { key: 'state', label: t('today.columns.state'), width: '15%', cell: (row) => <><State of={row} /><VitalityMark of={row.vitality} quiet /></> },
    { key: 'stage', label: t('today.columns.stage'), from: 'lg', cell: (row) => <Name of={row.stageTitle} /> },
    { key: 'next', label: t('today.columns.next'), width: '28%', cell: (row) => (row.next === null ? t('today.noNext') : (
      <>
        <Link component={RouterLink} to={linkTo(row.next.milestoneId)} color="inherit"><Name of={row.next.title} /></Link>
        {row.next.dueOn !== null && <Typography variant="body2" color="text.secondary">{date(row.next.dueOn, 'short')}{row.next.provisional ? ` (${t('today.provisional')})` : daysBetween(today, row.next.dueOn) >= 0 ? ` · ${delay(daysBetween(today, row.next.dueOn))}` : ''}</Typography>}
      </>
    )) },
    { key: 'waitingOn', label: t('today.columns.waitingOn'), cell: (row) => (row.next?.waitingOn == null ? t('today.nobody') : label('waitingOn', row.next.waitingOn)) },
    { key: 'lastContact', label: t('today.columns.lastContact'), cell: (row) => (
      <>
        {row.lastContactOn === null ? <Box component="span" sx={{ color: 'text.secondary' }}>{t('today.noContact')}</Box> : <span title={date(row.lastContactOn)}>{ago(row.lastContactOn)}</span>}
        {row.counterpartName !== null && <Typography variant="body2" color="text.secondary" sx={{ whiteSpace: { sm: 'nowrap' } }}><bdi>{row.counterpartName}</bdi></Typography>}
      </>
    ) },
  ];
  const card = (row: TodayRow) => (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: 1, rowGap: 0.25, alignItems: 'start' }}>
      <Box sx={{ minInlineSize: 0 }}>
        <Link component={RouterLink} to={`/agreements/${row.id}`} color="inherit" sx={{ fontWeight: 600 }}><Name of={row.partnerName} /></Link>
        {row.identification !== 'established' && <Box component="span" sx={{ fontSize: '0.8125rem', marginInlineStart: 1 }}><IdentificationMark value={row.identification} /></Box>}
      </Box>
      <Box sx={{ fontSize: '0.875rem' }}><State of={row} /></Box>
      {row.vitality !== null && row.vitality.level !== 'active' && <Box sx={{ gridColumn: '1 / -1', fontSize: '0.875rem' }}><VitalityMark of={row.vitality} /></Box>}
      <Box sx={{ gridColumn: '1 / -1', fontSize: '0.875rem' }}>{row.next === null ? t('today.noNext') : <><Link component={RouterLink} to={linkTo(row.next.milestoneId)} color="inherit" underline="always"><Name of={row.next.title} /></Link>{row.next.dueOn !== null && ` · ${date(row.next.dueOn, 'dayMonth')}`}</>}</Box>
      <Box sx={{ gridColumn: '1 / -1', display: 'flex', gap: 1, alignItems: 'flex-end', justifyContent: 'space-between' }}>
        <Typography variant="body2" color="text.secondary">
          <Name of={row.stageTitle} />{row.next?.waitingOn != null && ` · ${t('today.columns.waitingOn')}${colon}${label('waitingOn', row.next.waitingOn)}`}{` · ${t('today.columns.lastContact')}${colon}`}{row.lastContactOn === null ? t('today.noContact') : ago(row.lastContactOn)}
        </Typography>
        <Box sx={{ display: 'flex', flex: 'none', marginInlineEnd: -1 }}><StepActions icons milestoneId={row.next?.milestoneId ?? null} agreementId={row.id} status="open" /></Box>
      </Box>
    </Box>
  );
  if (rows.length === 0) return <EmptyState title={t('list.nothing')} to="/agreements" action={t('shell.menu.agreements')} />;
  const shared = { label: t('today.rows'), columns, rows, keyOf: (row: TodayRow) => row.id };
  if (phone) return <Rows {...shared} card={card} />;
  return <Rows {...shared} actionsLabel={t('today.columns.actions')} actions={(row) => <StepActions milestoneId={row.next?.milestoneId ?? null} agreementId={row.id} status="open" />} />;
}

/** How it stands with its dates; one that is suspended has nothing to be late with. */
function State({ of: row }: { of: TodayRow }) {
  const { label, delay } = useWords();
  if (row.status === 'suspended') return <StatusMark group="agreementStatus" value={row.status} />;
  return <StatusMark group="health" value={row.health} word={row.daysLate > 0 ? delay(-row.daysLate) : label('health', row.health)} />;
}

/** The home authority of most rows goes without saying; the others are named. */
const mostFrequent = (ids: readonly string[]): string | undefined => {
  const count = (id: string) => ids.filter((other) => other === id).length;
  return [...new Set(ids)].sort((a, b) => count(b) - count(a))[0];
};
