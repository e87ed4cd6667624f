import Box from '@mui/material/Box';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import { useStore } from 'ra-core';
import { Link, useLocation } from 'react-router-dom';
import { useSession } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';
import { ADMINISTRATION, isHere, MAIN, type MenuEntry } from './menu.js';

const rowLook = { display: 'flex', alignItems: 'center', gap: 1.5, inlineSize: '100%', minBlockSize: 44, paddingInline: 1.5, borderRadius: 2, color: 'text.primary', textDecoration: 'none', fontSize: '0.9375rem', textAlign: 'start', '&:hover': { bgcolor: 'action.hover' }, '&:focus-visible': { outline: '3px solid', outlineColor: 'primary.main', outlineOffset: -2 } } as const;

/** The menu beside the content, from `md` up. */
export function SideMenu() {
  const { t } = useWords();
  const { me } = useSession();
  const { pathname } = useLocation();
  const [wanted, setWanted] = useStore('menu.administration', false);
  const allowed = (entries: readonly MenuEntry[]) => entries.filter((entry) => me.permissions.includes(entry.permission));
  const administration = allowed(ADMINISTRATION);
  const open = wanted || administration.some((entry) => isHere(entry, pathname));
  return (
    <Box component="nav" aria-label={t('shell.mainMenu')} sx={{ display: { xs: 'none', md: 'block' }, position: 'sticky', insetBlockStart: 61, inlineSize: 232, flex: 'none', paddingInlineStart: 2, paddingBlock: 2, maxBlockSize: 'calc(100dvh - 61px)', overflowY: 'auto' }}>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 0.5 }}>
        {allowed(MAIN).map((entry) => <Entry key={entry.to} entry={entry} here={isHere(entry, pathname)} />)}
        {administration.length > 0 && (
          <Box component="li" sx={{ marginBlockStart: 1, paddingBlockStart: 1, borderBlockStart: '1px solid', borderColor: 'divider' }}>
            <Box component="button" type="button" aria-expanded={open} onClick={() => setWanted(!open)} sx={{ ...rowLook, justifyContent: 'space-between', color: 'text.secondary', border: 0, background: 'none', cursor: 'pointer', font: 'inherit', fontSize: '0.875rem' }}>
              <span>{t('shell.menu.administration')}</span><ExpandMoreIcon aria-hidden sx={{ transform: open ? 'rotate(180deg)' : 'none' }} />
            </Box>
            {open && <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 0.25 }}>{administration.map((entry) => <Entry key={entry.to} entry={entry} here={isHere(entry, pathname)} />)}</Box>}
          </Box>
        )}
      </Box>
    </Box>
  );
}

function Entry({ entry, here }: { entry: MenuEntry; here: boolean }) {
  const { t } = useWords();
  const Icon = entry.icon;
  return (
    <Box component="li">
      <Box component={Link} to={entry.to} aria-current={here ? 'page' : undefined} sx={{ ...rowLook, ...(here ? { bgcolor: 'action.selected', color: 'primary.main', fontWeight: 600 } : {}) }}>
        <Icon fontSize="small" aria-hidden /> <span>{t(entry.text)}</span>
      </Box>
    </Box>
  );
}
