import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import ChevronIcon from '@mui/icons-material/ArrowForwardIosOutlined';
import WarningIcon from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Permission } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { Link } from 'react-router-dom';
import { useMay, useSession } from '../providers/session-context.js';
import { ADMINISTRATION, MAIN } from '../shell/menu.js';
import { listOf } from '../ui/links.js';
import { Card, Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { Mark } from '../ui/StatusMark.js';
import { useWords, type TextKey } from '../ui/words.js';
import { HealthCard } from './HealthCard.js';

const GROUPS = [
  { title: 'administration.daily', entries: ['projects', 'milestones', 'cities', 'people', 'outbox'] },
  { title: 'administration.keeping', entries: ['templates', 'holidays', 'sessions', 'legal', 'users'] },
  { title: 'administration.machine', entries: ['audit', 'jobs'] },
] as const;
type Tile = (typeof GROUPS)[number]['entries'][number];
const ENTRIES = [...MAIN, ...ADMINISTRATION];
const entryOf = (tile: Tile) => ENTRIES.find((entry) => entry.text === `shell.menu.${tile}`);

/** The way to everything that is not needed daily, and what waits there. */
export default function AdministrationPage() {
  const { t } = useWords();
  const { me } = useSession();
  const shown = (tile: Tile): boolean => { const entry = entryOf(tile); return entry !== undefined && me.permissions.includes(entry.permission); };
  return (
    <Page title={t('administration.title')} lead={t('administration.lead')}>
      <HealthCard />
      <Attention />
      {GROUPS.filter(({ entries }) => entries.some(shown)).map(({ title, entries }) => (
        <Box key={title} component="section">
          <Typography variant="h2" sx={{ marginBlockEnd: 1 }}>{t(title)}</Typography>
          <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))', lg: 'repeat(3, minmax(0, 1fr))' } }}>
            {entries.filter(shown).map((tile) => <TileLink key={tile} tile={tile} />)}
          </Box>
        </Box>
      ))}
    </Page>
  );
}

function TileLink({ tile }: { tile: Tile }) {
  const { t } = useWords();
  const entry = entryOf(tile);
  if (entry === undefined) return null;
  const Icon = entry.icon;
  return (
    <li>
      <Box component={Link} to={entry.to} sx={{ display: 'flex', alignItems: 'center', gap: 2, blockSize: '100%', padding: 2, bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, color: 'text.primary', textDecoration: 'none', '&:hover': { borderColor: 'primary.main' } }}>
        <Box sx={{ display: 'grid', placeItems: 'center', inlineSize: 44, blockSize: 44, flex: 'none', borderRadius: 2, bgcolor: 'primary.light', color: 'primary.main' }}><Icon aria-hidden /></Box>
        <Box sx={{ flex: 1, minInlineSize: 0 }}>
          <Typography sx={{ fontWeight: 600 }}>{t(entry.text)}</Typography>
          <Typography variant="body2" color="text.secondary">{t(`administration.tiles.${tile}`)}</Typography>
        </Box>
        <ChevronIcon aria-hidden sx={{ fontSize: 16, color: 'text.secondary', '[dir=rtl] &': { transform: 'scaleX(-1)' } }} />
      </Box>
    </li>
  );
}

interface Notice { to: string; text: string }

/** A field by which each list can be sorted: react-admin's own default, the id, is none. */
const SORTS = { deliveries: 'dueAt', cities: 'name', holidays: 'on' } as const;

/** How many rows of a list fit, if the reader may see it. */
function useCount(resource: keyof typeof SORTS, filter: Record<string, unknown>, permission: Permission): number {
  const may = useMay(permission);
  const { total } = useGetList(resource, { pagination: { page: 1, perPage: 1 }, sort: { field: SORTS[resource], order: 'ASC' }, filter }, { enabled: may });
  return may ? total ?? 0 : 0;
}

function Attention() {
  const { t } = useWords();
  const counted = (count: number, text: TextKey, to: string): Notice[] => (count > 0 ? [{ to, text: t(text, { smart_count: count }) }] : []);
  const notices: Notice[] = [
    ...counted(useCount('deliveries', { state: 'held' }, 'delivery.read'), 'administration.held', '/deliveries/held'),
    ...counted(useCount('deliveries', { state: 'failed' }, 'delivery.read'), 'administration.failed', '/deliveries/problems'),
    ...counted(useCount('cities', { identification: 'pending' }, 'city.write'), 'administration.pendingCities', listOf('/cities', { identification: 'pending' })),
    ...counted(useCount('holidays', { certainty: 'estimated' }, 'holiday.write'), 'administration.estimatedHolidays', listOf('/holidays', { certainty: 'estimated' })),
  ];
  return (
    <Card id="attention" title={t('administration.attention')}>
      {notices.length === 0 ? <Mark icon={CheckCircleIcon} tone="success">{t('administration.calm')}</Mark> : (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 0.75 }}>
          {notices.map(({ to, text }) => <Box component="li" key={text} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}><WarningIcon aria-hidden fontSize="small" color="warning" /><LinkTo to={to}>{text}</LinkTo></Box>)}
        </Box>
      )}
    </Card>
  );
}
