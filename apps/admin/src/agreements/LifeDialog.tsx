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
import { useQuery } from '@tanstack/react-query';
import type { Agreement, AgreementLifeAnswer, AgreementLifeName } from '@tawama/contracts';
import { useState } from 'react';
import { Moved } from '../milestones/Moved.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { useWords } from '../ui/words.js';
import { useAgreementCommand } from './useAgreementCommand.js';

const MODES = ['keep', 'shift'] as const;
const isMode = (value: string): value is (typeof MODES)[number] => MODES.some((mode) => mode === value);

/** Suspends, resumes or ends the agreement, after showing from the dry run what that moves, gives up and silences. */
export default function LifeDialog({ agreement, name, onClose }: { agreement: Agreement; name: AgreementLifeName; onClose: () => void }) {
  const { t } = useWords();
  const command = useAgreementCommand(agreement, name, `agreements.life.done.${name}`, onClose);
  const [reason, setReason] = useState('');
  const [mode, setMode] = useState<(typeof MODES)[number]>('keep');
  const asksReason = name === 'suspend' || name === 'terminate';
  const ends = name === 'complete' || name === 'terminate';
  const bodyWith = (words: string) => (asksReason ? { reason: words } : name === 'resume' ? { mode } : {});
  // The reason changes nothing in what will happen: it need not be written yet.
  const preview = useQuery({ queryKey: ['agreementLife', agreement.id, command.version, name, mode], queryFn: () => command.dryRun<AgreementLifeAnswer>(bodyWith('…')), retry: false });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="life-title">
      <form onSubmit={(submitted) => { submitted.preventDefault(); void command.run(bodyWith(reason.trim())); }} aria-busy={command.busy}>
        <DialogTitle id="life-title">{t(`agreements.life.verb.${name}`)}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2, paddingBlockStart: '8px !important' }}>
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
          {preview.error ? <Alert severity="warning">{preview.error.message}</Alert> : (
            <>
              {ends && preview.data !== undefined && <Typography sx={{ fontWeight: 600 }}>{t('agreements.life.cancelled', { count: preview.data.cancelled?.length ?? 0 })}</Typography>}
              <Moved effect={preview.data} pending={preview.isFetching} />
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button type="submit" variant="contained" color={ends ? 'error' : 'primary'} disabled={command.busy || preview.isPending || preview.isError || (asksReason && reason.trim() === '')}>{t(`agreements.life.verb.${name}`)}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
