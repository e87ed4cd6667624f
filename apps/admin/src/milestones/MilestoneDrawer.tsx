import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { Milestone } from '@tawama/contracts';
import { useGetOne } from 'ra-core';
import { useLocation, useNavigate } from 'react-router-dom';
import { Name } from '../ui/Name.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { useWords } from '../ui/words.js';
import { MilestoneFacts } from './MilestoneFacts.js';

/** At the far side of the text (the styles are mirrored in Arabic). One milestone above the page that led to it; the address keeps both (`?milestone=<id>`). */
export default function MilestoneDrawer({ id }: { id: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { data, error, isPending, refetch } = useGetOne<Milestone>('milestones', { id }, { staleTime: 0 });
  const close = () => {
    const parameters = new URLSearchParams(search);
    parameters.delete('milestone');
    const rest = parameters.toString();
    void navigate(rest === '' ? pathname : `${pathname}?${rest}`, { replace: true });
  };
  return (
    <Drawer open anchor="right" onClose={close} slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': 'milestone-title', sx: { inlineSize: { xs: '100%', sm: 520 }, bgcolor: 'background.paper' } } }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, paddingInline: 2.5, paddingBlock: 1.5, borderBlockEnd: '1px solid', borderColor: 'divider', position: 'sticky', insetBlockStart: 0, bgcolor: 'background.paper', zIndex: 1 }}>
        <Typography variant="h2" id="milestone-title" sx={{ flex: 1, paddingBlock: 0.75 }}>{data ? <><Box component="span" sx={{ color: 'text.secondary' }}>{data.number}</Box> <Name of={data.title} /></> : t('shell.loading')}</Typography>
        <IconButton onClick={close} aria-label={t('shell.close')}><CloseIcon aria-hidden /></IconButton>
      </Box>
      {error ? <Failed error={error} retry={() => void refetch()} /> : isPending ? <Waiting /> : <MilestoneFacts milestone={data} />}
    </Drawer>
  );
}
