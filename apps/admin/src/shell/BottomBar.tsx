import MoreIcon from '@mui/icons-material/MoreHoriz';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { useSession } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';
import { ADMINISTRATION, isHere, MAIN } from './menu.js';

const look = { flex: 1, minInlineSize: 0, minBlockSize: 60, display: 'grid', justifyItems: 'center', alignContent: 'center', gap: 0.25, fontSize: '0.8125rem', lineHeight: 1.4, color: 'text.secondary', textDecoration: 'none', font: 'inherit', '&[aria-current]': { color: 'primary.main', fontWeight: 600 }, '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: -3 } } as const;

/** The bar at the thumb, below `md`: three places and the rest under More. */
export function BottomBar() {
  const { t } = useWords();
  const { me } = useSession();
  const { pathname } = useLocation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const bar = MAIN.filter((entry) => entry.to !== '/cities' && me.permissions.includes(entry.permission));
  const rest = [...MAIN.filter((entry) => entry.to === '/cities'), ...ADMINISTRATION].filter((entry) => me.permissions.includes(entry.permission));
  return (
    <Box component="nav" aria-label={t('shell.mainMenu')} sx={{ display: { xs: 'flex', md: 'none' }, position: 'fixed', insetBlockEnd: 0, insetInline: 0, zIndex: 'appBar', bgcolor: 'background.paper', borderBlockStart: '1px solid', borderColor: 'divider', paddingBlockEnd: 'env(safe-area-inset-bottom)', '@media print': { display: 'none' } }}>
      {bar.map((entry) => { const Icon = entry.icon; return (
        <Box key={entry.to} component={Link} to={entry.to} aria-current={isHere(entry, pathname) ? 'page' : undefined} sx={look}><Icon aria-hidden fontSize="small" /><span>{t(entry.text)}</span></Box>
      ); })}
      <ButtonBase aria-haspopup="menu" aria-current={rest.some((entry) => isHere(entry, pathname)) ? 'true' : undefined} onClick={(event) => setAnchor(event.currentTarget)} sx={look}><MoreIcon aria-hidden fontSize="small" /><span>{t('shell.more')}</span></ButtonBase>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {rest.map((entry) => { const Icon = entry.icon; return <MenuItem key={entry.to} component={Link} to={entry.to} selected={isHere(entry, pathname)} onClick={() => setAnchor(null)} sx={{ gap: 1.5, minBlockSize: 44 }}><Icon aria-hidden fontSize="small" />{t(entry.text)}</MenuItem>; })}
      </Menu>
    </Box>
  );
}
