import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import type { Dashboard } from '@tawama/contracts';
import { todayParts } from '@tawama/messages';
import { useDataProvider } from 'ra-core';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { Card, Page } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { Ground } from './Ground.js';
import { MyBands } from './MyBands.js';
import { TodayRows } from './TodayRows.js';

/** The first view, understood in ten seconds: one sentence, the agreements with the most urgent first, then one's own steps. */
export default function TodayPage() {
  const { t, language, date } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['dashboard'], queryFn: () => provider.read<Dashboard>('dashboard') });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Page title={t('shell.menu.today')}><Waiting rows={10} /></Page>;
  const parts = todayParts(data, language);
  return (
    <Page title={t('shell.menu.today')}
      heading={<Box component="span" sx={{ fontSize: { xs: '1.3rem', sm: '1.6rem' } }}><Number to="#my-steps">{parts.waiting}</Number>{language === 'ar' ? '؛ ' : language === 'fr' ? ' ; ' : '; '}<Number to="/agreements?filter={}">{parts.onTime}</Number></Box>}
      lead={<>{date(data.today, 'weekday')}</>}>
      <Ground />
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}>
        <li><Number to={listWith({ status: 'active' })}>{t('today.active', { smart_count: data.active })}</Number></li>
        <li><Number to={listWith({ status: 'preparing' })}>{t('today.preparing', { smart_count: data.preparing })}</Number></li>
        {data.late > 0 && <li><Number to={listWith({ late: 'true' })}>{t('today.late', { smart_count: data.late })}</Number></li>}
        {data.renewals > 0 && <li><Number to={listWith({ renewal: 'open' })}>{t('today.renewals', { smart_count: data.renewals })}</Number></li>}
        {data.pendingCities > 0 && <li><Number to={`/cities?filter=${encodeURIComponent(JSON.stringify({ identification: 'pending' }))}`}>{t('today.pendingCities', { smart_count: data.pendingCities })}</Number></li>}
      </Box>
      <Card id="rows" title={t('today.rows')} flush><TodayRows rows={data.rows} /></Card>
      <MyBands />
    </Page>
  );
}

const listWith = (filter: Record<string, string>): string => `/agreements?filter=${encodeURIComponent(JSON.stringify(filter))}`;

/** A number is a way to the rows behind it. */
function Number({ to, children }: { to: string; children: ReactNode }) {
  if (to.startsWith('#')) return <Link href={to} color="inherit" underline="always" sx={{ display: 'inline-block', minBlockSize: 28 }} onClick={(event) => { event.preventDefault(); document.getElementById(to.slice(1))?.scrollIntoView({ block: 'start' }); }}>{children}</Link>;
  return <Link component={RouterLink} to={to} color="inherit" underline="always" sx={{ display: 'inline-block', minBlockSize: 28 }}>{children}</Link>;
}
