import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import { SIDES, type Milestone, type MilestoneCommandName } from '@tawama/contracts';
import { movedOtherwise, reaches } from '@tawama/domain';
import { useDataProvider, useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { Preview } from '../ahead/Preview.js';
import { usePreview } from '../ahead/usePreview.js';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { ApiProblem } from '../providers/problem.js';
import { DateField } from '../ui/DateField.js';
import { useToday } from '../ui/dates.js';
import { Name } from '../ui/Name.js';
import { StaleNotice } from '../ui/StaleNotice.js';
import { useWords } from '../ui/words.js';
import { EvidenceFiles, useEvidenceOf } from './EvidenceFiles.js';
import { intendedCommand } from './intended.js';
import { PersonField } from './PersonField.js';
import { SideField } from './SideField.js';
import type { Step } from './step.js';

type FieldName = 'doneOn' | 'dueOn' | 'on' | 'side' | 'note' | 'comment' | 'withoutEvidence' | 'reason' | 'ownerId' | 'counterpartId';
const FIELDS: Record<MilestoneCommandName, readonly FieldName[]> = {
  start: [], unblock: [], submit: ['doneOn', 'note'], accept: ['comment'], return: ['reason'], block: ['reason'], 'mark-not-applicable': ['reason'], reschedule: ['dueOn', 'reason'], assign: ['ownerId', 'counterpartId'],
  confirm: ['side', 'on'], deny: ['side', 'reason'], reopen: ['reason'],
};

/** The proof that the template asks for is neither there as a file nor by both sides' word. */
const isMissing = ({ evidenceRule, evidenceLevel }: Step): boolean => evidenceRule !== undefined && evidenceRule !== 'declared' && evidenceLevel !== undefined && !reaches(evidenceLevel, evidenceRule);

/** One command on one milestone: its few fields, what else moves, and the refusal at the field where it belongs. */
export default function CommandDialog({ command, step, onClose }: { command: MilestoneCommandName; step: Step; onClose: () => void }) {
  const { t, label, text } = useWords();
  const today = useToday();
  const asked = step.askedSides ?? SIDES;
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const [version, setVersion] = useState(step.version);
  const [values, setValues] = useState<Partial<Record<FieldName, string>>>({ doneOn: today, on: step.doneOn ?? today, side: asked[0] ?? 'home', dueOn: step.dueOn ?? today, ownerId: step.ownerId ?? '', counterpartId: step.counterpartId ?? '' });
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const { data: files = [] } = useEvidenceOf(step.id);
  const set = (name: FieldName) => (value: string) => setValues((now) => ({ ...now, [name]: value }));
  const refusalAt = (name: FieldName): string | undefined => problem?.problem?.errors?.find((error) => error.path === name)?.message;
  const missing = command === 'accept' && (refusalAt('withoutEvidence') !== undefined || isMissing(step));
  const fields: readonly FieldName[] = missing ? [...FIELDS[command], 'withoutEvidence'] : FIELDS[command];
  const body: Record<string, unknown> = command === 'submit' && files.length > 0 ? { evidenceIds: files.map(({ id }) => id) } : {};
  for (const name of fields) {
    const value = values[name] ?? '';
    if (value !== '') body[name] = value; else if (name === 'counterpartId') body[name] = null;
  }

  const ahead = usePreview(step.agreementId, version, command === 'reschedule' && values.dueOn === step.dueOn ? null : intendedCommand(step.id, command, values), command !== 'confirm' && command !== 'deny');
  const accept = (now: number) => { setVersion(now); setProblem(null); };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      const answer = await provider.command<Milestone>('milestones', { id: step.id, command, version, body });
      if (ahead.result?.ok === true && movedOtherwise(ahead.result.value.change.moved, answer)) notify('ahead.preview.otherwise', { type: 'warning' });
      else notify('milestones.command.done', { type: 'success', messageArgs: { command: label('milestoneCommand', command) } });
      onClose();
      await queries.invalidateQueries();
    } catch (refusal) {
      if (refusal instanceof ApiProblem) setProblem(refusal); else throw refusal;
    } finally { setBusy(false); }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby="command-title">
      <form onSubmit={(event) => void submit(event)} aria-busy={busy}>
        <DialogTitle id="command-title">{label('milestoneCommand', command)}</DialogTitle>
        <DialogContent tabIndex={0} sx={{ display: 'grid', gap: 2 }}>
          <div>
            <Typography sx={{ fontWeight: 600 }}><Name of={step.title} /></Typography>
            <Typography color="text.secondary" variant="body2">{t(`milestones.command.what.${command}`)}</Typography>
          </div>
          {problem !== null && problem.current !== undefined ? <StaleNotice group="milestone" current={problem.current} onAccept={accept} />
            : problem !== null && !fields.some(refusalAt) && <Alert severity="error">{problem.message}</Alert>}
          {missing && step.evidence && <Alert severity="warning">{t('milestones.command.missing', { what: text(step.evidence) })}</Alert>}
          {fields.map((name) => {
            const refusal = refusalAt(name);
            if (name === 'doneOn' || name === 'dueOn' || name === 'on') return <DateField key={name} label={t(`milestones.command.${name}`)} required value={values[name] ?? ''} onChange={set(name)} {...(name === 'dueOn' ? {} : { max: today })} {...(refusal === undefined ? {} : { refusal })} />;
            if (name === 'ownerId' || name === 'counterpartId') return <PersonField key={name} side={name === 'ownerId' ? 'home' : 'partner'} label={t(name === 'ownerId' ? 'milestones.command.owner' : 'milestones.command.counterpart')} value={values[name] ?? ''} onChange={set(name)} {...(refusal === undefined ? {} : { refusal })} />;
            if (name === 'side') return <SideField key={name} asked={asked} value={values.side ?? 'home'} onChange={set(name)} />;
            return <TextField key={name} multiline minRows={2} label={t(`milestones.command.${name}`)} required={name === 'reason' || name === 'withoutEvidence'} value={values[name] ?? ''} onChange={(event) => set(name)(event.target.value)} error={refusal !== undefined} helperText={refusal} />;
          })}
          {problem?.current === undefined && <Preview ahead={ahead} version={version} onAccept={accept} />}
          {command === 'submit' && <EvidenceFiles milestone={{ id: step.id, status: 'open', evidence: step.evidence ?? null }} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('list.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={busy || problem?.current !== undefined}>{label('milestoneCommand', command)}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
