import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { isolated } from '../ui/isolated.js';
import { useWords } from '../ui/words.js';

/** One line of a timeline: what it is, what was said, who recorded it, and what can be done to it. */
export function Line({ head, by, actions, children }: { head: ReactNode; by: string | null; actions: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, alignItems: 'flex-start', paddingBlock: 1, borderBlockEnd: '1px solid', borderColor: 'divider', '&:last-of-type': { borderBlockEnd: 0 } }}>
      <Box sx={{ flex: 1, minInlineSize: 0, overflowWrap: 'anywhere' }}>
        {head}
        {children}
        {by !== null && <Typography variant="body2" color="text.secondary">{t('milestones.timeline.by', { name: isolated(by) })}</Typography>}
      </Box>
      {actions}
    </Box>
  );
}
