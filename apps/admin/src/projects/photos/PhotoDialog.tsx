import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { Photo } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import { ApiProblem } from '../../providers/problem.js';
import { Confirm } from '../../ui/Confirm.js';
import { DateField } from '../../ui/DateField.js';
import { useInstant, useToday } from '../../ui/dates.js';
import { LineField } from '../../ui/form/fields.js';
import { useWords } from '../../ui/words.js';
import { fileOf, pictureOf } from './picture.js';

/** One picture large, with what is said of it; whoever may, changes that, its place, or takes it away. */
export function PhotoDialog({ photo, count, mayChange = false, onClose }: { photo: Photo; count: number; mayChange?: boolean; onClose: () => void }) {
  const { t, date } = useWords();
  const { inWords } = useInstant();
  const today = useToday();
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [caption, setCaption] = useState(photo.caption);
  const [takenOn, setTakenOn] = useState(photo.takenOn ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const resource = `projects/${photo.projectId}/photos`;
  const change = async (data: Partial<Photo>) => {
    setRefusal(null);
    try {
      await provider.update(resource, { id: photo.id, data, previousData: photo });
      setEditing(false);
      await queries.invalidateQueries();
    } catch (problem) { setRefusal(problem instanceof ApiProblem ? problem.problem?.errors?.[0]?.message ?? problem.message : t('shell.failedTitle')); }
  };
  const remove = async () => {
    await provider.delete(resource, { id: photo.id });
    notify('photos.removed', { type: 'success' });
    onClose();
    await queries.invalidateQueries();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="photo-title">
      <DialogTitle id="photo-title"><bdi>{photo.caption}</bdi></DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Box component="img" src={pictureOf(photo)} alt={photo.caption} sx={{ maxInlineSize: '100%', maxBlockSize: '60vh', objectFit: 'contain', justifySelf: 'center', borderRadius: 1 }} />
        <Typography variant="body2" color="text.secondary">
          {photo.takenOn !== null && <>{t('photos.taken', { date: date(photo.takenOn) })} · </>}{photo.uploadedByName !== null && <><bdi>{photo.uploadedByName}</bdi> · </>}{inWords(photo.at)}
        </Typography>
        {refusal !== null && <Alert severity="error" role="alert">{refusal}</Alert>}
        {editing && (
          <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); void change({ caption, takenOn: takenOn === '' ? null : takenOn }); }} sx={{ display: 'grid', gap: 2 }}>
            <LineField label={t('photos.caption')} required value={caption} onChange={setCaption} hint={t('photos.captionHint')} />
            <DateField label={t('photos.takenOn')} max={today} value={takenOn} onChange={setTakenOn} />
            <Box sx={{ display: 'flex', gap: 1 }}><Button type="submit" variant="contained">{t('list.save')}</Button><Button onClick={() => setEditing(false)}>{t('list.cancel')}</Button></Box>
          </Box>
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap' }}>
        {mayChange && !editing && <Button onClick={() => setEditing(true)}>{t('list.edit')}</Button>}
        {mayChange && photo.place > 0 && <Button onClick={() => void change({ place: photo.place - 1 })}>{t('photos.earlier')}</Button>}
        {mayChange && photo.place < count - 1 && <Button onClick={() => void change({ place: photo.place + 1 })}>{t('photos.later')}</Button>}
        <Button href={fileOf(photo)} download>{t('photos.save')}</Button>
        {mayChange && <Button color="error" onClick={() => setRemoving(true)}>{t('list.remove')}</Button>}
        <Button onClick={onClose}>{t('photos.close')}</Button>
      </DialogActions>
      {removing && <Confirm question={t('photos.removeAsk')} hint={photo.caption} verb={t('list.remove')} danger act={remove} onClose={() => setRemoving(false)} />}
    </Dialog>
  );
}
