import AccountCircleIcon from '@mui/icons-material/AccountCircleOutlined';
import { lazy, Suspense, useState } from 'react';
import { useWords } from '../ui/words.js';
import { BarButton } from './BarButton.js';

const AccountChoices = lazy(() => import('./AccountChoices.js'));
const PasswordDialog = lazy(() => import('./PasswordDialog.js'));

export function AccountMenu() {
  const { t } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [password, setPassword] = useState(false);
  return (
    <>
      <BarButton menu name={t('shell.account')} onClick={(event) => setAnchor(event.currentTarget)}><AccountCircleIcon aria-hidden /></BarButton>
      <Suspense>
        {anchor !== null && <AccountChoices anchor={anchor} onClose={() => setAnchor(null)} onPassword={() => { setAnchor(null); setPassword(true); }} />}
        {password && <PasswordDialog onClose={() => setPassword(false)} />}
      </Suspense>
    </>
  );
}
