import Box from '@mui/material/Box';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useAuthProvider } from 'ra-core';
import { useSession } from '../providers/session-context.js';
import { useWords } from '../ui/words.js';

export default function AccountChoices({ anchor, onClose, onPassword }: { anchor: HTMLElement; onClose: () => void; onPassword: () => void }) {
  const { t, label } = useWords();
  const { me } = useSession();
  const auth = useAuthProvider();
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      <Box component="li" role="none" sx={{ paddingInline: 2, paddingBlock: 1 }}>
        <Typography sx={{ fontWeight: 600 }}><bdi>{me.user.name}</bdi></Typography>
        <Typography variant="body2" color="text.secondary">{label('role', me.role)}</Typography>
        <Typography variant="body2" color="text.secondary"><bdi dir="ltr">{me.user.email}</bdi></Typography>
      </Box>
      <MenuItem onClick={onPassword}>{t('shell.changePassword')}</MenuItem>
      <MenuItem onClick={() => void auth?.logout({})}>{t('shell.signOut')}</MenuItem>
    </Menu>
  );
}
