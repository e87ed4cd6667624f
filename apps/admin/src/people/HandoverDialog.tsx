import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HandOverAnswer, Person } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { PersonField } from '../milestones/PersonField.js';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { ApiProblem } from '../providers/problem.js';
import { Name } from '../ui/Name.js';
import { useCity } from '../ui/References.js';
import { Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

const told = (problem: unknown): string => (problem instanceof ApiProblem ? problem.problem?.errors?.[0]?.message ?? problem.message : problem instanceof Error ? problem.message : '');

/** Names a successor and shows which steps change hands before anything is saved. */
export default function HandoverDialog({ person, onClose }: { person: Person; onClose: (done: boolean) => void }) {
  const { t } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const city = useCity(person.cityId);
  const [successorId, setSuccessorId] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const command = { id: person.id, command: 'hand-over', version: person.version, body: { successorId } };
  const preview = useQuery({ queryKey: ['hand-over', person.id, person.version, successorId], queryFn: () => provider.command<HandOverAnswer>('people', { ...command, dryRun: true }), enabled: successorId !== '', retry: false });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await provider.command<HandOverAnswer>('people', command);
      notify('people.handover.saved', { type: 'success' });
      onClose(true);
      await queries.invalidateQueries();
    } catch (problem) { setRefusal(told(problem)); }
  };
  const refused = refusal ?? (preview.error ? told(preview.error) : null);
  return (
    <Dialog open fullWidth onClose={() => onClose(false)} aria-labelledby="handover-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="handover-title">{t('people.handover.title')} · <bdi>{person.name}</bdi></DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Typography color="text.secondary">{t('people.handover.hint')}</Typography>
          <PersonField side={city?.role ?? 'any'} label={t('people.handover.successor')} none={t('people.handover.choose')} value={successorId} onChange={(id) => { setSuccessorId(id); setRefusal(null); }} inPlaceOf={person.id} />
          {refused !== null && <Alert severity="error">{refused}</Alert>}
          {successorId !== '' && preview.isFetching && <Waiting rows={3} />}
          {preview.data && !preview.isFetching && <Preview of={preview.data} />}
        </DialogContent>
        <DialogActions><Button onClick={() => onClose(false)}>{t('list.cancel')}</Button><Button type="submit" variant="contained" disabled={!preview.data || preview.isFetching}>{t('people.handover.title')}</Button></DialogActions>
      </form>
    </Dialog>
  );
}

function Preview({ of: { changes, kept, coordinates } }: { of: HandOverAnswer }) {
  const { t } = useWords();
  if (changes.length === 0 && kept.length === 0 && coordinates.length === 0) return <Typography>{t('people.handover.nothing')}</Typography>;
  return (
    <>
      {coordinates.length > 0 && <Typography>{t('people.handover.coordinates', { count: coordinates.length })}</Typography>}
      <Steps title={`${t('people.handover.changes')} (${changes.length})`} steps={changes} />
      {kept.length > 0 && <Steps title={`${t('people.handover.kept')} (${kept.length})`} steps={kept} />}
    </>
  );
}

function Steps({ title, steps }: { title: string; steps: HandOverAnswer['changes'] }) {
  const { t } = useWords();
  return (
    <Box>
      <Typography variant="h3" sx={{ marginBlockEnd: 0.5 }}>{title}</Typography>
      <Box component="ul" tabIndex={0} aria-label={title} sx={{ margin: 0, paddingInlineStart: 2.5, maxBlockSize: 260, overflow: 'auto' }}>
        {steps.map((step) => <li key={`${step.milestoneId}${step.field}`}><Name of={step.title} /> <Box component="span" sx={{ color: 'text.secondary' }}>· <Name of={step.agreementTitle} /> · {t(step.field === 'ownerId' ? 'people.handover.owner' : 'people.handover.counterpart')}</Box></li>)}
      </Box>
    </Box>
  );
}
