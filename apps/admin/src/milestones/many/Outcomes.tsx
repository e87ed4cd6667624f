import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import RefusedIcon from '@mui/icons-material/ErrorOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Agreement, MilestoneBulkAnswer, MilestoneBulkLine } from '@tawama/contracts';
import { Name } from '../../ui/Name.js';
import { ReferenceField } from '../../ui/ReferenceField.js';
import { useWords } from '../../ui/words.js';
import type { Chosen } from './selection.js';

type DoneLine = Extract<MilestoneBulkLine, { record: unknown }>;
const isDone = (line: MilestoneBulkLine): line is DoneLine => 'record' in line;

/** What came, or would come, of each milestone, in words. */
export function Outcomes({ answer: { data, dryRun }, steps }: { answer: MilestoneBulkAnswer; steps: readonly Chosen[] }) {
  const { t } = useWords();
  const stepOf = new Map(steps.map((step) => [step.id, step]));
  const done = data.filter(isDone).length;
  return (
    <Box component="section" aria-live="polite" sx={{ display: 'grid', gap: 1 }}>
      <Alert severity={done === data.length ? (dryRun ? 'info' : 'success') : 'warning'}>
        {t(dryRun ? 'many.wouldSummary' : 'many.summary', { done, all: data.length })} {dryRun ? t('many.nothingSaved') : done < data.length && t('many.refusedStay')}
      </Alert>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {data.map((line) => <Line key={line.id} line={line} step={stepOf.get(line.id)} dryRun={dryRun} />)}
      </Box>
    </Box>
  );
}

function Line({ line, step, dryRun }: { line: MilestoneBulkLine; step: Chosen | undefined; dryRun: boolean }) {
  const { t } = useWords();
  const Icon = isDone(line) ? DoneIcon : RefusedIcon;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', paddingBlock: 1, borderBlockEnd: 1, borderColor: 'divider', '&:last-of-type': { borderBlockEnd: 0 } }}>
      <Icon fontSize="small" aria-hidden color={isDone(line) ? 'success' : 'error'} />
      <Box sx={{ minInlineSize: 0, overflowWrap: 'anywhere' }}>
        <Typography sx={{ fontWeight: 600 }}>{step?.number} <Name of={step?.title} /></Typography>
        {step && <Typography variant="body2" color="text.secondary"><ReferenceField<Agreement> resource="agreements" id={step.agreementId} render={(agreement) => <Name of={agreement.title} />} /></Typography>}
        <Typography variant="body2">{isDone(line) ? <Followed line={line} word={t(dryRun ? 'many.canBeDone' : 'many.done')} /> : line.errors?.[0]?.message ?? line.detail}</Typography>
      </Box>
    </Box>
  );
}

function Followed({ line, word }: { line: DoneLine; word: string }) {
  const { t } = useWords();
  const others = line.moved.filter(({ milestoneId }) => milestoneId !== line.id).length;
  return <>{word}{others > 0 && <> · {t('many.moves', { smart_count: others })}</>} · {t('milestones.command.remindersAdded', { count: line.remindersAdded })} · {t('milestones.command.remindersCancelled', { count: line.remindersCancelled })}</>;
}
