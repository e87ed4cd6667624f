import CheckCircleIcon from '@mui/icons-material/CheckCircleOutlined';
import HourglassIcon from '@mui/icons-material/HourglassTop';
import LockIcon from '@mui/icons-material/LockOutlined';
import type { User } from '@tawama/contracts';
import { Mark } from '../ui/StatusMark.js';
import { useWords } from '../ui/words.js';

export function AccountState({ account }: { account: User }) {
  const { t } = useWords();
  if (!account.active) return <Mark icon={LockIcon} tone="neutral">{t('users.inactive')}</Mark>;
  if (account.invited) return <Mark icon={HourglassIcon} tone="warning">{t('users.waiting')}</Mark>;
  return <Mark icon={CheckCircleIcon} tone="success">{t('users.active')}</Mark>;
}
