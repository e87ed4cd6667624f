import DarkModeIcon from '@mui/icons-material/DarkModeOutlined';
import KeyboardIcon from '@mui/icons-material/KeyboardOutlined';
import LightModeIcon from '@mui/icons-material/LightModeOutlined';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import { Link } from 'react-router-dom';
import { useSession } from '../providers/session-context.js';
import { useMode } from '../theme/ThemeRoot.js';
import { useWords } from '../ui/words.js';
import { AccountMenu } from './AccountMenu.js';
import { BarButton } from './BarButton.js';
import { LanguageMenu } from './LanguageMenu.js';

export function TopBar({ onSearch, onShortcuts }: { onSearch: () => void; onShortcuts: () => void }) {
  const { t, text } = useWords();
  const { club } = useSession();
  const { mode, toggle } = useMode();
  return (
    <Box component="header" sx={{ position: 'sticky', insetBlockStart: 0, zIndex: 'appBar', bgcolor: 'background.paper', borderBlockEnd: '1px solid', borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: { xs: 0.5, sm: 1.5 }, maxInlineSize: 1560, marginInline: 'auto', paddingInline: { xs: 1.5, md: 3 }, minBlockSize: 60 }}>
        <Box component={Link} to="/" sx={{ display: 'flex', alignItems: 'center', gap: 1.25, color: 'primary.main', textDecoration: 'none', minInlineSize: 0, minBlockSize: 44 }}>
          <Box component="svg" viewBox="0 0 32 20" aria-hidden sx={{ inlineSize: 34, flex: 'none' }} fill="none" stroke="currentColor" strokeWidth="2.6"><circle cx="11.5" cy="10" r="7.5" /><circle cx="20.5" cy="10" r="7.5" /></Box>
          <Box sx={{ minInlineSize: 0, lineHeight: 1.5 }}>
            <Box component="span" sx={{ fontWeight: 600, fontSize: '1.05rem' }}>{t('signIn.programName')}</Box>
            <Box component="span" sx={{ display: { xs: 'none', sm: 'block' }, color: 'text.secondary', fontSize: '0.8125rem', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}><bdi>{text(club.name)}</bdi></Box>
          </Box>
        </Box>
        <Box sx={{ flex: 1 }} />
        <Box component="button" type="button" onClick={onSearch} aria-label={`${t('shell.search')} ${t('shell.searchKeys')}`} aria-keyshortcuts="Control+K" sx={{ display: 'flex', gap: 1, alignItems: 'center', minBlockSize: 40, minInlineSize: 40, paddingInline: { xs: 1, md: 1.5 }, paddingBlock: 0, borderRadius: 2, border: '1px solid transparent', borderColor: { md: 'text.disabled' }, background: 'none', color: 'text.secondary', inlineSize: { md: 260 }, justifyContent: { xs: 'center', md: 'flex-start' }, font: 'inherit', cursor: 'pointer', '&:hover': { bgcolor: 'action.hover' } }}>
          <SearchIcon fontSize="small" aria-hidden />
          <Box component="span" sx={{ display: { xs: 'none', md: 'inline' }, flex: 1, textAlign: 'start' }}>{t('shell.search')}</Box>{' '}
          <Box component="kbd" dir="ltr" sx={{ display: { xs: 'none', md: 'inline' }, font: 'inherit', fontSize: '0.75rem', border: '1px solid', borderColor: 'divider', borderRadius: 1, paddingInline: 0.75 }}>{t('shell.searchKeys')}</Box>
        </Box>
        <LanguageMenu />
        <BarButton name={t(mode === 'dark' ? 'shell.lightMode' : 'shell.darkMode')} onClick={toggle}>{mode === 'dark' ? <LightModeIcon aria-hidden /> : <DarkModeIcon aria-hidden />}</BarButton>
        <BarButton wideOnly name={t('shell.shortcuts')} onClick={onShortcuts}><KeyboardIcon aria-hidden /></BarButton>
        <AccountMenu />
      </Box>
    </Box>
  );
}
