import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { Agreement, City, TemplateSummary } from '@tawama/contracts';
import { useDataProvider, useGetList, useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { ApiProblem } from '../providers/problem.js';
import { DateField } from '../ui/DateField.js';
import { useToday } from '../ui/dates.js';
import { Card, Page } from '../ui/Page.js';
import { useWords } from '../ui/words.js';

const MANY = { page: 1, perPage: 200 };

/** A path, two cities and the date it starts from; the plan follows. The address may bring them, from a simulation. */
export default function AgreementCreate() {
  const { t, text, date, colon } = useWords();
  const today = useToday();
  const provider = useDataProvider();
  const navigate = useNavigate();
  const notify = useNotify();
  const [given] = useSearchParams();
  const { data: templates = [] } = useGetList<TemplateSummary>('templates', { pagination: MANY, sort: { field: 'version', order: 'ASC' }, filter: { state: 'published' } });
  const { data: cities = [] } = useGetList<City>('cities', { pagination: MANY, sort: { field: 'name', order: 'ASC' }, filter: {} });
  const [templateKey, setTemplate] = useState(given.get('template') ?? 'twinning');
  const [homeCityId, setHome] = useState(given.get('home') ?? '');
  const [partnerCityId, setPartner] = useState(given.get('partner') ?? '');
  const [typedOn, setOn] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  // Dates that a simulation was played with.
  const known = Object.fromEntries([...given].flatMap(([name, value]) => (name.startsWith('on.') ? [[name.slice(3), value]] : [])));
  // The newest version of each, as the plan will follow it.
  const newest = new Map(templates.map((template) => [template.key, template]));
  const template = newest.get(templateKey);
  const opening = template?.opening.event ?? 'opened';
  const on = typedOn ?? known[opening] ?? today;
  const eventTitle = (key: string): string => text(template?.events.find((event) => event.key === key)?.title);
  const homes = cities.filter((city) => city.role === 'home');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    try {
      const { data } = await provider.create<Agreement>('agreements', { data: { templateKey, homeCityId: homeCityId === '' ? homes[0]?.id : homeCityId, partnerCityIds: [partnerCityId], events: { ...known, [opening]: on } } });
      notify('agreements.created', { type: 'success' });
      void navigate(`/agreements/${data.id}`);
    } catch (refusal) { if (refusal instanceof ApiProblem) setProblem(refusal); else throw refusal; }
  };
  const native = { select: { native: true }, inputLabel: { shrink: true } };
  return (
    <Page title={t('agreements.create')}>
      <Card>
        <Box component="form" onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2.5, maxInlineSize: 560 }}>
          <Typography color="text.secondary">{t('agreements.createHint')}</Typography>
          {problem !== null && <Alert severity="error">{problem.problem?.errors?.map((error) => error.message).join(' ') || problem.message}</Alert>}
          <TextField select label={t('agreements.template')} value={templateKey} onChange={(event) => setTemplate(event.target.value)} slotProps={native}>
            {[...newest.values()].sort((one, other) => text(one.title).localeCompare(text(other.title))).map(({ key, title }) => <option key={key} value={key}>{text(title)}</option>)}
          </TextField>
          <TextField select required label={t('agreements.homeCity')} value={homeCityId === '' ? homes[0]?.id ?? '' : homeCityId} onChange={(event) => setHome(event.target.value)} slotProps={native}>
            {homes.map((city) => <option key={city.id} value={city.id}>{text(city.name)}</option>)}
          </TextField>
          <TextField select required label={t('agreements.partnerCity')} value={partnerCityId} onChange={(event) => setPartner(event.target.value)} slotProps={native}>
            <option value="" />
            {cities.filter((city) => city.role === 'partner').map((city) => <option key={city.id} value={city.id}>{text(city.name)}</option>)}
          </TextField>
          <DateField label={opening === 'signed' ? t('agreements.signedOn') : opening === 'opened' ? t('agreements.openedOn') : eventTitle(opening)} required value={on} onChange={setOn} />
          {Object.entries(known).filter(([event]) => event !== opening).map(([event, value]) => <Typography key={event}>{eventTitle(event)}{colon}{date(value)}</Typography>)}
          <Box sx={{ display: 'flex', gap: 1 }}><Button type="submit" variant="contained">{t('agreements.create')}</Button><Button onClick={() => void navigate('/agreements')}>{t('list.cancel')}</Button></Box>
        </Box>
      </Card>
    </Page>
  );
}
