import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Delivery, ForecastItem } from '@tawama/contracts';
import { addDays } from '@tawama/domain';
import { useDataProvider, useGetList } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useMay } from '../providers/session-context.js';
import { useClubNow, useInstant } from '../ui/dates.js';
import { Card } from '../ui/Page.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { mailList, mailRow, MailsAhead } from './MailsAhead.js';

const AHEAD_DAYS = 90;

/** The mails that are planned for this agreement, and those that were made already. */
export default function Mails({ agreementId }: { agreementId: string }) {
  const { t } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const now = useClubNow();
  const maySee = useMay('delivery.read');
  const to = `${addDays(now.slice(0, 10), AHEAD_DAYS)}T00:00:00Z`;
  const ahead = useQuery({ queryKey: ['forecast', agreementId, now], queryFn: () => provider.read<{ data: ForecastItem[] }>('forecast', { from: now, to, agreementId }) });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Card id="ahead" title={t('agreements.previewMails')}>
        {ahead.error ? <Failed error={ahead.error} retry={() => void ahead.refetch()} /> : ahead.isPending ? <Waiting rows={3} /> : ahead.data.data.length === 0 ? <Typography color="text.secondary">{t('agreements.noMailAhead')}</Typography> : <MailsAhead mails={ahead.data.data} />}
      </Card>
      {maySee && <SentMails agreementId={agreementId} />}
    </Box>
  );
}

function SentMails({ agreementId }: { agreementId: string }) {
  const { t } = useWords();
  const { inWords } = useInstant();
  const { data = [], error, isPending, total = 0 } = useGetList<Delivery>('deliveries', { filter: { agreementId }, sort: { field: 'dueAt', order: 'DESC' }, pagination: { page: 1, perPage: 25 } });
  return (
    <Card id="sent" title={t('agreements.sentMails')}>
      {error ? <Failed error={error} /> : isPending ? <Waiting rows={3} /> : data.length === 0 ? <Typography color="text.secondary">{t('agreements.noMailSent')}</Typography> : (
        <Box component="ul" sx={mailList}>
          {data.map((mail) => (
            <Box component="li" key={mail.id} sx={mailRow}>
              <Box sx={{ flex: '0 0 auto', inlineSize: { sm: 235 } }}>{inWords(mail.sentAt ?? mail.dueAt)}</Box>
              <Box sx={{ flex: '1 1 220px', minInlineSize: 0 }}><Link component={RouterLink} to={`/deliveries/${mail.id}`}><bdi>{mail.subject}</bdi></Link><Typography variant="body2" color="text.secondary"><bdi>{mail.recipientName}</bdi> · <bdi dir="ltr">{mail.email}</bdi></Typography></Box>
              <StatusMark group="deliveryState" value={mail.state} />
            </Box>
          ))}
        </Box>
      )}
      {total > data.length && <Link component={RouterLink} to={`/deliveries?filter=${encodeURIComponent(JSON.stringify({ agreementId }))}`}>{t('today.bandMore', { count: total })}</Link>}
    </Card>
  );
}
