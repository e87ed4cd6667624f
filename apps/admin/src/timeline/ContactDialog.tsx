import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useQueryClient } from '@tanstack/react-query';
import type { ContactKind, Subject } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { ApiProblem } from '../providers/problem.js';
import { DateField } from '../ui/DateField.js';
import { useToday } from '../ui/dates.js';
import { useWords } from '../ui/words.js';
import { PersonField } from '../milestones/PersonField.js';

const KINDS = ['called', 'wrote', 'met'] as const satisfies readonly ContactKind[];

/** "Called, wrote, met": recorded in five seconds. */
export function ContactDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { t, label } = useWords();
  const today = useToday();
  const provider = useDataProvider();
  const queries = useQueryClient();
  const notify = useNotify();
  const [kind, setKind] = useState<ContactKind>('called');
  const [on, setOn] = useState(today);
  const [personId, setPersonId] = useState('');
  const [line, setLine] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await provider.create('contacts', { data: { subject, kind, on, line, personId: personId === '' ? null : personId } });
      notify('milestones.contact.done', { type: 'success' });
      onClose();
      await queries.invalidateQueries();
    } catch (problem) { setRefusal(problem instanceof ApiProblem ? problem.problem?.errors?.[0]?.message ?? problem.message : t('shell.failedTitle')); }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="contact-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="contact-title">{t('milestones.contact.log')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {refusal !== null && <Alert severity="error">{refusal}</Alert>}
          <ToggleButtonGroup exclusive fullWidth color="primary" value={kind} aria-label={t('milestones.contact.kind')} onChange={(_, value: ContactKind | null) => { if (value !== null) setKind(value); }}>
            {KINDS.map((value) => <ToggleButton key={value} value={value} sx={{ minBlockSize: 44 }}>{label('contactKind', value)}</ToggleButton>)}
          </ToggleButtonGroup>
          <TextField autoFocus label={t('milestones.contact.line')} value={line} onChange={(event) => setLine(event.target.value)} slotProps={{ htmlInput: { maxLength: 300 } }} />
          <DateField label={t('milestones.contact.on')} required max={today} value={on} onChange={setOn} />
          {subject.type !== 'person' && <PersonField side="any" label={t('milestones.contact.with')} none={t('milestones.contact.anybody')} value={personId} onChange={setPersonId} />}
        </DialogContent>
        <DialogActions><Button onClick={onClose}>{t('list.cancel')}</Button><Button type="submit" variant="contained">{t('list.save')}</Button></DialogActions>
      </form>
    </Dialog>
  );
}
