import Box from '@mui/material/Box';
import type { Agreement, AuditEntry, User } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { useMay } from '../providers/session-context.js';
import { useInstant } from '../ui/dates.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Page } from '../ui/Page.js';
import { AgreementLink } from '../ui/References.js';
import { useWords } from '../ui/words.js';
import { useZoneWords } from '../ui/zones.js';
import { Deed } from './Deed.js';
import { Subject, SUBJECTS } from './Subject.js';
import { VerifyChain } from './VerifyChain.js';
import { whoActed } from './who.js';

const ALL = { page: 1, perPage: 200 };

/** Who did what, newest first, in sentences; with proof that nobody changed it. */
export default function AuditPage() {
  const { t, text } = useWords();
  const { inWords, localDate } = useInstant();
  const { dayBounds } = useZoneWords();
  const maySeeUsers = useMay('user.manage');
  const { data: agreements = [] } = useGetList<Agreement>('agreements', { pagination: ALL, sort: { field: 'title', order: 'ASC' }, filter: {} });
  const { data: accounts = [] } = useGetList<User>('users', { pagination: ALL, sort: { field: 'name', order: 'ASC' }, filter: {} }, { enabled: maySeeUsers });
  const columns: readonly Column<AuditEntry>[] = [
    { key: 'what', label: t('journal.what'), title: true, width: '40%', cell: (entry) => <Deed entry={entry} /> },
    { key: 'who', label: t('journal.who'), cell: (entry) => <WhoActed entry={entry} /> },
    { key: 'about', label: t('journal.about'), width: '28%', cell: (entry) => <><Subject entry={entry} />{entry.agreementId !== null && entry.subjectType !== 'agreement' && <div><AgreementLink id={entry.agreementId} /></div>}</> },
    { key: 'at', label: t('journal.when'), sort: 'at', cell: (entry) => <Box component="span" sx={{ whiteSpace: { sm: 'nowrap' } }}>{inWords(entry.at)}</Box> },
  ];
  const filters: readonly Filter[] = [
    { source: 'agreementId', label: t('journal.agreement'), options: agreements.map((agreement) => ({ value: agreement.id, label: text(agreement.title) })) },
    ...(maySeeUsers ? [{ source: 'actorId', label: t('journal.who'), options: accounts.map((account) => ({ value: account.id, label: account.name })) }] : []),
    { source: 'subjectType', label: t('journal.kind'), options: SUBJECTS.map((value) => ({ value, label: t(`journal.subject.${value}`) })) },
    { source: 'atFrom', label: t('journal.from'), options: [], day: { toValue: (on) => dayBounds(on).from, toDay: localDate } },
    { source: 'atTo', label: t('journal.to'), options: [], day: { toValue: (on) => dayBounds(on).to, toDay: localDate } },
  ];
  return (
    <Page title={t('journal.title')} lead={t('journal.lead')}>
      <VerifyChain />
      <ResourceList<AuditEntry> resource="audit" label={t('journal.title')} columns={columns} filters={filters} sort={{ field: 'at', order: 'DESC' }} empty={<EmptyState title={t('journal.empty')} />} />
    </Page>
  );
}

function WhoActed({ entry }: { entry: AuditEntry }) {
  const { t } = useWords();
  const who = whoActed(entry);
  return 'name' in who ? <Box component="bdi" sx={{ whiteSpace: { sm: 'nowrap' } }}>{who.name}</Box> : <>{t(who.text)}</>;
}
