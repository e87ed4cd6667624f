import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import type { Agreement } from '@tawama/contracts';
import { isValidPlainDate } from '@tawama/workflow';
import { useState } from 'react';
import { Preview } from '../ahead/Preview.js';
import { usePreview } from '../ahead/usePreview.js';
import { DateField } from '../ui/DateField.js';
import { useToday } from '../ui/dates.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { useWords } from '../ui/words.js';
import { useAgreementCommand } from './useAgreementCommand.js';
import { useReferenceDates } from './useReferenceDates.js';

/** Records a dated fact and shows, before saving, which steps it moves. */
export default function RecordEventDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t, text, date } = useWords();
  const today = useToday();
  const command = useAgreementCommand(agreement, 'record-event', 'agreements.eventDone', onClose);
  const events = useReferenceDates(agreement);
  const [chosen, choose] = useState<string | null>(null);
  // The first that has no date yet is what most likely has happened.
  const event = chosen ?? (events.find(({ key }) => agreement.events[key] === undefined) ?? events[0])?.key ?? '';
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  const refusalAt = (path: string) => command.problem?.problem?.errors?.find((error) => error.path === path)?.message;
  const ahead = usePreview(agreement.id, command.version, isValidPlainDate(on) && event !== '' ? { of: 'agreement', command: { name: 'record-event', event, on } } : null);
  const refusal = refusalAt('on');
  return (
    <Dialog open onClose={onClose} aria-labelledby="event-title">
      <form onSubmit={(submitted) => { submitted.preventDefault(); void command.run({ event, on, ...(note === '' ? {} : { note }) }, ahead.result?.ok === true ? ahead.result.value : null); }} aria-busy={command.busy}>
        <DialogTitle id="event-title">{t('agreements.recordEvent')}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2 }}>
          {command.problem !== null && (command.problem.current !== undefined ? <StaleNotice group="agreement" current={command.problem.current} onAccept={command.accept} /> : refusal === undefined && <Alert severity="error">{command.problem.message}</Alert>)}
          <TextField select label={t('agreements.event')} value={event} onChange={(changed) => choose(changed.target.value)} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }} helperText={date(agreement.events[event])}>
            {events.map(({ key, title }) => <option key={key} value={key}>{text(title)}</option>)}
          </TextField>
          <DateField label={t('agreements.on')} required value={on} onChange={setOn} {...(refusal === undefined ? {} : { refusal })} />
          <TextField multiline minRows={2} label={t('agreements.eventNote')} value={note} onChange={(changed) => setNote(changed.target.value)} />
          {command.problem?.current === undefined && <Preview ahead={ahead} version={command.version} onAccept={command.accept} />}
        </DialogContent>
        <DialogActions><Button onClick={onClose}>{t('list.cancel')}</Button><Button type="submit" variant="contained" disabled={command.busy || event === ''}>{t('agreements.recordEvent')}</Button></DialogActions>
      </form>
    </Dialog>
  );
}
