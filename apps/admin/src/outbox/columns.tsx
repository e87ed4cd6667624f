import Box from '@mui/material/Box';
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
    { key: 'recipient', label: t('outbox.recipient'), cell: (mail) => <><bdi>{mail.recipientName}</bdi><Typography variant="body2" color="text.secondary" component="div"><CityOfPerson id={mail.personId} /><div><bdi dir="ltr">{mail.email}</bdi></div></Typography></> },
  ];
  return [
    { key: 'subject', label: t('outbox.subject'), title: true, width: '30%', cell: (mail) => <><LinkTo to={`/deliveries/${mail.id}`} strong><bdi lang={mail.language}>{mail.subject === '' ? label('deliveryKind', mail.kind) : mail.subject}</bdi></LinkTo>{mail.kind !== 'reminder' && <Typography variant="body2" color="text.secondary" component="div">{label('deliveryKind', mail.kind)}</Typography>}</> },
    ...recipient,
    { key: 'dueAt', label: t('outbox.dueAt'), sort: 'dueAt', cell: (mail) => <Box component="span" sx={{ whiteSpace: { lg: 'nowrap' } }}>{inWords(mail.dueAt)}</Box> },
    { key: 'sentAt', label: t('outbox.sentAt'), sort: 'sentAt', from: 'lg', onPhone: false, cell: (mail) => (mail.sentAt === null ? '—' : <Box component="span" sx={{ whiteSpace: { lg: 'nowrap' } }}>{inWords(mail.sentAt)}</Box>) },
    { key: 'state', label: t('outbox.state'), sort: 'state', width: '20%', cell: (mail) => <MailState mail={mail} /> },
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
