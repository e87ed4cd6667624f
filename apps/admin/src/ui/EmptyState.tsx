import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** Nothing to show, and what to do next. */
export function EmptyState({ title, hint, to, action, onAction }: { title: string; hint?: ReactNode; to?: string; action?: string; onAction?: () => void }) {
  return (
    <Box sx={{ display: 'grid', justifyItems: 'center', gap: 1, textAlign: 'center', paddingBlock: 4, paddingInline: 2 }}>
      <Box component="svg" viewBox="0 0 64 40" aria-hidden sx={{ inlineSize: 64, color: 'divider' }} fill="none" stroke="currentColor" strokeWidth="4"><circle cx="24" cy="20" r="14" /><circle cx="40" cy="20" r="14" /></Box>
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      {hint !== undefined && <Typography color="text.secondary" variant="body2">{hint}</Typography>}
      {action !== undefined && to !== undefined && <Button component={Link} to={to} variant="outlined">{action}</Button>}
      {action !== undefined && onAction !== undefined && <Button variant="outlined" onClick={onAction}>{action}</Button>}
    </Box>
  );
}
