import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';
import { useWords } from './words.js';

/** The frame of every screen: its one h1, what may be done, the content. Sets the title of the window. */
export function Page({ title, heading, lead, actions, children }: { title: string; heading?: ReactNode; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  const { t } = useWords();
  const program = t('signIn.programName');
  useEffect(() => { document.title = `${title} · ${program}`; }, [title, program]);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', justifyContent: 'space-between' }}>
        <Box sx={{ flex: { sm: '1 1 0' }, minInlineSize: { xs: 0, sm: 320 } }}>
          <Typography variant="h1">{heading ?? title}</Typography>
          {lead !== undefined && <Typography color="text.secondary" component="div">{lead}</Typography>}
        </Box>
        {actions !== undefined && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
      </Box>
      {children}
    </Box>
  );
}

/** A titled card. */
export function Card({ title, id, actions, children, flush = false }: { title?: ReactNode; id?: string; actions?: ReactNode; children: ReactNode; flush?: boolean }) {
  return (
    <Box component="section" id={id} aria-labelledby={title !== undefined && id !== undefined ? `${id}-title` : undefined} sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2, minInlineSize: 0, scrollMarginBlockStart: 80, overflow: 'hidden' }}>
      {title !== undefined && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between', paddingInline: { xs: 2, sm: 2.5 }, paddingBlock: 1.25, borderBlockEnd: '1px solid', borderColor: 'divider' }}>
          <Typography variant="h2" id={id !== undefined ? `${id}-title` : undefined}>{title}</Typography>
          {actions}
        </Box>
      )}
      <Box sx={flush ? {} : { paddingInline: { xs: 2, sm: 2.5 }, paddingBlock: 2 }}>{children}</Box>
    </Box>
  );
}
