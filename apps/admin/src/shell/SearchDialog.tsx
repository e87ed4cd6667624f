import ProjectIcon from '@mui/icons-material/ConstructionOutlined';
import FlagIcon from '@mui/icons-material/FlagOutlined';
import HandshakeIcon from '@mui/icons-material/HandshakeOutlined';
import CityIcon from '@mui/icons-material/LocationCityOutlined';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { SearchHit } from '@tawama/contracts';
import { useDataProvider } from 'ra-core';
import { useDeferredValue, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { Name } from '../ui/Name.js';
import { useWords } from '../ui/words.js';

const ICONS = { city: CityIcon, agreement: HandshakeIcon, project: ProjectIcon, milestone: FlagIcon, person: PersonIcon } as const;
const addressOf = ({ type, id }: SearchHit): string =>
  ({ city: `/cities/${id}`, agreement: `/agreements/${id}`, project: `/projects/${id}`, milestone: `/milestones?milestone=${id}`, person: `/people/${id}` })[type];
const MIN_LETTERS = 2;

/** Ctrl K: finds every spelling, the server normalises Arabic. Arrows choose, Enter opens. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const provider = useDataProvider<ClubDataProvider>();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useQuery({ queryKey: ['search', q], queryFn: () => provider.read<{ data: SearchHit[] }>('search', { q }), enabled: q.length >= MIN_LETTERS, placeholderData: (before) => before });
  const hits = q.length >= MIN_LETTERS ? data?.data ?? [] : [];
  const open = (hit: SearchHit | undefined) => { if (hit) { onClose(); void navigate(addressOf(hit)); } };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') { event.preventDefault(); setChosen((now) => Math.min(now + 1, hits.length - 1)); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); setChosen((now) => Math.max(now - 1, 0)); }
    else if (event.key === 'Enter') { event.preventDefault(); open(hits[chosen]); }
  };
  return (
    <Dialog open onClose={onClose} aria-label={t('shell.search')} sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }} slotProps={{ paper: { sx: { marginBlockStart: { xs: 1, sm: 8 }, marginInline: { xs: 1, sm: 4 } } } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, paddingInline: 2, minBlockSize: 60, borderBlockEnd: '1px solid', borderColor: 'divider' }}>
        <SearchIcon aria-hidden color="action" />
        <InputBase autoFocus fullWidth value={typed} placeholder={t('shell.searchHint')} onKeyDown={onKeyDown} onChange={(event) => { setTyped(event.target.value); setChosen(0); }}
          slotProps={{ input: { role: 'combobox', 'aria-label': t('shell.searchHint'), 'aria-expanded': hits.length > 0, 'aria-controls': 'search-hits', 'aria-autocomplete': 'list', 'aria-activedescendant': hits[chosen] ? `hit-${hits[chosen].id}` : undefined } }} />
      </Box>
      <Box id="search-hits" role="listbox" aria-label={t('shell.search')} sx={{ maxBlockSize: '60dvh', overflowY: 'auto', padding: hits.length > 0 ? 1 : 0 }}>
        {hits.map((hit, index) => { const Icon = ICONS[hit.type]; return (
          <Box key={hit.id} id={`hit-${hit.id}`} role="option" aria-selected={index === chosen} onClick={() => open(hit)} onMouseMove={() => setChosen(index)}
            sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minBlockSize: 52, paddingInline: 1.5, borderRadius: 2, cursor: 'pointer', bgcolor: index === chosen ? 'action.selected' : 'transparent' }}>
            <Icon aria-hidden color="action" fontSize="small" />
            <Box sx={{ flex: 1, minInlineSize: 0 }}>
              <Typography><Name of={hit.title} /></Typography>
              {hit.detail !== null && <Typography variant="body2" color="text.secondary"><Name of={hit.detail} /></Typography>}
            </Box>
            <Typography variant="body2" color="text.secondary">{t(`shell.searchTypes.${hit.type}`)}</Typography>
          </Box>
        ); })}
      </Box>
      {hits.length === 0 && <Typography role="status" color="text.secondary" sx={{ padding: 3 }}>{q.length < MIN_LETTERS ? t('shell.searchStart') : isFetching ? t('shell.loading') : t('shell.searchNothing', { q })}</Typography>}
    </Dialog>
  );
}
