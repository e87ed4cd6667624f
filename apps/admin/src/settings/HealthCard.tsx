import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import ErrorIcon from '@mui/icons-material/ErrorOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { MachineFigures } from '@tawama/contracts';
import { machineLines, needed, type MachineLine, type MachineTrouble } from '@tawama/domain';
import { useDataProvider } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useDuration } from '../jobs/useDuration.js';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { listOf } from '../ui/links.js';
import { Card } from '../ui/Page.js';
import { Mark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

const EVERY_MS = 15_000;
const LOOKS = { well: [CheckCircleIcon, 'success'], note: [InfoIcon, 'info'], act: [ErrorIcon, 'error'] } as const;
/** Where each trouble can be seen to. */
const PLACES: Readonly<Partial<Record<MachineTrouble, string>>> = {
  sweepNever: '/jobs', sweepOld: '/jobs', mailSilent: '/deliveries/pending', outboxOnly: '/deliveries/sent', late: '/deliveries/pending',
  incidents: listOf('/jobs', { state: 'open' }), broken: '/jobs', backupNever: '/jobs', backupOld: '/jobs',
};
const QUEUE_BOARD = '/admin/queues';

/** Whether the program is well: one sentence, then a line for everything it stands on, with what it means and what to do. */
export function HealthCard() {
  const { t } = useWords();
  const mayLook = useMay('job.manage');
  const provider = useDataProvider<ClubDataProvider>();
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['health'], queryFn: () => provider.read<MachineFigures>('health'), refetchInterval: EVERY_MS, enabled: mayLook });
  if (!mayLook) return null;
  return (
    <Card id="health" title={t('health.title')}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting rows={5} /> : <Lines figures={data} />}
    </Card>
  );
}

function Lines({ figures }: { figures: MachineFigures }) {
  const { t } = useWords();
  const lines = machineLines(figures);
  const count = needed(lines);
  return (
    <>
      <Typography component="p" variant="h3" sx={{ marginBlockEnd: 1.5 }}>{count === 0 ? t('health.allWell') : t('health.needs', { smart_count: count })}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 1.25 }}>
        {lines.map((line) => <Line key={line.part} line={line} version={figures.zoneDataVersion} waiting={figures.waitingMails} />)}
      </Box>
    </>
  );
}

function Line({ line, version, waiting }: { line: MachineLine; version: string; waiting: number }) {
  const { t } = useWords();
  const { inWords } = useDuration();
  const [icon, tone] = LOOKS[line.tone];
  const blanks = { smart_count: line.count, time: inWords(line.seconds), version };
  return (
    <Box component="li" sx={{ display: 'grid', columnGap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'max-content minmax(0, 1fr)', sm: '9.5rem 11.5rem minmax(0, 1fr)' } }}>
      <Mark icon={icon} tone={tone}>{t(`health.tone.${line.tone}`)}</Mark>
      <Box component="span" sx={{ fontWeight: 600 }}>{t(`health.part.${line.part}`)}</Box>
      <Box sx={{ minInlineSize: 0, gridColumn: { xs: '1 / -1', sm: 'auto' } }}>
        {line.tone === 'well' ? t(`health.well.${line.part}`, blanks) : <Trouble trouble={line.trouble}>{t(`health.trouble.${line.trouble}`, blanks)}</Trouble>}
        {line.tone !== 'well' && <Typography variant="body2" color="text.secondary">{t(`health.advice.${line.trouble}`)}</Typography>}
        {line.part === 'mail' && waiting > 0 && <div><Place to="/deliveries/pending">{t('health.waiting', { smart_count: waiting })}</Place></div>}
      </Box>
    </Box>
  );
}

function Trouble({ trouble, children }: { trouble: MachineTrouble; children: string }) {
  const place = PLACES[trouble];
  if (trouble === 'queueSilent') return <Link href={QUEUE_BOARD} target="_blank" rel="noreferrer" color="inherit" underline="always">{children}</Link>;
  return place === undefined ? <>{children}</> : <Place to={place}>{children}</Place>;
}

function Place({ to, children }: { to: string; children: string }) {
  return <Link component={RouterLink} to={to} color="inherit" underline="always" sx={{ display: 'inline-block', minBlockSize: 24 }}>{children}</Link>;
}
