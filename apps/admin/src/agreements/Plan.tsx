import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { Agreement, LocalisedText, Milestone } from '@tawama/contracts';
import { isFinished } from '@tawama/workflow';
import { formatPercent } from '@tawama/messages';
import { useGetList } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useMilestoneLink } from '../milestones/links.js';
import { StepActions } from '../milestones/StepActions.js';
import { Demonstration } from '../ui/Demonstration.js';
import { EmptyState } from '../ui/EmptyState.js';
import { listOf } from '../ui/links.js';
import { Name } from '../ui/Name.js';
import { Card } from '../ui/Page.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

const EVERYTHING = { page: 1, perPage: 200 };

/** The agreement's steps by stage along a line of time, each with its state in icon and word. */
export function Plan({ agreement }: { agreement: Agreement }) {
  const { t, text, language } = useWords();
  const { data = [], error, isPending, refetch } = useGetList<Milestone>('milestones', { filter: { agreementId: agreement.id }, sort: { field: 'number', order: 'ASC' }, pagination: EVERYTHING });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting rows={8} />;
  if (data.length === 0) return <EmptyState title={t('list.nothing')} />;
  const stages = stagesOf(data);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <LinearProgress variant="determinate" value={agreement.progress} aria-label={t('agreements.columns.progress')} sx={{ flex: 1, blockSize: 10, borderRadius: 5 }} />
        <span>{formatPercent(agreement.progress, language)}</span>
        <Link component={RouterLink} to={listOf('/milestones', { agreementId: agreement.id })}>{t('agreements.seeAll')}</Link>
      </Box>
      {stages.map(({ stage, title, steps }) => (
        <Card key={stage} id={`stage-${stage}`} flush title={text(title)} actions={<Link component={RouterLink} to={listOf('/milestones', { agreementId: agreement.id, stage })} variant="body2" color="text.secondary">{t('agreements.stageDone', { done: steps.filter((step) => isFinished(step.status) && step.status !== 'cancelled').length, all: steps.length })}</Link>}>
          <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, paddingBlock: 1 }}>
            {steps.map((step, index) => <PlanStep key={step.id} step={agreement.status === 'suspended' ? { ...step, daysLate: 0 } : step} last={index === steps.length - 1} />)}
          </Box>
        </Card>
      ))}
    </Box>
  );
}

/** The steps by stage, in the order of the plan; what a project brings stands with the stage that it belongs to. */
function stagesOf(steps: readonly Milestone[]): { stage: string; title: LocalisedText; steps: Milestone[] }[] {
  const stages = new Map<string, { stage: string; title: LocalisedText; steps: Milestone[] }>();
  for (const step of steps) {
    const known = stages.get(step.stage);
    if (known) known.steps.push(step); else stages.set(step.stage, { stage: step.stage, title: step.stageTitle, steps: [step] });
  }
  return [...stages.values()];
}

const DOTS: Partial<Record<Milestone['status'], string>> = { done: 'success.main', open: 'primary.main', submitted: 'info.main', blocked: 'error.main' };

function PlanStep({ step, last }: { step: Milestone; last: boolean }) {
  const { t, label, date, delay, colon } = useWords();
  const linkTo = useMilestoneLink();
  const colour = step.daysLate > 0 ? 'error.main' : DOTS[step.status] ?? 'text.disabled';
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '28px minmax(0, 1fr)', paddingInline: { xs: 1.5, sm: 2 } }}>
      <Box aria-hidden sx={{ display: 'grid', justifyItems: 'center', gridTemplateRows: '22px 1fr' }}>
        <Box sx={{ inlineSize: 14, blockSize: 14, borderRadius: '50%', marginBlockStart: '8px', border: 3, borderColor: colour, bgcolor: step.status === 'done' ? colour : 'background.paper' }} />
        <Box sx={{ inlineSize: 2, bgcolor: last ? 'transparent' : 'divider', marginBlockStart: '4px' }} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'flex-start', paddingBlock: 0.5, paddingInlineStart: 1 }}>
        <Box sx={{ flex: '1 1 260px', minInlineSize: 0 }}>
          <Link component={RouterLink} to={linkTo(step.id)} color="inherit" sx={{ fontWeight: step.status === 'open' || step.daysLate > 0 ? 600 : 400 }}><Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>{step.number}</Box> <Name of={step.title} /></Link>{' '}
          <Demonstration when={step.demonstration} />
          <Typography variant="body2" color="text.secondary">
            {step.status === 'done' ? date(step.doneOn) : step.dueOn === null ? t('milestones.noDateYet') : <>{t('milestones.due')}{colon}{date(step.dueOn)}{step.provisional && ` (${t('today.provisional')})`}{step.originalDueOn !== null && step.originalDueOn !== step.dueOn && ` · ${t('milestones.originally', { date: date(step.originalDueOn) })}`}</>}
            {step.waitingOn !== null && !isFinished(step.status) && ` · ${t('milestones.waitingOn')}${colon}${label('waitingOn', step.waitingOn)}`}
          </Typography>
        </Box>
        <Box sx={{ flex: '0 1 150px', paddingBlockStart: 0.25 }}>{step.daysLate > 0 ? <StatusMark group="health" value="late" word={delay(-step.daysLate)} /> : <StatusMark group="milestoneStatus" value={step.status} />}</Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, minInlineSize: { sm: 110 } }}>{step.status !== 'planned' && !isFinished(step.status) && <StepActions icons milestoneId={step.id} agreementId={step.agreementId} status={step.status} />}</Box>
      </Box>
    </Box>
  );
}
