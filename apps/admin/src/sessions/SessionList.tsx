import AddIcon from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { City, CouncilSession } from '@tawama/contracts';
import { addDays } from '@tawama/domain';
import { labelsIn } from '@tawama/messages';
import { useGetList } from 'ra-core';
import { useState } from 'react';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { useMay } from '../providers/session-context.js';
import { useToday } from '../ui/dates.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { RemoveRecord } from '../ui/RemoveRecord.js';
import { SourceWords } from '../ui/SourceWords.js';
import { StatusMark } from '../ui/StatusMark.js';
import { ViewTabs } from '../ui/ViewTabs.js';
import { useWords } from '../ui/words.js';
import { conveneOf, editOf, PAST_SESSIONS, SESSIONS } from './addresses.js';
import { SessionCouncil } from './SessionCouncil.js';
import { SessionDates } from './SessionDates.js';

const ALL = { page: 1, perPage: 200 };

/** When the councils meet: what lies ahead, nearest first, or what is past, latest first. */
export default function SessionList() {
  const { t } = useWords();
  const mayWrite = useMay('holiday.write');
  const past = useLocation().pathname === PAST_SESSIONS;
  return (
    <Page title={t('sessions.title')} lead={t('sessions.lead')} actions={mayWrite && <Button component={RouterLink} to={`${SESSIONS}/create`} variant="contained" startIcon={<AddIcon aria-hidden />}>{t('sessions.add')}</Button>}>
      <ViewTabs label={t('sessions.view')} views={[{ to: SESSIONS, here: !past, text: t('sessions.upcoming') }, { to: PAST_SESSIONS, here: past, text: t('sessions.past') }]} />
      <Sessions key={String(past)} past={past} mayWrite={mayWrite} />
    </Page>
  );
}

function Sessions({ past, mayWrite }: { past: boolean; mayWrite: boolean }) {
  const { t, label, text, date, language } = useWords();
  const today = useToday();
  const [removing, setRemoving] = useState<CouncilSession | null>(null);
  const { data: cities = [] } = useGetList<City>('cities', { pagination: ALL, sort: { field: 'name', order: 'ASC' }, filter: { role: 'home' } });
  const columns: readonly Column<CouncilSession>[] = [
    { key: 'on', label: t('sessions.on'), title: true, sort: 'beginsOn', width: '24%', cell: (session) => (mayWrite ? <LinkTo to={editOf(session)} strong><SessionDates session={session} /></LinkTo> : <SessionDates session={session} />) },
    { key: 'council', label: t('sessions.council'), cell: (session) => <SessionCouncil session={session} /> },
    { key: 'kind', label: t('sessions.kind'), cell: (session) => label('sessionKind', session.kind) },
    { key: 'certainty', label: t('sessions.certainty'), cell: (session) => <StatusMark group="sessionCertainty" value={session.certainty} /> },
    { key: 'source', label: t('record.source'), width: '22%', cell: (session) => <SourceWords of={session.source} /> },
  ];
  const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, word]) => ({ value, label: word }));
  const filters: readonly Filter[] = [
    { source: 'cityId', label: t('sessions.council'), options: cities.map((city) => ({ value: city.id, label: text(city.name) })) },
    { source: 'kind', label: t('sessions.kind'), options: options(labelsIn(language).sessionKind) },
    { source: 'certainty', label: t('sessions.certainty'), options: options(labelsIn(language).sessionCertainty) },
  ];
  return (
    <>
      <ResourceList<CouncilSession> resource="council-sessions" storeKey={past ? 'council-sessions.past' : 'council-sessions'} label={t(past ? 'sessions.past' : 'sessions.upcoming')} columns={columns} filters={filters} actionsLabel={t('record.actions')}
        sort={{ field: 'beginsOn', order: past ? 'DESC' : 'ASC' }} always={past ? { beginsOnTo: addDays(today, -1) } : { beginsOnFrom: today }}
        empty={<EmptyState title={t(past ? 'sessions.nonePast' : 'sessions.empty')} {...(mayWrite && !past ? { hint: t('sessions.emptyHint'), to: `${SESSIONS}/create`, action: t('sessions.add') } : {})} />}
        {...(mayWrite ? { actions: (session: CouncilSession) => (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            {session.certainty === 'estimated' && <Button size="small" component={RouterLink} to={conveneOf(session)}>{t('sessions.convene')}</Button>}
            <Button size="small" color="error" onClick={() => setRemoving(session)}>{t('list.remove')}</Button>
          </Box>
        ) } : {})} />
      {removing !== null && <RemoveRecord resource="council-sessions" record={removing} name={`${label('sessionKind', removing.kind)} · ${date(removing.beginsOn)}`} hint={t('sessions.removeHint')} after={past ? PAST_SESSIONS : SESSIONS} onClose={() => setRemoving(null)} />}
    </>
  );
}
