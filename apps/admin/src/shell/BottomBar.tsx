import MoreIcon from '@mui/icons-material/MoreHoriz';
import Box from '@mui/material/Box';
import { lazy, Suspense, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useSession } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';
import { ADMINISTRATION, isHere, MAIN } from './menu.js';

const MoreChoices = lazy(() => import('./MoreChoices.js'));
/** What the bar leaves to More: four fit under a thumb. */
const UNDER_MORE: ReadonlySet<string> = new Set(['/cities', '/projects']);
const look = { flex: 1, minInlineSize: 0, minBlockSize: 60, display: 'grid', justifyItems: 'center', alignContent: 'center', gap: 0.25, padding: 0, border: 0, background: 'none', cursor: 'pointer', font: 'inherit', fontSize: '0.8125rem', lineHeight: 1.4, color: 'text.secondary', textDecoration: 'none', '&[aria-current]': { color: 'primary.main', fontWeight: 600 }, '&:focus-visible': { outlineOffset: -3 } } as const;

/** The bar at the thumb, below `md`: three places and the rest under More. */
export function BottomBar() {
  const { t } = useWords();
  const { me } = useSession();
  const { pathname } = useLocation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const bar = MAIN.filter((entry) => !UNDER_MORE.has(entry.to) && me.permissions.includes(entry.permission));
  const rest = [...MAIN.filter((entry) => UNDER_MORE.has(entry.to)), ...ADMINISTRATION].filter((entry) => me.permissions.includes(entry.permission));
  return (
    <Box component="nav" aria-label={t('shell.mainMenu')} sx={{ display: { xs: 'flex', md: 'none' }, position: 'fixed', insetBlockEnd: 0, insetInline: 0, zIndex: 'appBar', bgcolor: 'background.paper', borderBlockStart: '1px solid', borderColor: 'divider', paddingBlockEnd: 'env(safe-area-inset-bottom)', '@media print': { display: 'none' } }}>
      {bar.map((entry) => { const Icon = entry.icon; return (
        <Box key={entry.to} component={Link} to={entry.to} aria-current={isHere(entry, pathname) ? 'page' : undefined} sx={look}><Icon aria-hidden fontSize="small" /><span>{t(entry.text)}</span></Box>
      ); })}
      <Box component="button" type="button" aria-haspopup="menu" aria-current={rest.some((entry) => isHere(entry, pathname)) ? 'true' : undefined} onClick={(event) => setAnchor(event.currentTarget)} sx={look}><MoreIcon aria-hidden fontSize="small" /><span>{t('shell.more')}</span></Box>
      {anchor !== null && <Suspense><MoreChoices anchor={anchor} entries={rest} onClose={() => setAnchor(null)} /></Suspense>}
    </Box>
  );
}
