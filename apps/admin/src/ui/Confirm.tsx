import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useWords } from './words.js';

/** A question before something that cannot be taken back; `reasonLabel` asks for a reason too. What is refused is said here. */
export function Confirm({ question, hint, verb, danger = false, reasonLabel, act, onClose }: { question: string; hint?: string | undefined; verb: string; danger?: boolean; reasonLabel?: string; act: (reason: string) => Promise<void>; onClose: () => void }) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const go = async () => {
    setBusy(true);
    setRefusal(null);
    try { await act(reason.trim()); onClose(); } catch (problem) { setRefusal(problem instanceof Error ? problem.message : t('shell.failedTitle')); setBusy(false); }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" aria-labelledby="confirm-title">
      <DialogTitle id="confirm-title">{question}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {hint !== undefined && <span>{hint}</span>}
        {reasonLabel !== undefined && <TextField multiline minRows={2} label={reasonLabel} value={reason} onChange={(event) => setReason(event.target.value)} sx={{ marginBlockStart: 1 }} />}
        {refusal !== null && <Alert severity="error" role="alert">{refusal}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('list.cancel')}</Button>
        <Button variant="contained" color={danger ? 'error' : 'primary'} disabled={busy} onClick={() => void go()}>{verb}</Button>
      </DialogActions>
    </Dialog>
  );
}
