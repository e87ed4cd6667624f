import EditIcon from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Project } from '@tawama/contracts';
import { useGetOne } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { seldom } from '../ahead/seldom.js';
import { useMay } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { Name } from '../ui/Name.js';
import { Card, Page } from '../ui/Page.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { AgreementLink, PersonLink } from '../ui/References.js';
import { RemoveRecord } from '../ui/RemoveRecord.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { useFigures } from './figures.js';
import { IndicatorBar } from './IndicatorBar.js';
import { Measurements } from './Measurements.js';
import { ProjectPlan } from './ProjectPlan.js';

const Photos = seldom(() => import('./photos/Photos.js'));
const Timeline = lazy(() => import('../timeline/Timeline.js'));

/** One project: what, where, for whom, what came of it, and its own short plan. */
export default function ProjectPage() {
  const { id = '' } = useParams();
  const { t, text, label } = useWords();
  const mayWrite = useMay('project.write');
  const mayLog = useMay('contact.read');
  const [removing, setRemoving] = useState(false);
  const { data: project, error, isPending, refetch } = useGetOne<Project>('projects', { id });
  if (error) return <Page title={t('projects.title')}><Failed error={error} retry={() => void refetch()} /></Page>;
  if (isPending) return <Page title={t('projects.title')}><Waiting rows={8} /></Page>;
  return (
    <Page title={text(project.title)} heading={<><Name of={project.title} /> <Demonstration when={project.demonstration} /></>}
      lead={<Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}><StatusMark group="projectStatus" value={project.status} /><span>{label('axis', project.axis)}</span>{project.place !== null && <bdi>{project.place}</bdi>}</Box>}
      actions={mayWrite && (
        <>
          <Button component={RouterLink} to={`/projects/${id}/edit`} variant="contained" startIcon={<EditIcon aria-hidden />}>{t('list.edit')}</Button>
          <Button color="error" onClick={() => setRemoving(true)}>{t('list.remove')}</Button>
        </>
      )}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 380px' }, alignItems: 'start' }}>
        <Box sx={{ display: 'grid', gap: 2, minInlineSize: 0 }}>
          <Card id="indicator" title={t('projects.indicator')}>
            {project.indicator === null ? <Box sx={{ color: 'text.secondary' }}>{t('projects.noIndicator')}</Box> : <IndicatorBar indicator={project.indicator} />}
          </Card>
          <Suspense fallback={<Waiting rows={2} />}><Photos project={project} /></Suspense>
          <ProjectPlan project={project} />
          {project.indicator !== null && <Measurements project={project} unit={project.indicator.unit} />}
          {mayLog && <Card id="timeline" title={t('milestones.timeline.title')}><Suspense fallback={<Waiting rows={2} />}><Timeline subject={{ type: 'project', id: project.id }} /></Suspense></Card>}
        </Box>
        <Facts project={project} />
      </Box>
      {removing && <RemoveRecord resource="projects" record={project} name={text(project.title)} hint={t('projects.removeHint')} after="/projects" onClose={() => setRemoving(false)} />}
    </Page>
  );
}

function Facts({ project }: { project: Project }) {
  const { t } = useWords();
  const { number, reached, period } = useFigures();
  return (
    <Box sx={{ display: 'grid', gap: 2, minInlineSize: 0 }}>
      <Card id="serves" title={t('projects.serves')}>
        <Box component="ol" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{project.agreementIds.map((id, place) => <li key={id}><AgreementLink id={id} />{place === 0 && project.agreementIds.length > 1 && ` (${t('projects.leads')})`}</li>)}</Box>
      </Card>
      <Card id="facts" title={t('projects.facts')}>
        <Pairs>
          <Pair label={t('projects.columns.dates')}>{period(project)}</Pair>
          <Pair label={t('projects.beneficiaries')}>{reached(project.beneficiaries)}</Pair>
          <Pair label={t('projects.budget')}>{project.budget === null ? t('projects.none') : <><bdi>{number(project.budget.amount)} {project.budget.currency}</bdi>{project.budget.funder !== null && <div><bdi>{project.budget.funder}</bdi></div>}</>}</Pair>
          <Pair label={t('projects.homeLead')}>{project.homeLeadId === null ? t('projects.none') : <PersonLink id={project.homeLeadId} />}</Pair>
          <Pair label={t('projects.partnerLead')}>{project.partnerLeadId === null ? t('projects.none') : <PersonLink id={project.partnerLeadId} />}</Pair>
          {project.note !== null && <Pair label={t('projects.note')}><Name of={project.note} /></Pair>}
        </Pairs>
      </Card>
    </Box>
  );
}
