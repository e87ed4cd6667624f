import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { Agreement } from '@tawama/contracts';
import { addMonths, daysBetween, isValidPlainDate } from '@tawama/domain';
import { useState } from 'react';
import { useAgreementCommand } from '../agreements/useAgreementCommand.js';
import { DateField } from '../ui/DateField.js';
import { LineField } from '../ui/form/fields.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { useWords } from '../ui/words.js';
import { Preview } from './Preview.js';
import { usePreview } from './usePreview.js';

/** The same length again, in whole years, at least one. */
function sameTermAgain({ events, expiresOn }: Agreement): string {
  const end = expiresOn ?? '';
  const began = events.inForce ?? events.signed;
  const years = began === undefined ? 1 : Math.max(1, Math.round(daysBetween(began, end) / 365.25));
  const on = addMonths(end, 12 * years);
  return isValidPlainDate(on) ? on : '';
}

/** Renews the agreement: its expiry is recorded anew, after showing what moves, what comes again and which reminders change. */
export default function RenewDialog({ agreement, onClose }: { agreement: Agreement; onClose: () => void }) {
  const { t, date } = useWords();
  const command = useAgreementCommand(agreement, 'record-event', 'ahead.renewal.done', onClose);
  const [on, setOn] = useState(() => sameTermAgain(agreement));
  const [note, setNote] = useState('');
  const later = on > (agreement.expiresOn ?? '');
  const asked = later && isValidPlainDate(on);
  const ahead = usePreview(agreement.id, command.version, asked ? { of: 'agreement', command: { name: 'record-event', event: 'expiry', on } } : null);
  const foreseen = ahead.result?.ok === true ? ahead.result.value : null;
  const refusal = command.problem?.problem?.errors?.find((error) => error.path === 'on')?.message ?? (on === '' || later ? undefined : t('ahead.renewal.later', { date: date(agreement.expiresOn) }));
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="renew-title">
      <form onSubmit={(submitted) => { submitted.preventDefault(); void command.run({ event: 'expiry', on, ...(note.trim() === '' ? {} : { note: note.trim() }) }, foreseen); }} aria-busy={command.busy}>
        <DialogTitle id="renew-title">{t('ahead.renewal.renew.verb')}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          <Typography>{t('ahead.renewal.renew.what')}</Typography>
          {command.problem !== null && (command.problem.current !== undefined ? <StaleNotice group="agreement" current={command.problem.current} onAccept={command.accept} /> : refusal === undefined && <Alert severity="error">{command.problem.message}</Alert>)}
          <DateField label={t('ahead.renewal.until')} required value={on} onChange={setOn} {...(refusal === undefined ? {} : { refusal })} />
          <LineField label={t('agreements.eventNote')} rows={2} value={note} onChange={setNote} />
          {command.problem?.current === undefined && <Preview ahead={ahead} version={command.version} onAccept={command.accept} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={command.busy || foreseen === null}>{t('ahead.renewal.renew.verb')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
