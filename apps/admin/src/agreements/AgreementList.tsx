import LinearProgress from '@mui/material/LinearProgress';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Agreement, City } from '@tawama/contracts';
import { formatPercent } from '@tawama/messages';
import { useGetList } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useMilestoneLink } from '../milestones/links.js';
import { useMay } from '../providers/session-context.js';
import { useAgo } from '../ui/dates.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Name } from '../ui/Name.js';
import { Page } from '../ui/Page.js';
import { VitalityMark } from '../ui/VitalityMark.js';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';

const STATUSES = ['preparing', 'active', 'suspended', 'completed', 'terminated', 'expired'] as const;
const LEVELS = ['active', 'watch', 'struggling', 'dormant'] as const;
const TYPES = ['twinning', 'friendship', 'memorandum', 'chamber'] as const;

/** Every agreement, filters and order in the address. */
export default function AgreementList() {
  const { t, label, text, date, delay, language } = useWords();
  const ago = useAgo();
  const linkTo = useMilestoneLink();
  const mayCreate = useMay('agreement.create');
  const { data: homes = [] } = useGetList<City>('cities', { filter: { role: 'home' }, pagination: { page: 1, perPage: 50 }, sort: { field: 'name', order: 'ASC' } });
  const columns: readonly Column<Agreement>[] = [
    { key: 'title', label: t('agreements.columns.title'), title: true, sort: 'title', width: '26%', cell: (row) => <Link component={RouterLink} to={`/agreements/${row.id}`} color="inherit" sx={{ fontWeight: 600 }}><Name of={row.title} /></Link> },
    { key: 'status', label: t('agreements.columns.status'), sort: 'status', cell: (row) => <><StatusMark group="agreementStatus" value={row.status} /><Typography variant="body2" color="text.secondary">{row.statusOn === null ? text(row.stageTitle) : date(row.statusOn, 'short')}</Typography>{row.renewal?.open === true && <Typography variant="body2">{t('agreements.renewal.open')}</Typography>}</> },
    { key: 'progress', label: t('agreements.columns.progress'), sort: 'progress', from: 'lg', cell: (row) => (
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minInlineSize: 88 }}>
        <LinearProgress variant="determinate" value={row.progress} aria-label={t('agreements.columns.progress')} sx={{ flex: 1, blockSize: 8, borderRadius: 4 }} /><span>{formatPercent(row.progress, language)}</span>
      </Box>
    ) },
    { key: 'next', label: t('agreements.columns.next'), sort: 'nextDueOn', width: '32%', cell: (row) => (row.next === null ? t('today.noNext') : (
      <>
        <Link component={RouterLink} to={linkTo(row.next.milestoneId)} color="inherit"><Name of={row.next.title} /></Link>
        <Typography variant="body2" color="text.secondary">{date(row.nextDueOn, 'short')}</Typography>
      </>
    )) },
    { key: 'late', label: t('agreements.columns.late'), sort: 'daysLate', cell: (row) => (row.status !== 'preparing' && row.status !== 'active' ? '–' : row.daysLate > 0 ? <StatusMark group="health" value="late" word={delay(-row.daysLate)} /> : <StatusMark group="health" value="onTime" />) },
    { key: 'vitality', label: t('agreements.columns.vitality'), sort: 'vitality', width: '16%', cell: (row) => (row.vitality === null ? '–' : <VitalityMark of={row.vitality} />) },
    { key: 'contact', label: t('agreements.columns.contact'), sort: 'lastContactOn', from: 'md', cell: (row) => (row.lastContactOn === null ? t('today.noContact') : ago(row.lastContactOn)) },
  ];
  const filters: readonly Filter[] = [
    { source: 'status', label: t('agreements.columns.status'), options: STATUSES.map((value) => ({ value, label: label('agreementStatus', value) })) },
    { source: 'late', label: t('agreements.columns.late'), options: [{ value: 'true', label: label('health', 'late') }, { value: 'false', label: label('health', 'onTime') }] },
    { source: 'vitality', label: t('agreements.columns.vitality'), options: LEVELS.map((value) => ({ value, label: label('vitality', value) })) },
    { source: 'renewal', label: t('agreements.renewal.label'), options: (['open', 'ahead'] as const).map((value) => ({ value, label: t(`agreements.renewal.${value}`) })) },
    { source: 'type', label: t('agreements.columns.type'), options: TYPES.map((value) => ({ value, label: label('agreementType', value) })) },
    { source: 'homeCityId', label: t('agreements.columns.home'), options: homes.map((city) => ({ value: city.id, label: text(city.name) })) },
  ];
  return (
    <Page title={t('shell.menu.agreements')} actions={mayCreate && <Button component={RouterLink} to="/agreements/create" variant="contained">{t('agreements.create')}</Button>}>
      <ResourceList<Agreement> resource="agreements" label={t('shell.menu.agreements')} columns={columns} filters={filters} search savedViews sort={{ field: 'title', order: 'ASC' }}
        empty={<EmptyState title={t('agreements.none')} {...(mayCreate ? { to: '/agreements/create', action: t('agreements.create') } : {})} />} />
    </Page>
  );
}
