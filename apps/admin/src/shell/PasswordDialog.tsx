import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { call } from '../providers/http.js';
import { ApiProblem } from '../providers/problem.js';
import { useWords } from '../ui/words.js';

export default function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const notify = useNotify();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await call('auth/password', { method: 'POST', body: { current, password } });
      notify('shell.passwordChanged', { type: 'success' });
      onClose();
    } catch (problem) {
      setRefusal(problem instanceof ApiProblem ? problem.problem?.errors?.[0]?.message ?? problem.message : t('shell.failedTitle'));
    }
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" aria-labelledby="password-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="password-title">{t('shell.changePassword')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <TextField type="password" required autoComplete="current-password" label={t('shell.currentPassword')} value={current} onChange={(event) => setCurrent(event.target.value)} />
          <TextField type="password" required autoComplete="new-password" label={t('shell.newPassword')} helperText={refusal ?? t('signIn.newPasswordHint')} error={refusal !== null} value={password} onChange={(event) => setPassword(event.target.value)} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('shell.close')}</Button>
          <Button type="submit" variant="contained">{t('shell.changePassword')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
