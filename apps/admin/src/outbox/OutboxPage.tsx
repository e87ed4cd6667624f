import Alert from '@mui/material/Alert';
import type { Delivery } from '@tawama/contracts';
import { labelsIn, LANGUAGE_NAMES } from '@tawama/messages';
import { Navigate, useLocation } from 'react-router-dom';
import { useSession } from '../providers/session-context.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Page } from '../ui/Page.js';
import { ViewTabs } from '../ui/ViewTabs.js';
import { useWords } from '../ui/words.js';
import { useMailColumns } from './columns.js';
import { Forecast } from './Forecast.js';
import { TestMailButton } from './TestMailButton.js';
import { addressOf, isView, STATES_OF, VIEWS, type View } from './views.js';

/** Every mail of the club: what will go, what went, what did not and why. */
export default function OutboxPage() {
  const { t } = useWords();
  const { club } = useSession();
  const { pathname, search } = useLocation();
  const named = pathname.split('/')[2];
  const view: View = isView(named) ? named : 'forecast';
  // Links from elsewhere carry a filter of mails, which the forecast does not have.
  if (named === undefined && new URLSearchParams(search).has('filter')) return <Navigate to={`${addressOf('all')}${search}`} replace />;
  return (
    <Page title={t('outbox.title')} lead={t('outbox.lead')} actions={<TestMailButton />}>
      {club.mail === 'outboxOnly' && <Alert severity="info" sx={{ color: 'text.primary' }}>{t('outbox.outboxOnly')}</Alert>}
      <ViewTabs label={t('outbox.view')} views={VIEWS.map((one) => ({ to: addressOf(one), here: one === view, text: one === 'all' ? t('list.all') : t(`outbox.tabs.${one}`) }))} />
      {view === 'forecast' ? <Forecast /> : <MailList key={view} view={view} />}
    </Page>
  );
}

function MailList({ view }: { view: Exclude<View, 'forecast'> }) {
  const { t, language } = useWords();
  const columns = useMailColumns({ why: view === 'problems' });
  const labels = labelsIn(language);
  const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, word]) => ({ value, label: word }));
  const filters: readonly Filter[] = [
    ...(view === 'all' ? [{ source: 'state', label: t('outbox.state'), options: options(labels.deliveryState) }] : []),
    { source: 'kind', label: t('outbox.kind'), options: options(labels.deliveryKind) },
    { source: 'language', label: t('outbox.language'), options: options(LANGUAGE_NAMES) },
  ];
  const states = STATES_OF[view];
  const empty = view === 'sent' ? <EmptyState title={t('outbox.empty.sent')} hint={t('outbox.empty.sentHint')} to="/deliveries" action={t('outbox.tabs.forecast')} /> : <EmptyState title={t(view === 'all' ? 'outbox.empty.sent' : `outbox.empty.${view}`)} />;
  return (
    <ResourceList<Delivery> resource="deliveries" storeKey={`deliveries.${view}`} label={view === 'all' ? t('outbox.title') : t(`outbox.tabs.${view}`)} columns={columns} filters={filters} search sort={{ field: view === 'sent' ? 'sentAt' : 'dueAt', order: 'DESC' }}
      {...(states === undefined ? {} : { always: { state: states } })} empty={empty} />
  );
}
