import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { ForecastItem } from '@tawama/contracts';
import { addDays } from '@tawama/domain';
import { useDataProvider } from 'ra-core';
import { useSearchParams } from 'react-router-dom';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { useClubNow, useInstant } from '../ui/dates.js';
import { EmptyState } from '../ui/EmptyState.js';
import { ChoiceField } from '../ui/form/fields.js';
import { Rows } from '../ui/list/Rows.js';
import { Card } from '../ui/Page.js';
import { AgreementLink, CityOfPerson, PersonLink } from '../ui/References.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';

const PERIODS = ['30', '90'] as const;

/** What will be mailed to whom and when, if nothing else is recorded meanwhile. The period stands in the address. */
export function Forecast() {
  const { t, dateTime } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const { inWords, zoneLabel, localDate, localTime } = useInstant();
  const now = useClubNow();
  const [parameters, setParameters] = useSearchParams();
  const days = parameters.get('days') === '90' ? '90' : '30';
  const to = `${addDays(now.slice(0, 10), Number(days))}${now.slice(10)}`;
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['forecast', 'all', now, days], queryFn: () => provider.read<{ data: ForecastItem[] }>('forecast', { from: now, to }), placeholderData: (before) => before });
  /** The same moment on the club's clock, where that differs: the time alone on the same day. */
  const here = (mail: ForecastItem): string | null => (localDate(mail.dueAt) !== mail.localDate ? inWords(mail.dueAt) : localTime(mail.dueAt) !== mail.localTime.slice(0, 5) ? localTime(mail.dueAt) : null);
  return (
    <Card flush>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, padding: 2, borderBlockEnd: 1, borderColor: 'divider' }}>
        <Box sx={{ inlineSize: { xs: '100%', sm: 220 } }}><ChoiceField label={t('outbox.horizon')} value={days} onChange={(value) => setParameters(value === '30' ? {} : { days: value }, { replace: true })} options={PERIODS.map((value) => ({ value, label: t(value === '30' ? 'outbox.next30' : 'outbox.next90') }))} /></Box>
        {data && <Box role="status"><Typography sx={{ fontWeight: 600 }}>{t('outbox.forecastSum', { smart_count: data.data.length })}</Typography><Typography variant="body2" color="text.secondary">{t('outbox.forecastAssumes')}</Typography></Box>}
      </Box>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting /> : data.data.length === 0 ? <EmptyState title={t('outbox.empty.forecast')} hint={t('outbox.empty.forecastHint')} to="/agreements" action={t('shell.menu.agreements')} />
        : <Rows<ForecastItem> label={t('outbox.tabs.forecast')} rows={data.data} keyOf={(mail) => `${mail.dueAt} ${mail.personId}`} columns={[
          { key: 'subject', label: t('outbox.subject'), title: true, width: '32%', cell: (mail) => <><bdi lang={mail.language}>{mail.subject}</bdi>{mail.held && <div><StatusMark group="deliveryState" value="held" word={t('outbox.willWait')} /></div>}</> },
          { key: 'person', label: t('outbox.recipient'), cell: (mail) => <><PersonLink id={mail.personId} /><Typography variant="body2" color="text.secondary" component="div"><CityOfPerson id={mail.personId} /><br /><bdi dir="ltr">{mail.email}</bdi></Typography></> },
          { key: 'when', label: t('outbox.localMorning'), width: '22%', cell: (mail) => <>{dateTime(mail.localDate, mail.localTime, 'short')}{here(mail) !== null && <Typography variant="body2" color="text.secondary" component="div"><bdi>{here(mail)}</bdi> ({zoneLabel})</Typography>}</> },
          { key: 'about', label: t('outbox.about'), width: '22%', cell: (mail) => <About mail={mail} count={t('outbox.aboutCount', { smart_count: mail.reminders.length })} /> },
        ]} />}
    </Card>
  );
}

function About({ mail, count }: { mail: ForecastItem; count: string }) {
  const agreements = [...new Set(mail.reminders.map((reminder) => reminder.agreementId))];
  return (
    <>
      {agreements.slice(0, 2).map((id) => <div key={id}><AgreementLink id={id} /></div>)}
      <Typography variant="body2" color="text.secondary" component="div">{agreements.length > 2 ? `+ ${agreements.length - 2} · ` : ''}{count}</Typography>
    </>
  );
}
