import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import OpenInNewIcon from '@mui/icons-material/OpenInNew';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { JobsAnswer } from '@tawama/contracts';
import { OLD_SWEEP_SECONDS } from '@tawama/domain';
import { useDataProvider } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useInstant } from '../ui/dates.js';
import { Card, Page } from '../ui/Page.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { LinkTo } from '../ui/References.js';
import { Mark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { Backup } from './Backup.js';
import { Incidents } from './Incidents.js';
import { useDuration } from './useDuration.js';

const EVERY_MS = 15_000;

/** What the program does by itself, in plain words, and whether it is well. */
export default function JobsPage() {
  const { t } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['jobs'], queryFn: () => provider.read<JobsAnswer>('jobs'), refetchInterval: EVERY_MS });
  return (
    <Page title={t('jobs.title')} lead={t('jobs.lead')} actions={<Button variant="outlined" href="/admin/queues" target="_blank" rel="noreferrer" endIcon={<OpenInNewIcon aria-hidden />} title={t('jobs.queuesBoardHint')}>{t('jobs.queuesBoard')}</Button>}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting rows={4} /> : <Work jobs={data} />}
      <Box id="incidents" sx={{ scrollMarginBlockStart: 80 }}><Typography variant="h2" sx={{ marginBlockEnd: 1 }}>{t('jobs.incidents')}</Typography><Incidents /></Box>
      <Backup />
    </Page>
  );
}

function Work({ jobs }: { jobs: JobsAnswer }) {
  const { t } = useWords();
  const { inWords, zoneLabel } = useInstant();
  const { since, secondsSince } = useDuration();
  const stopped = jobs.lastSweepAt === null || secondsSince(jobs.lastSweepAt) > OLD_SWEEP_SECONDS;
  const well = jobs.queue.answers && jobs.brokenRows === 0 && !stopped;
  const { pending, leased, held, failed } = jobs.deliveries;
  return (
    <Card id="work" title={t('jobs.queue')} actions={well ? <Mark icon={CheckCircleIcon} tone="success">{t('jobs.well')}</Mark> : <Mark icon={ErrorIcon} tone="error">{t('jobs.notWell')}</Mark>}>
      <Pairs>
        <Pair label={t('jobs.waiting')}><LinkTo to="/deliveries/pending">{pending}</LinkTo>{jobs.oldestWaitingSince !== null && ` · ${t('jobs.oldest')} ${since(jobs.oldestWaitingSince)}`}</Pair>
        <Pair label={t('jobs.sending')}><LinkTo to="/deliveries/pending">{leased}</LinkTo></Pair>
        <Pair label={t('jobs.held')}><LinkTo to="/deliveries/held">{held}</LinkTo></Pair>
        <Pair label={t('jobs.failed')}><LinkTo to="/deliveries/problems">{failed}</LinkTo></Pair>
        <Pair label={t('jobs.lastSweep')}>{jobs.lastSweepAt === null ? t('jobs.never') : t('jobs.ago', { time: since(jobs.lastSweepAt) })}{stopped && <div><Mark icon={ErrorIcon} tone="error">{t('jobs.sweepOld')}</Mark></div>}</Pair>
        <Pair label={t('jobs.queueAnswers')}>{jobs.queue.answers ? <Mark icon={CheckCircleIcon} tone="success">{`${t('list.yes')} · ${t('jobs.queueTasks', { smart_count: jobs.queue.waiting + jobs.queue.active })}`}</Mark> : <Mark icon={ErrorIcon} tone="error">{t('jobs.queueSilent')}</Mark>}</Pair>
        <Pair label={t('jobs.whole')}>{jobs.brokenRows === 0 ? <Mark icon={CheckCircleIcon} tone="success">{t('list.yes')}</Mark> : <Mark icon={ErrorIcon} tone="error">{t('jobs.broken', { smart_count: jobs.brokenRows })}</Mark>}</Pair>
        <Pair label={t('jobs.next')}>
          {jobs.nextDue.length === 0 ? t('jobs.noNextWake') : (
            <Box component="ul" sx={{ margin: 0, padding: 0, listStyle: 'none' }}>
              {jobs.nextDue.slice(0, 5).map(({ at, reminders }) => <li key={at}>{inWords(at)} ({zoneLabel}) · <LinkTo to="/deliveries">{t('jobs.reminders', { smart_count: reminders })}</LinkTo></li>)}
            </Box>
          )}
        </Pair>
      </Pairs>
    </Card>
  );
}
