import AddIcon from '@mui/icons-material/Add';
import EditIcon from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import type { Agreement, City, Person } from '@tawama/contracts';
import { LANGUAGE_NAMES, weekdayName } from '@tawama/messages';
import { useGetList, useGetOne } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { useMay } from '../providers/session-context.js';
import { nameOfCountry } from '../ui/countries.js';
import { Demonstration } from '../ui/Demonstration.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Rows } from '../ui/list/Rows.js';
import { LocalTime } from '../ui/LocalTime.js';
import { Name } from '../ui/Name.js';
import { Card, Page } from '../ui/Page.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { LinkTo } from '../ui/References.js';
import { RemoveRecord } from '../ui/RemoveRecord.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { SourceWords } from '../ui/SourceWords.js';
import { useWords } from '../ui/words.js';
import { MandateWords } from '../people/MandateWords.js';
import { IdentificationMark } from './IdentificationMark.js';

const ALL = { page: 1, perPage: 200 };

/** One city: what is known and from where, whom to write to there, and its agreements. */
export default function CityPage() {
  const { id = '' } = useParams();
  const { t, text, label, language } = useWords();
  const mayWrite = useMay('city.write');
  const [removing, setRemoving] = useState(false);
  const { data: city, error, isPending, refetch } = useGetOne<City>('cities', { id });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const name = text(city.name);
  return (
    <Page title={name} heading={<><Name of={city.name} /> <Demonstration when={city.demonstration} /></>} lead={<>{label('cityRole', city.role)} · {nameOfCountry(city.country, language)}</>}
      actions={mayWrite && (
        <>
          <Button component={RouterLink} to={`/cities/${id}/edit`} variant="contained" startIcon={<EditIcon aria-hidden />}>{t('list.edit')}</Button>
          <Button color="error" onClick={() => setRemoving(true)}>{t('list.remove')}</Button>
        </>
      )}>
      <Card id="facts" title={t('cities.facts')}>
        <Pairs>
          {(['ar', 'fr', 'en'] as const).map((tongue) => city.name[tongue] !== null && <Pair key={tongue} label={`${t('cities.name')} ${t(`record.inLanguage.${tongue}`)}`}><bdi lang={tongue}>{city.name[tongue]}</bdi></Pair>)}
          {city.legalName !== null && <Pair label={t('cities.legalName')}><Name of={city.legalName} /></Pair>}
          <Pair label={t('cities.aliases')}>{city.aliases.length === 0 ? t('cities.noAliases') : city.aliases.map((alias, index) => <span key={alias}>{index > 0 && (language === 'ar' ? '، ' : ', ')}<bdi>{alias}</bdi></span>)}</Pair>
          <Pair label={t('cities.identification')}><IdentificationMark value={city.identification} /></Pair>
          <Pair label={t('cities.timeZone')}><LocalTime zone={city.timeZone} nothing={t('cities.zoneUnknown')} /></Pair>
          <Pair label={t('cities.weekend')}>{city.weekend.length === 0 ? t('cities.noWeekend') : city.weekend.map((day) => weekdayName(day % 7, language)).join(language === 'ar' ? '، ' : ', ')}</Pair>
          <Pair label={t('cities.language')}>{LANGUAGE_NAMES[city.language]}</Pair>
          {city.note !== null && <Pair label={t('cities.note')}><Name of={city.note} /></Pair>}
          <Pair label={t('record.source')}><SourceWords of={city.source} /></Pair>
        </Pairs>
      </Card>
      <PeopleThere city={city} />
      <AgreementsThere city={city} />
      {removing && <RemoveRecord resource="cities" record={city} name={name} hint={t('cities.removeBlocked')} after="/cities" onClose={() => setRemoving(false)} />}
    </Page>
  );
}

function PeopleThere({ city }: { city: City }) {
  const { t, label } = useWords();
  const mayRead = useMay('person.read');
  const mayWrite = useMay('person.write');
  const { data, error, isPending } = useGetList<Person>('people', { pagination: ALL, sort: { field: 'name', order: 'ASC' }, filter: { cityId: city.id } }, { enabled: mayRead });
  if (!mayRead) return null;
  const add = `/people/create?cityId=${city.id}`;
  return (
    <Card id="people" title={t('cities.people')} flush actions={mayWrite && <Button size="small" component={RouterLink} to={add} startIcon={<AddIcon aria-hidden />}>{t('cities.addPerson')}</Button>}>
      {error ? <Failed error={error} /> : isPending ? <Waiting rows={2} /> : data.length === 0 ? <EmptyState title={t('cities.noPeople')} hint={t('cities.noPeopleHint')} {...(mayWrite ? { to: add, action: t('cities.addPerson') } : {})} />
        : <Rows label={t('cities.people')} rows={data} keyOf={(person) => person.id} columns={[
          { key: 'name', label: t('people.name'), title: true, cell: (person) => <><LinkTo to={`/people/${person.id}`} strong><bdi>{person.name}</bdi></LinkTo> <Demonstration when={person.demonstration} /></> },
          { key: 'function', label: t('people.function'), cell: (person) => label('personFunction', person.function) },
          { key: 'email', label: t('people.email'), cell: (person) => (person.email === null ? t('people.noEmail') : <bdi dir="ltr">{person.email}</bdi>) },
          { key: 'mandate', label: t('people.mandateEndsOn'), cell: (person) => <MandateWords on={person.mandateEndsOn} /> },
        ]} />}
    </Card>
  );
}

function AgreementsThere({ city }: { city: City }) {
  const { t, date } = useWords();
  const mayRead = useMay('agreement.read');
  const field = city.role === 'home' ? 'homeCityId' : 'partnerCityId';
  const { data, error, isPending } = useGetList<Agreement>('agreements', { pagination: ALL, sort: { field: 'title', order: 'ASC' }, filter: { [field]: city.id } }, { enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Card id="agreements" title={t('cities.agreements')} flush>
      {error ? <Failed error={error} /> : isPending ? <Waiting rows={2} /> : data.length === 0 ? <EmptyState title={t('cities.noAgreements')} />
        : <Rows label={t('cities.agreements')} rows={data} keyOf={(agreement) => agreement.id} columns={[
          { key: 'title', label: t('today.columns.agreement'), title: true, cell: (agreement) => <LinkTo to={`/agreements/${agreement.id}`} strong><Name of={agreement.title} /></LinkTo> },
          { key: 'status', label: t('today.columns.state'), cell: (agreement) => <StatusMark group="agreementStatus" value={agreement.status} /> },
          { key: 'stage', label: t('today.columns.stage'), cell: (agreement) => <Name of={agreement.stageTitle} /> },
          { key: 'next', label: t('today.columns.due'), cell: (agreement) => date(agreement.nextDueOn, 'short') },
        ]} />}
    </Card>
  );
}
