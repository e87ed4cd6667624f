import BookmarkIcon from '@mui/icons-material/BookmarkBorder';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useListContext, useStore } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useWords } from '../words.js';

interface SavedView { name: string; filter: Record<string, unknown>; sort: { field: string; order: 'ASC' | 'DESC' } }

/** Filters and order under a name of one's own, kept in this browser. */
export function SavedViews() {
  const { t } = useWords();
  const { resource, filterValues, sort, setFilters, setSort } = useListContext();
  const [views, setViews] = useStore<SavedView[]>(`${resource}.views`, []);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [name, setName] = useState<string | null>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name === null || name.trim() === '') return;
    setViews([...views.filter((view) => view.name !== name.trim()), { name: name.trim(), filter: filterValues as Record<string, unknown>, sort }]);
    setName(null);
  };
  const apply = (view: SavedView) => { setFilters(view.filter); setSort(view.sort); setAnchor(null); };
  return (
    <Box sx={{ marginInlineStart: 'auto' }}>
      <Button startIcon={<BookmarkIcon aria-hidden />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>{t('list.savedViews')}</Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {views.map((view) => (
          <MenuItem key={view.name} onClick={() => apply(view)} sx={{ justifyContent: 'space-between', gap: 2 }}>
            <bdi>{view.name}</bdi>
            <IconButton size="small" aria-label={t('list.removeView', { name: view.name })} onClick={(event) => { event.stopPropagation(); setViews(views.filter((other) => other !== view)); }}><DeleteIcon fontSize="small" aria-hidden /></IconButton>
          </MenuItem>
        ))}
        <MenuItem onClick={() => { setAnchor(null); setName(''); }}>{t('list.saveView')}</MenuItem>
      </Menu>
      {name !== null && (
        <Dialog open onClose={() => setName(null)} maxWidth="xs" aria-labelledby="save-view-title">
          <form onSubmit={save}>
            <DialogTitle id="save-view-title">{t('list.saveView')}</DialogTitle>
            <DialogContent><TextField autoFocus required label={t('list.viewName')} value={name} onChange={(event) => setName(event.target.value)} sx={{ marginBlockStart: 1 }} /></DialogContent>
            <DialogActions><Button onClick={() => setName(null)}>{t('list.cancel')}</Button><Button type="submit" variant="contained">{t('list.save')}</Button></DialogActions>
          </form>
        </Dialog>
      )}
    </Box>
  );
}
