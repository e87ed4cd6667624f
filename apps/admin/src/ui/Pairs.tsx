import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Pairs of label and value whose values are made in place. */
export function Pairs({ children }: { children: ReactNode }) {
  return <Box component="dl" sx={{ margin: 0, display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(110px, max-content) minmax(0, 1fr)' }, columnGap: 2.5, rowGap: { xs: 0, sm: 1 } }}>{children}</Box>;
}

export function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.875rem', maxInlineSize: 150 }}>{label}</Box>
      <Box component="dd" sx={{ margin: 0, marginBlockEnd: { xs: 1, sm: 0 }, minInlineSize: 0, overflowWrap: 'anywhere' }}>{children}</Box>
    </>
  );
}
