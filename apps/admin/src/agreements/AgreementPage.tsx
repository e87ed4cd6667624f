import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { Agreement } from '@tawama/contracts';
import { decisionDueOn } from '@tawama/domain';
import { useGetOne } from 'ra-core';
import { lazy, Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { seldom } from '../ahead/seldom.js';
import { useAsking } from '../legal/asking.js';
import { useMay } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { History } from '../ui/History.js';
import { Name } from '../ui/Name.js';
import { Card, Page } from '../ui/Page.js';
import { VitalityMark } from '../ui/VitalityMark.js';
import { StatusMark } from '../ui/StatusMark.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { AgreementActions } from './AgreementActions.js';
import { AgreementFacts } from './AgreementFacts.js';
import { Plan } from './Plan.js';

const Silences = seldom(() => import('../legal/Silences.js'));
const RenewalCard = seldom(() => import('../ahead/RenewalCard.js'));
const Projects = lazy(() => import('./Projects.js'));
const Articles = lazy(() => import('./Articles.js'));
const Mails = lazy(() => import('./Mails.js'));
const Timeline = lazy(() => import('../timeline/Timeline.js'));
const TABS = ['projects', 'plan', 'articles', 'mails', 'contacts', 'history'] as const;
type TabName = (typeof TABS)[number];
const isTab = (name: string | null): name is TabName => TABS.some((tab) => tab === name);

/** One agreement: parties and dates of reference, and in tabs its projects on the ground, plan, articles, mails, contacts and history. The tab stands in the address. */
export default function AgreementPage() {
  const { id = '' } = useParams();
  const { t, text, label, date, delay } = useWords();
  const [parameters, setParameters] = useSearchParams();
  const mayMails = useMay('reminder.read');
  const mayProjects = useMay('project.read');
  const mayArticles = useMay('article.read');
  const { data: agreement, error, isPending, refetch } = useGetOne<Agreement>('agreements', { id });
  const asking = useAsking(id);
  const asked = parameters.get('tab');
  const tab: TabName = isTab(asked) ? asked : 'projects';
  if (error) return <Page title={t('shell.menu.agreements')}><Failed error={error} retry={() => void refetch()} /></Page>;
  if (isPending) return <Page title={t('shell.menu.agreements')}><Waiting rows={10} /></Page>;
  const because = agreement.vitality?.level === 'dormant' ? agreement.vitality.because : null;
  const decideBy = because?.code === 'silence' ? decisionDueOn(because.on) : null;
  const tabs = TABS.filter((name) => (name !== 'mails' || mayMails) && (name !== 'projects' || mayProjects) && (name !== 'articles' || mayArticles));
  return (
    <Page title={text(agreement.title)} heading={<Name of={agreement.title} />} actions={<AgreementActions agreement={agreement} />}
      lead={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 2.5, rowGap: 0.5, marginBlockStart: 0.5 }}>
          <StatusMark group="agreementStatus" value={agreement.status} />
          {agreement.daysLate > 0 && agreement.status !== 'suspended' && <StatusMark group="health" value="late" word={delay(-agreement.daysLate)} />}
          <VitalityMark of={agreement.vitality} />
          <Demonstration when={agreement.demonstration} />
        </Box>
      )}>
      {agreement.statusOn !== null && (
        <Alert severity={agreement.status === 'suspended' ? 'warning' : 'info'}>
          <strong>{t(`agreements.life.since.${agreement.status === 'suspended' ? 'suspended' : 'ended'}`, { status: label('agreementStatus', agreement.status), date: date(agreement.statusOn) })}</strong>
          {agreement.statusReason !== null && <Box component="bdi" sx={{ display: 'block' }}>{agreement.statusReason}</Box>}
        </Alert>
      )}
      {asking.total > 0 && <Suspense><Silences {...asking} framed /></Suspense>}
      {decideBy !== null && <Alert severity="warning">{t('agreements.decide', { date: date(decideBy) })}</Alert>}
      {agreement.renewal?.open === true && <Suspense><RenewalCard agreement={agreement} /></Suspense>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' }, alignItems: 'start' }}>
        <Box sx={{ order: 2 }}><AgreementFacts agreement={agreement} /></Box>
        <Box sx={{ display: 'grid', gap: 2, minInlineSize: 0 }}>
          <Tabs value={tab} onChange={(_, to: TabName) => setParameters(to === 'projects' ? {} : { tab: to }, { replace: true })} aria-label={text(agreement.title)} variant="scrollable" scrollButtons={false} sx={{ borderBlockEnd: '1px solid', borderColor: 'divider', '& .MuiTab-root': { minWidth: 0, paddingInline: { xs: 1.75, sm: 2.5 } } }}>
            {tabs.map((name) => <Tab key={name} value={name} id={`tab-${name}`} aria-controls="agreement-panel" label={t(`agreements.tabs.${name}`)} />)}
          </Tabs>
          <Box role="tabpanel" id="agreement-panel" aria-labelledby={`tab-${tab}`} tabIndex={0} sx={{ minInlineSize: 0 }}>
            <Suspense fallback={<Waiting />}>
              {tab === 'projects' && <Projects agreementId={agreement.id} />}
              {tab === 'plan' && <Plan agreement={agreement} />}
              {tab === 'articles' && <Articles agreementId={agreement.id} />}
              {tab === 'mails' && <Mails agreementId={agreement.id} />}
              {tab === 'contacts' && <Card><Timeline subject={{ type: 'agreement', id: agreement.id }} /></Card>}
              {tab === 'history' && <Card><History agreementId={agreement.id} /></Card>}
            </Suspense>
          </Box>
        </Box>
      </Box>
    </Page>
  );
}
