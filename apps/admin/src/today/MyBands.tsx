import EventIcon from '@mui/icons-material/EventOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { MyDay, MyDayItem } from '@tawama/contracts';
import { useDataProvider } from 'ra-core';
import { Suspense } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { seldom } from '../ahead/seldom.js';
import { useAsking } from '../legal/asking.js';
import { useMilestoneLink } from '../milestones/links.js';
import { StepActions } from '../milestones/StepActions.js';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useSession } from '../providers/session-context.js';
import { listOf } from '../ui/links.js';
import { Name } from '../ui/Name.js';
import { Card } from '../ui/Page.js';
import { Mark, StatusMark } from '../ui/StatusMark.js';
import { Successors } from './Successors.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

const Silences = seldom(() => import('../legal/Silences.js'));
const BANDS = ['overdue', 'dueToday', 'next7Days', 'toReview', 'waitingOnOthers'] as const;
const SHOWN = 8;

/** One's own day in bands. An empty band says so in a line, so that the shape of the page stays. */
export function MyBands() {
  const { t, colon } = useWords();
  const { me } = useSession();
  const provider = useDataProvider<ClubDataProvider>();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['my-day'], queryFn: () => provider.read<MyDay>('my-day') });
  const asking = useAsking();
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  const mine: Record<string, string> = me.personId === null ? {} : { ownerId: me.personId };
  const filterOf: Record<(typeof BANDS)[number], Record<string, string>> = {
    overdue: { late: 'true', ...mine }, dueToday: { dueOnFrom: data?.today ?? '', dueOnTo: data?.today ?? '', ...mine }, next7Days: { dueOnFrom: data?.today ?? '', status: 'open', ...mine },
    toReview: { status: 'submitted' }, waitingOnOthers: { waitingOn: 'governor,president,council,mayors,partnerCouncil,partnerCity,both' },
  };
  const linkOf = (band: (typeof BANDS)[number]): string => listOf('/milestones', filterOf[band]);
  return (
    <Card id="my-steps" title={t('today.bands')} flush>
      {asking.total > 0 && <Suspense><Silences {...asking} /></Suspense>}
      {!isPending && <Successors of={data.handovers} />}
      {isPending ? <Waiting rows={5} /> : BANDS.map((band) => (
        <Box component="section" key={band} aria-labelledby={`band-${band}`} sx={{ paddingInline: { xs: 2, sm: 2.5 }, paddingBlock: 1.5, borderBlockEnd: '1px solid', borderColor: 'divider', '&:last-of-type': { borderBlockEnd: 0 } }}>
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
            <Typography variant="h3" id={`band-${band}`}>{t(`today.band.${band}`)}</Typography>
            {data[band].total === 0 ? <Typography color="text.secondary">0</Typography> : <Link component={RouterLink} to={linkOf(band)} aria-label={`${t(`today.band.${band}`)}${colon}${data[band].total}`} sx={{ minInlineSize: 24, minBlockSize: 24, textAlign: 'center' }}>{data[band].total}</Link>}
          </Box>
          {data[band].data.length === 0 ? <Typography color="text.secondary" variant="body2">{t(`today.bandEmpty.${band}`)}</Typography> : (
            <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {data[band].data.slice(0, SHOWN).map((item) => <Item key={item.id} item={item} />)}
            </Box>
          )}
          {data[band].total > SHOWN && <Link component={RouterLink} to={linkOf(band)}>{t('today.bandMore', { count: data[band].total })}</Link>}
        </Box>
      ))}
    </Card>
  );
}

function Item({ item }: { item: MyDayItem }) {
  const { date, delay, label } = useWords();
  const linkTo = useMilestoneLink();
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5, paddingBlock: 0.5 }}>
      <Box sx={{ flex: '1 1 260px', minInlineSize: 0 }}>
        <Link component={RouterLink} to={linkTo(item.id)} color="inherit"><Name of={item.title} /></Link>
        <Typography variant="body2" color="text.secondary"><Name of={item.agreementTitle} />{item.waitingOn !== null && ` · ${label('waitingOn', item.waitingOn)}`}</Typography>
      </Box>
      <Box sx={{ flex: '0 1 190px' }}>{item.daysLate > 0 ? <StatusMark group="health" value="late" word={delay(-item.daysLate)} /> : <Mark icon={EventIcon} tone="neutral">{date(item.dueOn, 'short')}</Mark>}</Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, minInlineSize: { sm: 110 } }}><StepActions icons milestoneId={item.id} agreementId={item.agreementId} status={item.status} /></Box>
    </Box>
  );
}
