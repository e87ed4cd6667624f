import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { MilestoneBulkAnswer } from '@tawama/contracts';
import { useDataProvider } from 'ra-core';
import { useState } from 'react';
import type { ClubDataProvider } from '../../providers/data-provider.js';
import { ApiProblem } from '../../providers/problem.js';
import { DateField } from '../../ui/DateField.js';
import { useToday } from '../../ui/dates.js';
import { useWords } from '../../ui/words.js';
import { PersonField } from '../PersonField.js';
import { FIELDS, requestOf, type FieldName, type ManyCommand } from './command.js';
import { Outcomes } from './Outcomes.js';
import type { Chosen, Selection } from './selection.js';

/** One command to all chosen milestones: its fields, a preview of what would come of each, and what came of each. */
export default function ManyDialog({ command, selection, onClose }: { command: ManyCommand; selection: Selection; onClose: () => void }) {
  const { t, label } = useWords();
  const today = useToday();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  // What was chosen when the dialog opened: done ones leave the selection while their outcome is still read.
  const [steps] = useState<readonly Chosen[]>(selection.chosen);
  const [values, setValues] = useState<Partial<Record<FieldName, string>>>({ doneOn: today, dueOn: today });
  const [answer, setAnswer] = useState<MilestoneBulkAnswer | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const saved = answer !== null && !answer.dryRun;
  const set = (name: FieldName) => (value: string) => { setAnswer(null); setValues((now) => ({ ...now, [name]: value })); };
  const refusalAt = (name: FieldName): string | undefined => problem?.problem?.errors?.find((error) => error.path === `body.${name}`)?.message;

  const ask = async (dryRun: boolean) => {
    setBusy(true);
    setProblem(null);
    try {
      const given = await provider.send<MilestoneBulkAnswer>(`milestones/bulk${dryRun ? '?dryRun=true' : ''}`, requestOf(command, steps, values));
      setAnswer(given);
      if (dryRun) return;
      selection.settle(given.data);
      await queries.invalidateQueries();
    } catch (refusal) {
      if (refusal instanceof ApiProblem) setProblem(refusal); else throw refusal;
    } finally { setBusy(false); }
  };
  const field = (name: FieldName) => {
    const refusal = refusalAt(name);
    const common = { value: values[name] ?? '', onChange: set(name), ...(refusal === undefined ? {} : { refusal }) };
    if (name === 'dueOn' || name === 'doneOn') return <DateField key={name} label={t(`milestones.command.${name}`)} required {...(name === 'doneOn' ? { max: today } : {})} {...common} />;
    if (name === 'ownerId' || name === 'counterpartId') return <PersonField key={name} side={name === 'ownerId' ? 'home' : 'partner'} label={t(name === 'ownerId' ? 'milestones.command.owner' : 'milestones.command.counterpart')} {...(name === 'counterpartId' ? { none: t('many.sameCounterpart') } : {})} {...common} />;
    return <TextField key={name} multiline minRows={2} label={t(`milestones.command.${name}`)} required={name === 'reason'} value={common.value} onChange={(event) => common.onChange(event.target.value)} error={refusal !== undefined} helperText={refusal} />;
  };

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="many-title">
      <form onSubmit={(event) => { event.preventDefault(); void ask(false); }} aria-busy={busy}>
        <DialogTitle id="many-title">{label('milestoneCommand', command)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <div>
            <Typography sx={{ fontWeight: 600 }}>{t('many.chosen', { smart_count: steps.length })}</Typography>
            <Typography color="text.secondary" variant="body2">{t(`milestones.command.what.${command}`)} {t('many.lead')}</Typography>
          </div>
          {problem !== null && !FIELDS[command].some(refusalAt) && <Alert severity="error" role="alert">{problem.message}</Alert>}
          {!saved && FIELDS[command].map(field)}
          {answer !== null && <Outcomes answer={answer} steps={steps} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t(saved ? 'many.close' : 'list.cancel')}</Button>
          {!saved && <Button disabled={busy} onClick={() => void ask(true)}>{t('many.preview')}</Button>}
          {!saved && <Button type="submit" variant="contained" disabled={busy}>{label('milestoneCommand', command)}</Button>}
        </DialogActions>
      </form>
    </Dialog>
  );
}
