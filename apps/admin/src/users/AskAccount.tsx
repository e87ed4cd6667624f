import { useQueryClient } from '@tanstack/react-query';
import type { User } from '@tawama/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import type { ClubDataProvider } from '../providers/data-provider.js';
import { Confirm } from '../ui/Confirm.js';
import { useWords } from '../ui/words.js';

export type AccountDeed = 'invite' | 'revoke';

/** Asks before somebody is invited once more or signed out on every device. */
export function AskAccount({ deed, account, onClose }: { deed: AccountDeed; account: User; onClose: () => void }) {
  const { t, colon } = useWords();
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const act = async () => {
    await provider.send(`users/${account.id}/${deed}`);
    notify(deed === 'invite' ? 'users.invited' : 'users.revoked', { type: 'success' });
    await queries.invalidateQueries({ queryKey: ['users'] });
  };
  return deed === 'invite'
    ? <Confirm question={`${t('users.inviteAgain')}${colon}${account.name}`} hint={t('users.inviteAgainHint')} verb={t('users.inviteAgain')} act={act} onClose={onClose} />
    : <Confirm question={t('users.revokeQuestion', { name: account.name })} hint={t('users.revokeHint')} verb={t('users.revoke')} danger act={act} onClose={onClose} />;
}
