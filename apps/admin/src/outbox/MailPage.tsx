import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import type { Delivery, DeliveryCommand, DeliveryState, Reminder } from '@tawama/contracts';
import { LANGUAGE_NAMES, rungText } from '@tawama/messages';
import { useDataProvider, useGetList, useGetOne, useNotify } from 'ra-core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { useMilestoneLink } from '../milestones/links.js';
import { Confirm } from '../ui/Confirm.js';
import { useInstant } from '../ui/dates.js';
import { Card, Page } from '../ui/Page.js';
import { Pair, Pairs } from '../ui/Pairs.js';
import { AgreementLink, CityOfPerson, LinkTo, PersonLink } from '../ui/References.js';
import { MilestoneTitle } from '../ui/MilestoneTitle.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { MailState } from './columns.js';
import { Preview } from './Preview.js';

/** In which states the server lets a command through; the first is the one a reader most likely came for. */
const COMMANDS: Readonly<Record<DeliveryState, readonly DeliveryCommand[]>> = {
  held: ['release', 'cancel'], pending: ['hold', 'cancel'], failed: ['resend', 'cancel'], sent: ['resend'], suppressed: ['resend'], cancelled: ['resend'], leased: [],
};

/** One mail: to whom, when, what became of it, what it says, and what can be done. */
export default function MailPage() {
  const { id = '' } = useParams();
  const { t, label } = useWords();
  const { inWords, zoneLabel } = useInstant();
  const mayAct = useMay('delivery.act');
  const [asking, setAsking] = useState<DeliveryCommand | null>(null);
  const { data: mail, error, isPending, refetch } = useGetOne<Delivery>('deliveries', { id });
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (isPending) return <Waiting />;
  const subject = mail.subject === '' ? label('deliveryKind', mail.kind) : mail.subject;
  return (
    <Page title={subject} heading={<bdi lang={mail.language}>{subject}</bdi>} lead={<>{t('outbox.one')} · {label('deliveryKind', mail.kind)}</>}
      actions={mayAct && COMMANDS[mail.state].map((command, index) => <Button key={command} variant={index === 0 ? 'contained' : 'outlined'} color={command === 'cancel' ? 'error' : 'primary'} onClick={() => setAsking(command)}>{label('deliveryCommand', command)}</Button>)}>
      <Card id="facts" title={t('record.details')}>
        <Pairs>
          <Pair label={t('outbox.recipient')}>{mail.personId === null ? <bdi>{mail.recipientName}</bdi> : <PersonLink id={mail.personId} />} · <bdi dir="ltr">{mail.email}</bdi></Pair>
          {mail.personId !== null && <Pair label={t('outbox.city')}><CityOfPerson id={mail.personId} /></Pair>}
          <Pair label={t('outbox.language')}>{LANGUAGE_NAMES[mail.language]}</Pair>
          <Pair label={t('outbox.state')}><MailState mail={mail} /></Pair>
          {mail.outcome !== null && <Pair label={t(mail.state === 'sent' ? 'outbox.outcome' : 'outbox.why')}><bdi>{mail.outcome}</bdi></Pair>}
          <Pair label={t('outbox.dueAt')}>{inWords(mail.dueAt)} ({zoneLabel})</Pair>
          {mail.sentAt !== null && <Pair label={t('outbox.sentAt')}>{inWords(mail.sentAt)} ({zoneLabel})</Pair>}
          {mail.attempts > 1 && <Pair label={t('outbox.attempts')}>{mail.attempts}</Pair>}
          <Pair label={t('outbox.messageId')}><bdi dir="ltr">{mail.messageId}</bdi></Pair>
        </Pairs>
      </Card>
      {mail.reminderIds.length > 0 && <About id={mail.id} />}
      <Preview mail={mail} />
      {asking !== null && <Ask mail={mail} command={asking} onClose={() => setAsking(null)} />}
    </Page>
  );
}

/** The steps that the mail speaks of. */
function About({ id }: { id: string }) {
  const { t, language } = useWords();
  const linkTo = useMilestoneLink();
  const { data } = useGetList<Reminder>('reminders', { pagination: { page: 1, perPage: 50 }, sort: { field: 'dueAt', order: 'ASC' }, filter: { deliveryId: id } });
  if (!data || data.length === 0) return null;
  return (
    <Card id="about" title={t('outbox.about')}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {data.map((reminder) => <li key={reminder.id}><LinkTo to={linkTo(reminder.milestoneId)}><MilestoneTitle id={reminder.milestoneId} /></LinkTo> · {rungText(reminder.rung, language)} · <AgreementLink id={reminder.agreementId} /></li>)}
      </ul>
    </Card>
  );
}

function Ask({ mail, command, onClose }: { mail: Delivery; command: DeliveryCommand; onClose: () => void }) {
  const { t, label } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const navigate = useNavigate();
  const act = async (reason: string) => {
    const changed = await provider.send<Delivery>(`deliveries/${mail.id}/${command}`, reason === '' ? {} : { reason });
    notify(`outbox.done.${command}`, { type: 'success' });
    await queries.invalidateQueries();
    // Sending again makes a new mail; the old one keeps what became of it.
    if (changed.id !== mail.id) void navigate(`/deliveries/${changed.id}`);
  };
  return <Confirm question={t(`outbox.ask.${command}`, { name: mail.recipientName })} verb={label('deliveryCommand', command)} danger={command === 'cancel'} reasonLabel={`${t('outbox.reason')} (${t('record.optional')})`} act={act} onClose={onClose} />;
}
