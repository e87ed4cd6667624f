import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import type { Agreement, User } from '@tawama/contracts';
import { LANGUAGE_NAMES, labelsIn } from '@tawama/messages';
import { useGetList } from 'ra-core';
import { useNavigate, useParams } from 'react-router-dom';
import { PersonField } from '../milestones/PersonField.js';
import { ChoiceField, FieldGroup, LineField, SwitchField } from '../ui/form/fields.js';
import { RecordFormFrame } from '../ui/form/RecordFormFrame.js';
import { useFresh } from '../ui/form/useFresh.js';
import { useRecordForm } from '../ui/form/useRecordForm.js';
import { Name } from '../ui/Name.js';
import { Page } from '../ui/Page.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

type Values = Pick<User, 'name' | 'email' | 'role' | 'language' | 'personId' | 'agreementIds' | 'active'>;
const NEW: Values = { name: '', email: '', role: 'coordinator', language: 'ar', personId: null, agreementIds: null, active: true };

/** Invites somebody: an account, and a mail with a link. */
export function UserCreate() {
  const { t } = useWords();
  return <Page title={t('users.inviteTitle')} lead={t('users.inviteHint')}><Form initial={NEW} /></Page>;
}

/** Changes role, scope and state of an account. */
export function UserEdit() {
  const { id = '' } = useParams();
  const { t } = useWords();
  const { data, error } = useFresh<User>('users', id);
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  const { name, email, role, language, personId, agreementIds, active } = data;
  return <Page title={t('users.editTitle')} lead={<><bdi>{data.name}</bdi> · <bdi dir="ltr">{data.email}</bdi></>}><Form key={data.id} stored={data} initial={{ name, email, role, language, personId, agreementIds, active }} /></Page>;
}

function Form({ stored, initial }: { stored?: User; initial: Values }) {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const form = useRecordForm<Values>({
    resource: 'users', initial, required: stored ? ['name'] : ['name', 'email'], ...(stored ? { stored } : {}),
    toSend: ({ email, active, ...values }) => (stored ? { ...values, active } : { email, ...values }),
    onSaved: () => void navigate('/users'),
  });
  const { values, set, refusalAt } = form;
  const personRefusal = refusalAt('personId');
  const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, word]) => ({ value, label: word }));
  return (
    <RecordFormFrame form={form} back="/users" subject="account" {...(stored ? {} : { submitText: t('users.inviteSubmit') })}>
      <LineField label={t('users.name')} required value={values.name} onChange={(name) => set('name', name)} refusal={refusalAt('name')} />
      {!stored && <LineField label={t('users.email')} required type="email" ltr value={values.email} onChange={(email) => set('email', email)} refusal={refusalAt('email')} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <ChoiceField label={t('users.role')} value={values.role} onChange={(role) => set('role', role as Values['role'])} options={options(labelsIn(language).role)} refusal={refusalAt('role')} />
        <ChoiceField label={t('users.language')} value={values.language} onChange={(tongue) => set('language', tongue as Values['language'])} options={options(LANGUAGE_NAMES)} refusal={refusalAt('language')} />
      </Box>
      <div>
        <PersonField label={t('users.person')} side="any" none={t('record.none')} value={values.personId ?? ''} onChange={(id) => set('personId', id === '' ? null : id)} {...(personRefusal === undefined ? {} : { refusal: personRefusal })} />
        <FormHelperText>{t('users.personHint')}</FormHelperText>
      </div>
      <Scope value={values.agreementIds} onChange={(ids) => set('agreementIds', ids)} />
      {stored && <SwitchField label={t('users.activeLabel')} value={values.active} onChange={(active) => set('active', active)} />}
      {!stored && <Alert severity="info" sx={{ color: 'text.primary' }}>{t('users.inviteHint')}</Alert>}
    </RecordFormFrame>
  );
}

/** The whole club, or some agreements and nothing else. */
function Scope({ value, onChange }: { value: string[] | null; onChange: (ids: string[] | null) => void }) {
  const { t } = useWords();
  const { data = [] } = useGetList<Agreement>('agreements', { pagination: { page: 1, perPage: 200 }, sort: { field: 'title', order: 'ASC' }, filter: {} });
  const toggle = (id: string, on: boolean) => { const others = (value ?? []).filter((one) => one !== id); onChange(on ? [...others, id] : others); };
  return (
    <FieldGroup legend={t('users.scope')} hint={value === null ? undefined : t('users.scopeHint')}>
      <SwitchField label={t('users.scopeChoice')} value={value !== null} onChange={(some) => onChange(some ? [] : null)} />
      {value !== null && (
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, maxBlockSize: 320, overflowY: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, paddingInline: 1.5, paddingBlock: 0.5 }}>
          {data.map((agreement) => <FormControlLabel key={agreement.id} control={<Checkbox size="small" checked={value.includes(agreement.id)} onChange={(_, on) => toggle(agreement.id, on)} />} label={<Name of={agreement.title} />} />)}
        </Box>
      )}
    </FieldGroup>
  );
}
