import Box from '@mui/material/Box';
import { AXES, PROJECT_STATUSES, type Agreement, type Project } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { PersonField } from '../milestones/PersonField.js';
import { DateField } from '../ui/DateField.js';
import { CheckListField } from '../ui/form/CheckListField.js';
import { ChoiceField, FieldGroup, LineField, LocalisedField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useFresh } from '../ui/form/useFresh.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { Name } from '../ui/Name.js';
import { Page } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { StepDays } from './StepDays.js';
import { NEW_PROJECT, newProjectOf, projectOf, valuesOf, type ProjectValues } from './values.js';

/** Begins a project; the agreement may stand in the address. */
export function ProjectCreate() {
  const { t } = useWords();
  const [parameters] = useSearchParams();
  return <Page title={t('projects.add')} lead={t('projects.lead')}><Form initial={{ ...NEW_PROJECT, leadId: parameters.get('agreementId') ?? '' }} /></Page>;
}

/** Changes a project. */
export function ProjectEdit() {
  const { id = '' } = useParams();
  const { t, text } = useWords();
  const { data, error } = useFresh<Project>('projects', id);
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  return <Page title={t('projects.editTitle')} lead={<bdi>{text(data.title)}</bdi>}><Form key={data.id} stored={data} initial={valuesOf(data)} /></Page>;
}

const SIDE_BY_SIDE = { display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } } as const;

function Form({ stored, initial }: { stored?: Project; initial: ProjectValues }) {
  const { t, label, text } = useWords();
  const navigate = useNavigate();
  const { data: agreements = [] } = useGetList<Agreement>('agreements', { pagination: { page: 1, perPage: 200 }, sort: { field: 'title', order: 'ASC' }, filter: {} });
  const form = useRecordForm<ProjectValues>({
    resource: 'projects', initial, required: ['leadId', 'title'], toSend: stored ? projectOf : newProjectOf, asRecord: (current) => ({ ...current, ...valuesOf(current as Project) }),
    ...(stored ? { stored: { ...stored, ...valuesOf(stored), ...projectOf(valuesOf(stored)) } } : {}), onSaved: (project) => void navigate(`/projects/${project.id}`),
  });
  const { values, set, refusalAt } = form;
  const line = (field: 'place' | 'amount' | 'currency' | 'funder' | 'planned' | 'reached' | 'unit' | 'baseline' | 'target', words: string, path: string, type: 'text' | 'number' = 'text') =>
    <LineField label={words} value={values[field]} onChange={(typed) => set(field, typed)} refusal={refusalAt(path)} type={type} ltr={type === 'number' || field === 'currency'} />;
  const day = (field: 'startsOn' | 'endsOn') => { const refusal = refusalAt(field); return <DateField label={t(`projects.${field}`)} value={values[field]} onChange={(on) => set(field, on)} {...(refusal === undefined ? {} : { refusal })} />; };
  const lead = (field: 'homeLeadId' | 'partnerLeadId', side: 'home' | 'partner') => { const refusal = refusalAt(field); return <PersonField label={t(side === 'home' ? 'projects.homeLead' : 'projects.partnerLead')} side={side} none={t('record.none')} value={values[field]} onChange={(id) => set(field, id)} {...(refusal === undefined ? {} : { refusal })} />; };
  const named = agreements.map((agreement) => ({ value: agreement.id, label: text(agreement.title) }));
  return (
    <RecordFormFrame form={form} back={stored ? `/projects/${stored.id}` : '/projects'} subject="project">
      <LocalisedField label={t('projects.name')} path="title" required value={values.title} onChange={(title) => set('title', title)} refusalAt={refusalAt} hint={t('record.oneLanguageEnough')} />
      {!stored && <ChoiceField label={t('projects.agreement')} required value={values.leadId} onChange={(id) => set('leadId', id)} none={t('record.choose')} options={named} refusal={refusalAt('leadId') ?? refusalAt('agreementIds')} />}
      <Box sx={SIDE_BY_SIDE}>
        <ChoiceField label={t('projects.axis')} value={values.axis} onChange={(value) => set('axis', value as Project['axis'])} options={AXES.map((value) => ({ value, label: label('axis', value) }))} refusal={refusalAt('axis')} />
        <ChoiceField label={t('projects.status')} value={values.status} onChange={(value) => set('status', value as Project['status'])} options={PROJECT_STATUSES.map((value) => ({ value, label: label('projectStatus', value) }))} refusal={refusalAt('status')} hint={values.status === 'stopped' || values.status === 'completed' ? t('projects.stoppedHint') : undefined} />
      </Box>
      {line('place', t('projects.place'), 'place')}
      <FieldGroup legend={t('projects.columns.dates')} hint={t('projects.datesHint')}><Box sx={SIDE_BY_SIDE}>{day('startsOn')}{day('endsOn')}</Box></FieldGroup>
      {!stored && <StepDays values={values} onChange={(steps) => set('steps', steps)} refusalAt={refusalAt} />}
      <FieldGroup legend={t('projects.beneficiaries')}><Box sx={SIDE_BY_SIDE}>{line('planned', t('projects.planned'), 'beneficiaries.planned', 'number')}{line('reached', t('projects.reached'), 'beneficiaries.reached', 'number')}</Box></FieldGroup>
      <LocalisedField label={t('projects.indicatorLabel')} path="indicator.label" value={values.label} onChange={(text) => set('label', text)} refusalAt={refusalAt} />
      <Box sx={{ ...SIDE_BY_SIDE, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(3, minmax(0, 1fr))' } }}>{line('unit', t('projects.unit'), 'indicator.unit')}{line('baseline', t('projects.baseline'), 'indicator.baseline', 'number')}{line('target', t('projects.target'), 'indicator.target', 'number')}</Box>
      <FieldGroup legend={t('projects.budget')}><Box sx={SIDE_BY_SIDE}>{line('amount', t('projects.amount'), 'budget.amount', 'number')}{line('currency', t('projects.currency'), 'budget.currency')}</Box>{line('funder', t('projects.funder'), 'budget.funder')}</FieldGroup>
      <Box sx={SIDE_BY_SIDE}>{lead('homeLeadId', 'home')}{lead('partnerLeadId', 'partner')}</Box>
      <CheckListField legend={t('projects.addAgreement')} hint={t('projects.agreementsHint')} refusal={refusalAt('agreementIds')} value={values.otherIds} onChange={(ids) => set('otherIds', ids)}
        options={agreements.filter(({ id }) => id !== values.leadId).map((agreement) => ({ id: agreement.id, label: <Name of={agreement.title} /> }))} />
      <LocalisedField label={t('projects.note')} path="note" rows={2} value={values.note} onChange={(note) => set('note', note)} refusalAt={refusalAt} />
    </RecordFormFrame>
  );
}
