import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import type { Note, Subject } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { ApiProblem } from '../providers/problem.js';
import { useWords } from '../ui/words.js';

/** Writes a note, or changes one's own. */
export function NoteDialog({ subject, note, onClose }: { subject: Subject; note?: Note; onClose: () => void }) {
  const { t } = useWords();
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  const [text, setText] = useState(note?.text ?? '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      if (note) await provider.update('notes', { id: note.id, data: { text }, previousData: note });
      else await provider.create('notes', { data: { subject, text } });
      notify('milestones.timeline.noteDone', { type: 'success' });
      onClose();
      await queries.invalidateQueries();
    } catch (problem) { setRefusal(problem instanceof ApiProblem ? problem.problem?.errors?.[0]?.message ?? problem.message : t('shell.failedTitle')); }
  };
  return (
    <Dialog open fullWidth onClose={onClose} aria-labelledby="note-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="note-title">{t(note ? 'milestones.timeline.editNote' : 'milestones.timeline.addNote')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {refusal !== null && <Alert severity="error">{refusal}</Alert>}
          <TextField autoFocus required multiline minRows={3} label={t('milestones.timeline.text')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { maxLength: 4000 } }} />
        </DialogContent>
        <DialogActions><Button onClick={onClose}>{t('list.cancel')}</Button><Button type="submit" variant="contained">{t('list.save')}</Button></DialogActions>
      </form>
    </Dialog>
  );
}
