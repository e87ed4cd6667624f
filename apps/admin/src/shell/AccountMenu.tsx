import AccountCircleIcon from '@mui/icons-material/AccountCircleOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useAuthProvider } from 'ra-core';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';

const PasswordDialog = lazy(() => import('./PasswordDialog.js'));

export function AccountMenu() {
  const { t, label } = useWords();
  const { me } = useSession();
  const auth = useAuthProvider();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [password, setPassword] = useState(false);
  return (
    <>
      <Tooltip title={t('shell.account')}><IconButton aria-label={t('shell.account')} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}><AccountCircleIcon aria-hidden /></IconButton></Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <Box component="li" role="none" sx={{ paddingInline: 2, paddingBlock: 1 }}>
          <Typography sx={{ fontWeight: 600 }}><bdi>{me.user.name}</bdi></Typography>
          <Typography variant="body2" color="text.secondary">{label('role', me.role)}</Typography>
          <Typography variant="body2" color="text.secondary"><bdi dir="ltr">{me.user.email}</bdi></Typography>
        </Box>
        <MenuItem onClick={() => { setAnchor(null); setPassword(true); }}>{t('shell.changePassword')}</MenuItem>
        <MenuItem onClick={() => void auth?.logout({})}>{t('shell.signOut')}</MenuItem>
      </Menu>
      {password && <Suspense><PasswordDialog onClose={() => setPassword(false)} /></Suspense>}
    </>
  );
}
