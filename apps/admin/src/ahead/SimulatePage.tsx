import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Agreement, SimulationAnswer } from '@tawama/contracts';
import { useGetOne } from 'ra-core';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { call } from '../providers/http.js';
import { useMay } from '../providers/session-context.js';
import { Name } from '../ui/Name.js';
import { Card, Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { ApiProblem } from '../providers/problem.js';
import { Assumptions } from './Assumptions.js';
import { playedIn, questionOf, simulationOf, type Played } from './address.js';
import { Simulation } from './Simulation.js';
import { useVersions } from './useVersions.js';

/** Plays an agreement or a template forward. What is played stands in the address, so that it can be sent to somebody. */
export default function SimulatePage() {
  const { t } = useWords();
  const [parameters, setParameters] = useSearchParams();
  const played = useMemo(() => playedIn(parameters), [parameters]);
  const { data: agreement } = useGetOne<Agreement>('agreements', { id: played.agreement }, { enabled: played.agreement !== '' });
  const versions = useVersions();
  const question = questionOf(played);
  const run = useQuery({
    queryKey: ['simulate', question], enabled: question !== null, staleTime: Infinity, retry: false,
    queryFn: () => call<SimulationAnswer>(question?.path ?? '', { method: 'POST', body: question?.body }),
  });
  const version = versions.find(({ key, version: number }) => key === played.template && String(number) === played.version) ?? versions.find(({ key, state }) => key === played.template && state === 'published');
  const refused = run.error instanceof ApiProblem ? run.error.problem?.errors ?? [] : [];
  return (
    <Page title={t('ahead.simulate.title')} lead={<Subject agreement={played.agreement === '' ? undefined : agreement} version={version} />}
      actions={version !== undefined && played.agreement === '' && run.data !== undefined && <CreateFrom played={played} newest={versions.find(({ key, state }) => key === version.key && state === 'published')?.version === version.version} />}>
      <Card>
        <Typography color="text.secondary" sx={{ marginBlockEnd: 2 }}>{t('ahead.simulate.lead')}</Typography>
        <Assumptions key={parameters.toString()} of={played} versions={versions} busy={run.isFetching} refused={refused} onPlay={(next) => setParameters(simulationOf(next).split('?')[1] ?? '')} />
      </Card>
      {run.error && <Alert severity="error">{refused.length > 0 ? refused.map(({ message }) => message).join(' ') : run.error.message}</Alert>}
      {question === null ? <Typography color="text.secondary">{t('ahead.simulate.choose')}</Typography> : run.isPending ? <Waiting rows={8} /> : run.data && <Simulation played={run.data} />}
    </Page>
  );
}

/** Whose dates these are, with the way back. */
function Subject({ agreement, version }: { agreement: Agreement | undefined; version: { key: string; version: number; title: Agreement['title'] } | undefined }) {
  const { t } = useWords();
  if (agreement !== undefined) return <LinkTo to={`/agreements/${agreement.id}`}><Name of={agreement.title} /></LinkTo>;
  return version === undefined ? null : <LinkTo to={`/templates/${version.key}/${version.version}`}><Name of={version.title} /> · {t('templates.version', { n: version.version })}</LinkTo>;
}

/** A new agreement follows the newest published version: only that one can be created from. */
function CreateFrom({ played, newest }: { played: Played; newest: boolean }) {
  const { t } = useWords();
  const may = useMay('agreement.create');
  if (!may || !newest) return null;
  const given = new URLSearchParams({ template: played.template, ...(played.home === '' ? {} : { home: played.home }), ...(played.partner === '' ? {} : { partner: played.partner }), ...Object.fromEntries(Object.entries(played.events).map(([event, on]) => [`on.${event}`, on])) });
  return <Button component={Link} to={`/agreements/create?${given.toString()}`} variant="contained">{t('ahead.simulate.create')}</Button>;
}
