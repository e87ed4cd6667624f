import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { DEFAULT_LADDER } from '@tawama/domain';
import { reminderLines } from '@tawama/messages';
import type { TemplateMilestone, TemplateStage, WorkflowTemplate } from '@tawama/workflow';
import { useParams } from 'react-router-dom';
import { useMay } from '../providers/session-context.js';
import { listOf } from '../ui/links.js';
import { Rows } from '../ui/list/Rows.js';
import { Name } from '../ui/Name.js';
import { Card, Page } from '../ui/Page.js';
import { Quoted } from '../ui/Quoted.js';
import { LinkTo } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { CertaintyMark } from './CertaintyMark.js';
import { Conduct, Gate, Repeats } from './Conduct.js';
import { Compare } from './Compare.js';
import { DueWords } from './DueWords.js';
import { Problems } from './Problems.js';
import { TemplateActions } from './TemplateActions.js';
import { useVersion } from './versions.js';
import { WhoActs } from './WhoActs.js';

/** One version of a template: its stages, and for each step who acts, when it falls due and what proves it. */
export default function TemplatePage() {
  const { key = '', version = '' } = useParams();
  const { t, text, label, language } = useWords();
  const mayWrite = useMay('template.write');
  const { data: template, error, isPending, refetch } = useVersion(key, version);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const opening = template.events.find((event) => event.key === template.opening.event);
  const stages = template.stages.map((stage) => ({ stage, steps: template.milestones.filter((step) => step.stage === stage.key) })).filter(({ steps }) => steps.length > 0);
  return (
    <Page title={text(template.title)} heading={<Name of={template.title} />} actions={<TemplateActions template={template} />}
      lead={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'center' }}>
          <StatusMark group="templateState" value={template.state} /><span>{label('agreementType', template.agreementType)} · {t('templates.version', { n: template.version })}</span>
          {template.state !== 'draft' && <LinkTo to={listOf('/agreements', { templateKey: template.key })}>{t('templates.agreements')}</LinkTo>}
        </Box>
      )}>
      {template.state === 'retired' && <Typography color="text.secondary">{t('templates.retiredHint')}</Typography>}
      {template.state === 'draft' && <Problems template={template} mayEdit={mayWrite} />}
      <Box component="nav" aria-label={t('templates.chart')}>
        <Box component="ol" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {stages.map(({ stage, steps }, index) => (
            <li key={stage.key}>
              <Link href={`#stage-${stage.key}`} underline="hover" color="inherit" onClick={(event) => { event.preventDefault(); document.getElementById(`stage-${stage.key}`)?.scrollIntoView({ block: 'start' }); }}
                sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', minBlockSize: 36, paddingInline: 1.5, borderRadius: 5, border: 1, borderColor: 'divider', bgcolor: 'background.paper' }}>
                <Box component="span" sx={{ color: 'primary.main', fontWeight: 600 }}>{index + 1}</Box><Name of={stage.title} /><Box component="span" sx={{ color: 'text.secondary' }}>({steps.length})</Box>
              </Link>
            </li>
          ))}
        </Box>
      </Box>
      {opening && <Typography>{t('templates.begins')} <Quoted><Name of={opening.title} /></Quoted>{template.opening.orToday && `${language === 'ar' ? '، ' : ', '}${t('templates.beginsToday')}`}.</Typography>}
      {stages.map(({ stage, steps }) => <Stage key={stage.key} stage={stage} steps={steps} template={template} />)}
      <Events template={template} />
      <Reminders template={template} />
      <Compare template={template} />
    </Page>
  );
}

function Stage({ stage, steps, template }: { stage: TemplateStage; steps: readonly TemplateMilestone[]; template: WorkflowTemplate }) {
  const { t, text, label, colon } = useWords();
  const eventTitle = (key: string) => template.events.find((event) => event.key === key)?.title ?? null;
  return (
    <Card id={`stage-${stage.key}`} title={<Name of={stage.title} />} flush>
      <Gate stage={stage} template={template} />
      <Rows<TemplateMilestone> label={text(stage.title)} rows={steps} keyOf={(step) => step.key} columns={[
        { key: 'title', label: t('templates.step'), title: true, width: '30%', cell: (step) => <><bdi dir="ltr">{step.number}</bdi> <Box component="span" sx={{ fontWeight: 600 }}><Name of={step.title} /></Box>{step.note !== null && <Typography variant="body2" color="text.secondary" component="div" sx={{ fontWeight: 400 }}><Name of={step.note} /></Typography>}<Conduct step={step} template={template} /></> },
        { key: 'due', label: t('templates.due'), width: '22%', cell: (step) => <><DueWords rule={step.due} template={template} /><Repeats step={step} template={template} /></> },
        { key: 'who', label: t('templates.who'), width: '17%', cell: (step) => <WhoActs who={step.responsible} /> },
        { key: 'evidence', label: t('templates.evidence'), cell: (step) => <>{step.evidence === null ? t('templates.noEvidence') : <Name of={step.evidence} />}{step.proof !== undefined && step.proof !== 'declared' && <Typography variant="body2" color="text.secondary" component="div">{t('templates.edit.proof')}{colon}{label('evidenceLevel', step.proof)}</Typography>}</> },
        { key: 'certainty', label: t('templates.certainty'), cell: (step) => <><CertaintyMark value={step.certainty} />{step.produces.length > 0 && <Typography variant="body2" color="text.secondary" component="div">{t('templates.records')}{colon}{step.produces.map((key, index) => <span key={key}>{index > 0 && ' · '}<Name of={eventTitle(key)} /></span>)}</Typography>}</> },
      ]} />
    </Card>
  );
}

function Events({ template }: { template: WorkflowTemplate }) {
  const { t, text } = useWords();
  return (
    <Card id="events" title={t('templates.events')}>
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>
        {template.events.map((event) => {
          const other = template.events.find((one) => one.key === event.defaultsTo);
          return <li key={event.key}><Name of={event.title} />{other && <Box component="span" sx={{ color: 'text.secondary' }}> ({t('templates.defaultsTo', { event: text(other.title) })})</Box>}</li>;
        })}
      </Box>
    </Card>
  );
}

/** Who is reminded of a step that says nothing else. */
function Reminders({ template: { reminders } }: { template: WorkflowTemplate }) {
  const { t, language } = useWords();
  return (
    <Card id="reminders" title={t('templates.reminders')}>
      {reminders === undefined && <Typography color="text.secondary">{t('templates.remindersClub')}</Typography>}
      <Box component="ul" sx={{ margin: 0, paddingInlineStart: 2.5 }}>{reminderLines(reminders ?? DEFAULT_LADDER, language).map((line) => <li key={line}>{line}</li>)}</Box>
    </Card>
  );
}
