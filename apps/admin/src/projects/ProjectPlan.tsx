import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Milestone, Project } from '@tawama/contracts';
import { isFinished } from '@tawama/workflow';
import { useGetList } from 'ra-core';
import { StepActions } from '../milestones/StepActions.js';
import { useMilestoneLink } from '../milestones/links.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Rows } from '../ui/list/Rows.js';
import { Name } from '../ui/Name.js';
import { Card } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

/** The project's steps, as they stand in the plan of the agreement that leads. */
export function ProjectPlan({ project }: { project: Project }) {
  const { t, date, delay } = useWords();
  const linkTo = useMilestoneLink();
  const { data, error, isPending, refetch } = useGetList<Milestone>('milestones', { filter: { projectId: project.id }, sort: { field: 'number', order: 'ASC' }, pagination: { page: 1, perPage: 50 } });
  return (
    <Card id="plan" title={t('projects.plan')} flush actions={<Typography variant="body2" color="text.secondary">{t('projects.steps', { ...project.steps })}</Typography>}>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting rows={4} /> : data.length === 0 ? <EmptyState title={t('list.nothing')} />
        : <Rows<Milestone> label={t('projects.plan')} rows={data} keyOf={(step) => step.id} actionsLabel={t('today.columns.actions')}
          actions={(step) => (isFinished(step.status) ? null : <StepActions milestoneId={step.id} agreementId={step.agreementId} status={step.status} />)} columns={[
          { key: 'title', label: t('milestones.columns.step'), title: true, cell: (step) => <LinkTo to={linkTo(step.id)} strong><Name of={step.title} /></LinkTo> },
          { key: 'due', label: t('milestones.columns.due'), cell: (step) => (step.status === 'done' ? date(step.doneOn, 'short') : step.dueOn === null ? t('milestones.noDateYet') : date(step.dueOn, 'short')) },
          { key: 'status', label: t('milestones.columns.status'), cell: (step) => (step.daysLate > 0 ? <StatusMark group="health" value="late" word={delay(-step.daysLate)} /> : <StatusMark group="milestoneStatus" value={step.status} />) },
        ]} />}
      <Box sx={{ paddingInline: 2.5, paddingBlock: 1, color: 'text.secondary', fontSize: '0.875rem' }}>{t('projects.planHint')}</Box>
    </Card>
  );
}
