import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { PHOTO_TYPES } from '@tawama/contracts';
import { useNotify } from 'ra-core';
import { useEffect, useId, useRef, useState, type ChangeEvent, type FormEvent } from 'react';
import { ApiProblem } from '../../providers/problem.js';
import { sendFile, type Sending } from '../../providers/upload.js';
import { DateField } from '../../ui/DateField.js';
import { useToday } from '../../ui/dates.js';
import { LineField } from '../../ui/form/fields.js';
import { useWords } from '../../ui/words.js';

/** Sends one picture with what is to be seen on it. */
export function AddPhotoDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const { t } = useWords();
  const today = useToday();
  const inputId = useId();
  const queries = useQueryClient();
  const notify = useNotify();
  const [file, setFile] = useState<File | null>(null);
  const [caption, setCaption] = useState('');
  const [takenOn, setTakenOn] = useState('');
  const [part, setPart] = useState<number | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const sending = useRef<Sending<unknown> | null>(null);
  useEffect(() => () => sending.current?.stop(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (file === null || caption.trim() === '') { setRefusal(t(file === null ? 'photos.chooseFirst' : 'photos.captionFirst')); return; }
    setRefusal(null);
    setPart(0);
    sending.current = sendFile(`projects/${projectId}/photos`, { caption, takenOn }, file, setPart);
    try {
      await sending.current.answer;
      notify('photos.added', { type: 'success' });
      onClose();
      await queries.invalidateQueries();
    } catch (problem) {
      setPart(null);
      setRefusal(problem instanceof ApiProblem ? problem.problem?.errors?.[0]?.message ?? problem.message : t('shell.failedTitle'));
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="add-photo-title">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id="add-photo-title">{t('photos.add')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {refusal !== null && <Alert severity="error" role="alert">{refusal}</Alert>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
            <Button component="label" htmlFor={inputId} variant="outlined" disabled={part !== null} sx={{ minBlockSize: 44 }}>{t('photos.choose')}</Button>
            <Box component="input" id={inputId} type="file" accept={PHOTO_TYPES.join(',')} aria-label={t('photos.choose')} disabled={part !== null}
              sx={{ position: 'absolute', inlineSize: 1, blockSize: 1, overflow: 'hidden', clipPath: 'inset(50%)' }} onChange={(event: ChangeEvent<HTMLInputElement>) => setFile(event.target.files?.[0] ?? null)} />
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>{file === null ? t('photos.accepted') : <bdi>{file.name}</bdi>}</Typography>
          </Box>
          <LineField label={t('photos.caption')} required value={caption} onChange={setCaption} hint={t('photos.captionHint')} />
          <DateField label={t('photos.takenOn')} max={today} value={takenOn} onChange={setTakenOn} />
          {part !== null && <LinearProgress variant="determinate" value={part * 100} aria-label={t('photos.add')} />}
        </DialogContent>
        <DialogActions><Button onClick={onClose}>{t('list.cancel')}</Button><Button type="submit" variant="contained" disabled={part !== null}>{t('photos.add')}</Button></DialogActions>
      </form>
    </Dialog>
  );
}
