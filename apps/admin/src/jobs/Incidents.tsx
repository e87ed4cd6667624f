import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQueryClient } from '@tanstack/react-query';
import type { Incident } from '@tawama/contracts';
import { labelsIn } from '@tawama/messages';
import { useDataProvider, useNotify } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { LinkTo } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';
import { useDuration } from './useDuration.js';

/** Kinds of incidents as the server names them, and the words for each. */
const KINDS = { 'mail/no-address': 'noAddress', 'mail/contact-lost': 'contactLost', 'mail/failed': 'mailFailed', 'person/no-address': 'personWithoutAddress', 'job/failed': 'jobFailed' } as const;
const kindOf = (kind: string): (typeof KINDS)[keyof typeof KINDS] | 'other' => (Object.hasOwn(KINDS, kind) ? KINDS[kind as keyof typeof KINDS] : 'other');

/** What failed for good, what can be done, and doing it. */
export function Incidents() {
  const { t, language } = useWords();
  const { since } = useDuration();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const act = async (incident: Incident, command: 'retry' | 'dismiss') => {
    try {
      await provider.send(`incidents/${incident.id}/${command}`);
      notify(command === 'retry' ? 'jobs.retried' : 'jobs.dismissed', { type: 'success' });
      await queries.invalidateQueries();
    } catch (problem) { notify(problem instanceof Error ? problem.message : t('shell.failedTitle'), { type: 'error' }); }
  };
  const columns: readonly Column<Incident>[] = [
    { key: 'summary', label: t('jobs.summary'), title: true, width: '44%', cell: (incident) => (
      <>
        <Box component="span" sx={{ fontWeight: 600 }}>{t(`jobs.what.${kindOf(incident.kind)}`)}</Box>
        <Typography variant="body2" component="div" sx={{ fontWeight: 400 }}><bdi>{incident.summary}</bdi></Typography>
        {incident.state === 'open' && <Typography variant="body2" component="div" color="text.secondary" sx={{ fontWeight: 400 }}>{t(`jobs.advice.${kindOf(incident.kind)}`)}</Typography>}
        {incident.deliveryId !== null && <LinkTo to={`/deliveries/${incident.deliveryId}`}>{t('jobs.showMail')}</LinkTo>}
      </>
    ) },
    { key: 'lastAt', label: t('jobs.lastAt'), sort: 'lastAt', cell: (incident) => <>{t('jobs.ago', { time: since(incident.lastAt) })}<Typography variant="body2" component="div" color="text.secondary">{t('jobs.times', { smart_count: incident.times })}</Typography></> },
    { key: 'state', label: t('jobs.state'), cell: (incident) => <StatusMark group="incidentState" value={incident.state} /> },
  ];
  const filters: readonly Filter[] = [{ source: 'state', label: t('jobs.state'), options: Object.entries(labelsIn(language).incidentState).map(([value, word]) => ({ value, label: word })) }];
  return (
    <ResourceList<Incident> resource="incidents" label={t('jobs.incidents')} columns={columns} filters={filters} sort={{ field: 'lastAt', order: 'DESC' }} actionsLabel={t('record.actions')}
      empty={<EmptyState title={t('jobs.incidentsEmpty')} hint={t('jobs.incidentsEmptyHint')} />}
      actions={(incident) => (incident.state !== 'open' ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          <Button size="small" variant="outlined" onClick={() => void act(incident, 'retry')}>{t('jobs.retry')}</Button>
          <Button size="small" onClick={() => void act(incident, 'dismiss')}>{t('jobs.dismiss')}</Button>
        </Box>
      ))} />
  );
}
