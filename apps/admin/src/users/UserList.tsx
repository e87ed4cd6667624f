import PersonAddIcon from '@mui/icons-material/PersonAddAltOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { User } from '@tawama/contracts';
import { labelsIn } from '@tawama/messages';
import { lazy, Suspense, useState } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useSession } from '../providers/session-context.js';
import { Demonstration } from '../ui/Demonstration.js';
import { useInstant } from '../ui/dates.js';
import { EmptyState } from '../ui/EmptyState.js';
import type { Column, Filter } from '../ui/list/columns.js';
import { ResourceList } from '../ui/list/ResourceList.js';
import { Page } from '../ui/Page.js';
import { LinkTo } from '../ui/References.js';
import { Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { AccountState } from './AccountState.js';
import { AskAccount, type AccountDeed } from './AskAccount.js';

/** Its table comes with the schemas of the contracts; the list does not wait for them. */
const RightsMatrix = lazy(() => import('./RightsMatrix.js'));

/** Who may sign in and do what; the table of rights stands below. */
export default function UserList() {
  const { t, label, language } = useWords();
  const { inWords } = useInstant();
  const { me } = useSession();
  const [asking, setAsking] = useState<{ deed: AccountDeed; account: User } | null>(null);
  const columns: readonly Column<User>[] = [
    { key: 'name', label: t('users.name'), title: true, sort: 'name', cell: (account) => <><LinkTo to={`/users/${account.id}/edit`} strong><bdi>{account.name}</bdi></LinkTo>{account.id === me.user.id && ` (${t('users.you')})`} <Demonstration when={account.demonstration} /><Typography variant="body2" color="text.secondary" component="div" sx={{ fontWeight: 400 }}><bdi dir="ltr">{account.email}</bdi></Typography></> },
    { key: 'role', label: t('users.role'), sort: 'role', cell: (account) => label('role', account.role) },
    { key: 'scope', label: t('users.scope'), from: 'md', cell: (account) => (account.agreementIds === null ? t('users.wholeClub') : t('users.someAgreements', { smart_count: account.agreementIds.length })) },
    { key: 'lastSeenAt', label: t('users.lastSeen'), sort: 'lastSeenAt', from: 'md', cell: (account) => (account.lastSeenAt === null ? t('users.never') : inWords(account.lastSeenAt)) },
    { key: 'state', label: t('users.state'), cell: (account) => <AccountState account={account} /> },
  ];
  const filters: readonly Filter[] = [
    { source: 'role', label: t('users.role'), options: Object.entries(labelsIn(language).role).map(([value, word]) => ({ value, label: word })) },
    { source: 'active', label: t('users.state'), options: [{ value: 'true', label: t('users.active') }, { value: 'false', label: t('users.inactive') }] },
  ];
  return (
    <Page title={t('users.title')} lead={t('users.lead')} actions={<Button component={RouterLink} to="/users/create" variant="contained" startIcon={<PersonAddIcon aria-hidden />}>{t('users.invite')}</Button>}>
      <ResourceList<User> resource="users" label={t('users.title')} columns={columns} filters={filters} search sort={{ field: 'name', order: 'ASC' }} actionsLabel={t('record.actions')}
        empty={<EmptyState title={t('users.empty')} hint={t('users.emptyHint')} to="/users/create" action={t('users.invite')} />}
        actions={(account) => (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            {account.invited && account.active && <Button size="small" onClick={() => setAsking({ deed: 'invite', account })}>{t('users.inviteAgain')}</Button>}
            {!account.invited && <Button size="small" color="error" onClick={() => setAsking({ deed: 'revoke', account })}>{t('users.revoke')}</Button>}
          </Box>
        )} />
      <Suspense fallback={<Waiting />}><RightsMatrix /></Suspense>
      {asking !== null && <AskAccount deed={asking.deed} account={asking.account} onClose={() => setAsking(null)} />}
    </Page>
  );
}
