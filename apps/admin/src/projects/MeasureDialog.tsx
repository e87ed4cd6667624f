import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { ApiProblem } from '../providers/problem.js';
import { DateField } from '../ui/DateField.js';
import { useToday } from '../ui/dates.js';
import { LineField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';

/** What the indicator was on a day. */
export function MeasureDialog({ projectId, unit, onClose }: { projectId: string; unit: string | null; onClose: () => void }) {
  const { t } = useWords();
  const today = useToday();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const [on, setOn] = useState(today);
  const [value, setValue] = useState('');
  const [note, setNote] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() === '') { setRefusal(t('record.checkFields')); return; }
    try {
      await provider.send(`projects/${projectId}/measurements`, { on, value: Number(value), note: note.trim() === '' ? null : note });
      notify('projects.measured', { type: 'success' });
      onClose();
      await queries.invalidateQueries();
    } catch (problem) { setRefusal(problem instanceof ApiProblem ? problem.problem?.errors?.[0]?.message ?? problem.message : t('shell.failedTitle')); }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="measure-title">
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id="measure-title">{t('projects.measure')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {refusal !== null && <Alert severity="error" role="alert">{refusal}</Alert>}
          <LineField type="number" ltr required label={unit === null ? t('projects.value') : `${t('projects.value')} (${unit})`} value={value} onChange={setValue} />
          <DateField label={t('projects.measuredOn')} required max={today} value={on} onChange={setOn} />
          <LineField label={t('projects.measureNote')} value={note} onChange={setNote} rows={2} />
        </DialogContent>
        <DialogActions><Button onClick={onClose}>{t('list.cancel')}</Button><Button type="submit" variant="contained">{t('list.save')}</Button></DialogActions>
      </form>
    </Dialog>
  );
}
