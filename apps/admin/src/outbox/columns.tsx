import Typography from '@mui/material/Typography';
import type { Delivery } from '@tawama/contracts';
import { useInstant } from '../ui/dates.js';
import type { Column } from '../ui/list/columns.js';
import { CityOfPerson, LinkTo } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';

/** The columns of every list of mails. */
export function useMailColumns({ withoutRecipient = false, why = false }: { withoutRecipient?: boolean; why?: boolean } = {}): Column<Delivery>[] {
  const { t, label } = useWords();
  const { inWords } = useInstant();
  const recipient: Column<Delivery>[] = withoutRecipient ? [] : [
    { key: 'recipient', label: t('outbox.recipient'), cell: (mail) => <><bdi>{mail.recipientName}</bdi><Typography variant="body2" color="text.secondary" component="div"><bdi dir="ltr">{mail.email}</bdi></Typography></> },
    { key: 'city', label: t('outbox.city'), from: 'lg', cell: (mail) => <CityOfPerson id={mail.personId} /> },
  ];
  return [
    { key: 'subject', label: t('outbox.subject'), title: true, width: '34%', cell: (mail) => <><LinkTo to={`/deliveries/${mail.id}`} strong><bdi lang={mail.language}>{mail.subject === '' ? label('deliveryKind', mail.kind) : mail.subject}</bdi></LinkTo>{mail.kind !== 'reminder' && <Typography variant="body2" color="text.secondary" component="div">{label('deliveryKind', mail.kind)}</Typography>}</> },
    ...recipient,
    { key: 'dueAt', label: t('outbox.dueAt'), sort: 'dueAt', cell: (mail) => inWords(mail.dueAt) },
    { key: 'sentAt', label: t('outbox.sentAt'), sort: 'sentAt', from: 'lg', onPhone: false, cell: (mail) => (mail.sentAt === null ? '—' : inWords(mail.sentAt)) },
    { key: 'state', label: t('outbox.state'), sort: 'state', cell: (mail) => <MailState mail={mail} /> },
    ...(why ? [{ key: 'why', label: t('outbox.why'), cell: (mail: Delivery) => (mail.outcome === null ? '—' : <bdi>{mail.outcome}</bdi>) }] : []),
  ];
}

/** The state of a mail; where no mail server is set up it says that the mail stayed here. */
export function MailState({ mail }: { mail: Delivery }) {
  const { t } = useWords();
  return (
    <>
      <StatusMark group="deliveryState" value={mail.state} />
      {mail.transport === 'outbox' && <Typography variant="body2" color="text.secondary" component="div">{t('outbox.notMailed')}</Typography>}
      {mail.late && <Typography variant="body2" color="warning.main" component="div">{t('outbox.sentLate')}</Typography>}
    </>
  );
}
