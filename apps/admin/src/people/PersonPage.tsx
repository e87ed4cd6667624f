import EditIcon from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { Delivery, Milestone, Person } from '@tawama/contracts';
import { LANGUAGE_NAMES } from '@tawama/messages';
import { useGetList, useGetOne } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { useMilestoneLink } from '../milestones/links.js';
import { MailRows } from '../outbox/MailRows.js';
import { useMay } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { EmptyState } from '../ui/EmptyState.js';
import { listOf } from '../ui/links.js';
import { Rows } from '../ui/list/Rows.js';
import { LocalTime } from '../ui/LocalTime.js';
import { Name } from '../ui/Name.js';
import { Card, Page } from '../ui/Page.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { AgreementLink, CityLink, LinkTo, useCity } from '../ui/References.js';
import { RemoveRecord } from '../ui/RemoveRecord.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { ActiveMark } from './ActiveMark.js';
import { HandoverCard } from './HandoverCard.js';
import { MandateWords } from './MandateWords.js';

const Timeline = lazy(() => import('../timeline/Timeline.js'));
const SHOWN = 10;

/** One person: how to reach them, until when, what they follow and what was written to them. */
export default function PersonPage() {
  const { id = '' } = useParams();
  const { t, label } = useWords();
  const mayWrite = useMay('person.write');
  const mayHandOver = useMay('milestone.command');
  const mayRead = useMay('contact.read');
  const [removing, setRemoving] = useState(false);
  const [handing, setHanding] = useState(false);
  const { data: person, error, isPending, refetch } = useGetOne<Person>('people', { id });
  const city = useCity(person?.cityId);
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  return (
    <Page title={person.name} heading={<><bdi>{person.name}</bdi> <Demonstration when={person.demonstration} /></>} lead={<>{label('personFunction', person.function)} · <CityLink id={person.cityId} /></>}
      actions={mayWrite && (
        <>
          <Button component={RouterLink} to={`/people/${id}/edit`} variant="contained" startIcon={<EditIcon aria-hidden />}>{t('list.edit')}</Button>
          {mayHandOver && <Button onClick={() => setHanding(true)}>{t('people.handover.title')}</Button>}
          <Button color="error" onClick={() => setRemoving(true)}>{t('list.remove')}</Button>
        </>
      )}>
      <HandoverCard person={person} asking={handing} onAsked={setHanding} />
      <Card id="facts" title={t('people.facts')}>
        <Pairs>
          <Pair label={t('people.email')}>{person.email === null ? t('people.noEmail') : <Link href={`mailto:${person.email}`} color="inherit"><bdi dir="ltr">{person.email}</bdi></Link>}</Pair>
          <Pair label={t('people.language')}>{LANGUAGE_NAMES[person.language]}</Pair>
          <Pair label={t('people.timeZone')}><LocalTime zone={person.timeZone ?? city?.timeZone ?? null} nothing={t('cities.zoneUnknown')} />{person.timeZone === null && ` (${t('people.zoneOfCity')})`}</Pair>
          <Pair label={t('people.mandateEndsOn')}><MandateWords on={person.mandateEndsOn} /></Pair>
          <Pair label={t('journal.fields.state')}><ActiveMark active={person.active} /></Pair>
        </Pairs>
      </Card>
      <Steps person={person} />
      {mayRead && <Card id="timeline" title={t('milestones.timeline.title')}><Suspense fallback={<Waiting rows={2} />}><Timeline subject={{ type: 'person', id: person.id }} /></Suspense></Card>}
      <Mails person={person} />
      {removing && <RemoveRecord resource="people" record={person} name={person.name} after="/people" onClose={() => setRemoving(false)} />}
    </Page>
  );
}

function Steps({ person }: { person: Person }) {
  const { t, date } = useWords();
  const linkTo = useMilestoneLink();
  const filter = { [person.function === 'focalPoint' ? 'counterpartId' : 'ownerId']: person.id, status: 'open,submitted,blocked' };
  const { data, total = 0, error, isPending } = useGetList<Milestone>('milestones', { pagination: { page: 1, perPage: SHOWN }, sort: { field: 'dueOn', order: 'ASC' }, filter });
  if (isPending || (data?.length === 0 && !error)) return null;
  return (
    <Card id="steps" title={t('people.steps')} flush actions={<Button size="small" component={RouterLink} to={listOf('/milestones', filter)}>{t('people.allSteps')} ({total})</Button>}>
      {error ? <Failed error={error} /> : <Rows label={t('people.steps')} rows={data} keyOf={(step) => step.id} columns={[
        { key: 'title', label: t('milestones.columns.step'), title: true, cell: (step) => <LinkTo to={linkTo(step.id)} strong><Name of={step.title} /></LinkTo> },
        { key: 'agreement', label: t('today.columns.agreement'), cell: (step) => <AgreementLink id={step.agreementId} /> },
        { key: 'status', label: t('today.columns.state'), cell: (step) => <StatusMark group="milestoneStatus" value={step.status} /> },
        { key: 'due', label: t('today.columns.due'), cell: (step) => date(step.dueOn, 'short') },
      ]} />}
    </Card>
  );
}

function Mails({ person }: { person: Person }) {
  const { t } = useWords();
  const mayRead = useMay('delivery.read');
  const { data, total = 0, error, isPending } = useGetList<Delivery>('deliveries', { pagination: { page: 1, perPage: SHOWN }, sort: { field: 'dueAt', order: 'DESC' }, filter: { personId: person.id } }, { enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Card id="mails" title={t('people.mails')} flush actions={total > 0 && <Button size="small" component={RouterLink} to={listOf('/deliveries/all', { personId: person.id })}>{t('people.allMails')} ({total})</Button>}>
      {error ? <Failed error={error} /> : isPending ? <Waiting rows={2} /> : data.length === 0 ? <EmptyState title={t('people.noMails')} hint={t('people.noMailsHint')} /> : <MailRows rows={data} label={t('people.mails')} withoutRecipient />}
    </Card>
  );
}
