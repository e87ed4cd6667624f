import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { Link, useLocation } from 'react-router-dom';
import { useWords } from '../ui/words.js';
import { isHere, type MenuEntry } from './menu.js';

export default function MoreChoices({ anchor, entries, onClose }: { anchor: HTMLElement; entries: readonly MenuEntry[]; onClose: () => void }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {entries.map((entry) => { const Icon = entry.icon; return <MenuItem key={entry.to} component={Link} to={entry.to} selected={isHere(entry, pathname)} onClick={onClose} sx={{ gap: 1.5, minBlockSize: 44 }}><Icon aria-hidden fontSize="small" />{t(entry.text)}</MenuItem>; })}
    </Menu>
  );
}
