import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Agreement, AgreementLifeCommand, AgreementLifeName } from '@tawama/contracts';
import { useState } from 'react';
import { Preview } from '../ahead/Preview.js';
import { usePreview } from '../ahead/usePreview.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { useWords } from '../ui/words.js';
import { useAgreementCommand } from './useAgreementCommand.js';

const MODES = ['keep', 'shift'] as const;
const isMode = (value: string): value is (typeof MODES)[number] => MODES.some((mode) => mode === value);

/** The reason changes nothing in what will happen: it need not be written yet. */
const intendedLife = (name: AgreementLifeName, mode: (typeof MODES)[number]): AgreementLifeCommand =>
  (name === 'resume' ? { name, mode } : name === 'complete' ? { name } : { name, reason: '…' });

/** Suspends, resumes or ends the agreement, after showing what that moves, gives up and silences. */
export default function LifeDialog({ agreement, name, onClose }: { agreement: Agreement; name: AgreementLifeName; onClose: () => void }) {
  const { t } = useWords();
  const command = useAgreementCommand(agreement, name, `agreements.life.done.${name}`, onClose);
  const [reason, setReason] = useState('');
  const [mode, setMode] = useState<(typeof MODES)[number]>('keep');
  const asksReason = name === 'suspend' || name === 'terminate';
  const ends = name === 'complete' || name === 'terminate';
  const bodyWith = (words: string) => (asksReason ? { reason: words } : name === 'resume' ? { mode } : {});
  const ahead = usePreview(agreement.id, command.version, { of: 'agreement', command: intendedLife(name, mode) });
  const shown = ahead.result?.ok === true ? ahead.result.value : null;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="life-title">
      <form onSubmit={(submitted) => { submitted.preventDefault(); void command.run(bodyWith(reason.trim()), shown); }} aria-busy={command.busy}>
        <DialogTitle id="life-title">{t(`agreements.life.verb.${name}`)}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2 }}>
          <Typography>{t(`agreements.life.what.${name}`)}</Typography>
          {command.problem !== null && (command.problem.current !== undefined ? <StaleNotice group="agreement" current={command.problem.current} onAccept={command.accept} /> : <Alert severity="error">{command.problem.message}</Alert>)}
          {name === 'resume' && (
            <div>
              <FormLabel id="life-mode">{t('agreements.life.mode')}</FormLabel>
              <RadioGroup aria-labelledby="life-mode" value={mode} onChange={(_, value) => { if (isMode(value)) setMode(value); }}>
                {MODES.map((one) => <FormControlLabel key={one} value={one} control={<Radio />} label={t(`agreements.life.modes.${one}`)} />)}
              </RadioGroup>
            </div>
          )}
          {asksReason && <TextField multiline minRows={2} required label={t('agreements.life.reason')} value={reason} onChange={(changed) => setReason(changed.target.value)} slotProps={{ inputLabel: { shrink: true }, htmlInput: { maxLength: 2000 } }} />}
          {ends && shown !== null && <Typography sx={{ fontWeight: 600 }}>{t('agreements.life.cancelled', { count: shown.change.cancelled.length })}</Typography>}
          {command.problem?.current === undefined && <Preview ahead={ahead} version={command.version} onAccept={command.accept} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button type="submit" variant="contained" color={ends ? 'error' : 'primary'} disabled={command.busy || (shown === null && ahead.error === null) || (asksReason && reason.trim() === '')}>{t(`agreements.life.verb.${name}`)}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
