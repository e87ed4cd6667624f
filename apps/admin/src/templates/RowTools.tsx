import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useWords } from '../ui/words.js';

/** Up, down and away, for one row of a list; the focus goes with the row. */
export function RowTools({ list, name, place, count, move, remove }: { list: string; name: string; place: number; count: number; move: (to: number) => void; remove: () => void }) {
  const { t } = useWords();
  const go = (to: number, way: 'up' | 'down') => {
    move(to);
    const other = way === 'up' ? 'down' : 'up';
    // Where the end is reached, its button is gone: the one back has the focus.
    requestAnimationFrame(() => document.getElementById(`${list}-${to}-${to === 0 || to === count - 1 ? other : way}`)?.focus());
  };
  return (
    <Box sx={{ display: 'flex', flex: 'none' }}>
      <IconButton id={`${list}-${place}-up`} size="small" disabled={place === 0} aria-label={t('templates.edit.moveUp', { name })} title={t('templates.edit.moveUp', { name })} onClick={() => go(place - 1, 'up')}><ArrowUpwardIcon fontSize="small" aria-hidden /></IconButton>
      <IconButton id={`${list}-${place}-down`} size="small" disabled={place === count - 1} aria-label={t('templates.edit.moveDown', { name })} title={t('templates.edit.moveDown', { name })} onClick={() => go(place + 1, 'down')}><ArrowDownwardIcon fontSize="small" aria-hidden /></IconButton>
      <IconButton size="small" disabled={count === 1} aria-label={t('templates.edit.remove', { name })} title={t('templates.edit.remove', { name })} onClick={remove}><DeleteIcon fontSize="small" aria-hidden /></IconButton>
    </Box>
  );
}
