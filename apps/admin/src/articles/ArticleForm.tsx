import Button from '@mui/material/Button';
import type { Article, LocalisedText, Milestone, Project } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { CheckListField } from '../ui/form/CheckListField.js';
import { LineField, LocalisedField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useFresh } from '../ui/form/useFresh.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { Name } from '../ui/Name.js';
import { Page } from '../ui/Page.js';
import { AgreementLink } from '../ui/References.js';
import { RemoveRecord } from '../ui/RemoveRecord.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

interface Values { number: string; text: LocalisedText | null; milestoneIds: string[]; projectIds: string[] }
const EVERYTHING = { page: 1, perPage: 200 };
const backTo = (agreementId: string): string => `/agreements/${agreementId}?tab=articles`;

/** Adds an article to the agreement of the address. */
export function ArticleCreate() {
  const { t } = useWords();
  const [parameters] = useSearchParams();
  const agreementId = parameters.get('agreementId') ?? '';
  return <Page title={t('articles.add')} lead={<AgreementLink id={agreementId} />}><Form agreementId={agreementId} initial={{ number: '', text: null, milestoneIds: [], projectIds: [] }} /></Page>;
}

/** Changes an article, or takes it away. */
export function ArticleEdit() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const [removing, setRemoving] = useState(false);
  const { data, error } = useFresh<Article>('articles', id);
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  const { number, text, milestoneIds, projectIds } = data;
  return (
    <Page title={t('articles.editTitle')} lead={<AgreementLink id={data.agreementId} />} actions={<Button color="error" onClick={() => setRemoving(true)}>{t('list.remove')}</Button>}>
      <Form key={data.id} agreementId={data.agreementId} stored={data} initial={{ number, text, milestoneIds, projectIds }} />
      {removing && <RemoveRecord resource="articles" record={data} name={t('articles.article', { number })} after={backTo(data.agreementId)} onClose={() => setRemoving(false)} />}
    </Page>
  );
}

function Form({ agreementId, stored, initial }: { agreementId: string; stored?: Article; initial: Values }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { data: steps = [] } = useGetList<Milestone>('milestones', { filter: { agreementId }, sort: { field: 'number', order: 'ASC' }, pagination: EVERYTHING }, { enabled: agreementId !== '' });
  const { data: projects = [] } = useGetList<Project>('projects', { filter: { agreementId }, sort: { field: 'title', order: 'ASC' }, pagination: EVERYTHING }, { enabled: agreementId !== '' });
  const form = useRecordForm<Values>({
    resource: 'articles', initial, required: ['number', 'text'], ...(stored ? { stored } : {}),
    toSend: (values) => (stored ? values : { agreementId, ...values }), onSaved: () => void navigate(backTo(agreementId)),
  });
  const { values, set, refusalAt } = form;
  return (
    <RecordFormFrame form={form} back={backTo(agreementId)} subject="article">
      <LineField label={t('articles.number')} required value={values.number} onChange={(number) => set('number', number)} refusal={refusalAt('number')} />
      <LocalisedField label={t('articles.text')} path="text" required rows={2} value={values.text} onChange={(text) => set('text', text)} refusalAt={refusalAt} hint={t('record.oneLanguageEnough')} />
      {projects.length > 0 && <CheckListField legend={t('articles.projects')} refusal={refusalAt('projectIds')} value={values.projectIds} onChange={(ids) => set('projectIds', ids)} options={projects.map((project) => ({ id: project.id, label: <Name of={project.title} /> }))} />}
      <CheckListField legend={t('articles.steps')} hint={t('articles.linksHint')} refusal={refusalAt('milestoneIds')} value={values.milestoneIds} onChange={(ids) => set('milestoneIds', ids)} options={steps.map((step) => ({ id: step.id, label: <>{step.number} <Name of={step.title} /></> }))} />
    </RecordFormFrame>
  );
}
