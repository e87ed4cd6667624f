import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQueryClient } from '@tanstack/react-query';
import type { LegalClock } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { DateField } from '../ui/DateField.js';
import { useToday } from '../ui/dates.js';
import { ChoiceField, LineField } from '../ui/form/fields.js';
import { Name } from '../ui/Name.js';
import { useWords } from '../ui/words.js';

const OUTCOMES = ['visa', 'refusal', 'silence'] as const;
const MEANINGS = ['accepted', 'refused'] as const;

/** What became of a legal time, as people say it. */
export function OutcomeDialog({ clock, onClose }: { clock: LegalClock; onClose: () => void }) {
  const { t } = useWords();
  const today = useToday();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const [outcome, setOutcome] = useState<string>('visa');
  const [means, setMeans] = useState<string>('accepted');
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await provider.command('milestones', { id: clock.milestoneId, command: 'legal-outcome', version: clock.milestoneVersion, body: { outcome, on, note, ...(outcome === 'silence' ? { means } : {}) } });
      notify('legal.saved', { type: 'success' });
      onClose();
      await queries.invalidateQueries();
    } catch (refusal) { setProblem(refusal instanceof Error ? refusal.message : t('shell.failedTitle')); } finally { setBusy(false); }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="outcome-title">
      <form onSubmit={(submitted) => { submitted.preventDefault(); void save(); }} aria-busy={busy}>
        <DialogTitle id="outcome-title">{t('legal.answer')}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2, paddingBlockStart: '8px !important' }}>
          <Box sx={{ fontWeight: 600 }}><Name of={clock.title} /></Box>
          {problem !== null && <Alert severity="error">{problem}</Alert>}
          <ChoiceField label={t('legal.outcome')} value={outcome} onChange={setOutcome} options={OUTCOMES.map((value) => ({ value, label: t(`legal.outcomes.${value}`) }))} />
          {outcome === 'silence' && <ChoiceField label={t('legal.means')} value={means} onChange={setMeans} options={MEANINGS.map((value) => ({ value, label: t(`legal.meanings.${value}`) }))} />}
          <DateField label={t('legal.on')} required value={on} onChange={setOn} />
          <LineField label={t('legal.note')} value={note} onChange={setNote} rows={2} required={outcome !== 'visa'} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy}>{t('legal.answer')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
