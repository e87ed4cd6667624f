import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { LegalClock } from '@tawama/contracts';
import { addDays, type IntendedChange } from '@tawama/domain';
import { useDataProvider, useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { Preview } from '../ahead/Preview.js';
import { usePreview } from '../ahead/usePreview.js';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { ApiProblem } from '../providers/problem.js';
import { DateField } from '../ui/DateField.js';
import { useToday } from '../ui/dates.js';
import { ChoiceField, LineField } from '../ui/form/fields.js';
import { Name } from '../ui/Name.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { useWords } from '../ui/words.js';
import { OutcomeChoice, type Outcome } from './OutcomeChoice.js';
import { ProofField } from './ProofField.js';

const MEANINGS = ['accepted', 'refused'] as const;
const FIELDS = ['outcome', 'means', 'on', 'note', 'evidenceId'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What became of a legal period, as people say it, with its proof. Nothing is chosen beforehand: a silence least of all. */
export function OutcomeDialog({ clock, onClose }: { clock: LegalClock; onClose: () => void }) {
  const { t, date, label, colon } = useWords();
  const today = useToday();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const [version, setVersion] = useState(clock.milestoneVersion);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [means, setMeans] = useState('');
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  const [evidenceId, setEvidenceId] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const silent = outcome === 'silence';
  const refusalAt = (path: string): string | undefined => problem?.problem?.errors?.find((error) => error.path === path)?.message;
  const body: Record<string, string> | null = outcome === null ? null : { outcome, on, note, ...(silent && means !== '' ? { means } : {}), ...(evidenceId === '' ? {} : { evidenceId }) };
  const isComplete = DAY.test(on) && (outcome === 'visa' ? note !== '' || evidenceId !== '' : note.trim() !== '' && (!silent || means !== ''));

  const intended: IntendedChange | null = outcome === null || !isComplete ? null : { of: 'legalPeriod', id: clock.milestoneId, answer: { outcome, on, note: note.trim(), ...(silent && { means: means === 'accepted' ? 'accepted' as const : 'refused' as const }), ...(evidenceId !== '' && { evidenceId }) } };
  const ahead = usePreview(clock.agreementId, version, intended);
  const accept = (now: number) => { setVersion(now); setProblem(null); };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (body === null) return;
    setBusy(true);
    setProblem(null);
    try {
      await provider.command('milestones', { id: clock.milestoneId, command: 'legal-outcome', version, body });
      notify('legal.saved', { type: 'success' });
      onClose();
      await queries.invalidateQueries();
    } catch (refusal) {
      if (refusal instanceof ApiProblem) setProblem(refusal); else throw refusal;
    } finally { setBusy(false); }
  };
  const refusal = (path: string) => { const said = refusalAt(path); return said === undefined ? {} : { refusal: said }; };

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="outcome-title">
      <form onSubmit={(event) => void save(event)} aria-busy={busy}>
        <DialogTitle id="outcome-title">{t('legal.answer')}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2 }}>
          <div>
            <Typography sx={{ fontWeight: 600 }}><Name of={clock.title} /></Typography>
            <Typography color="text.secondary" variant="body2"><Name of={clock.agreementTitle} /> · {t('legal.received')}{colon}{date(clock.receivedOn)} · {t('legal.lastDay')}{colon}{date(clock.lastDay)}</Typography>
          </div>
          {problem !== null && problem.current !== undefined ? <StaleNotice group="milestone" current={problem.current} onAccept={accept} />
            : problem !== null && !FIELDS.some(refusalAt) && <Alert severity="error">{problem.message}</Alert>}
          <OutcomeChoice value={outcome} onChange={setOutcome} silenceFrom={today > clock.lastDay ? null : addDays(clock.lastDay, 1)} />
          {outcome !== null && (
            <>
              {silent && <Alert severity="warning">{t('legal.silenceAsk')}</Alert>}
              {silent && <ChoiceField label={t('legal.means')} required value={means} onChange={setMeans} none={t('legal.chooseMeaning')} options={MEANINGS.map((value) => ({ value, label: label('silenceMeans', value) }))} {...refusal('means')} />}
              <DateField label={t(silent ? 'legal.decidedOn' : 'legal.answeredOn')} required value={on} onChange={setOn} min={silent ? addDays(clock.lastDay, 1) : clock.receivedOn} max={today} {...refusal('on')} />
              <ProofField milestoneId={clock.milestoneId} value={evidenceId} onChange={setEvidenceId} {...refusal('evidenceId')} />
              <LineField label={t(outcome === 'visa' ? 'legal.note' : 'legal.reason')} value={note} onChange={setNote} rows={2} required={outcome !== 'visa'} {...refusal('note')} />
              {problem?.current === undefined && <Preview ahead={ahead} version={version} onAccept={accept} />}
            </>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy || outcome === null || problem?.current !== undefined}>{t('legal.answer')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
