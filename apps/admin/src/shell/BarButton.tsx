import Box from '@mui/material/Box';
import type { ComponentProps } from 'react';

type BarButtonProps = { name: string; onClick: (event: { currentTarget: HTMLElement }) => void; children: ComponentProps<'button'>['children']; menu?: boolean; wideOnly?: boolean };

/** A round button of the frame: a plain element, so that the first picture does not wait for a component library. */
export function BarButton({ name, onClick, children, menu = false, wideOnly = false }: BarButtonProps) {
  return (
    <Box component="button" type="button" aria-label={name} title={name} {...(menu ? { 'aria-haspopup': 'menu' as const } : {})} onClick={onClick}
      sx={{ display: wideOnly ? { xs: 'none', md: 'inline-grid' } : 'inline-grid', placeItems: 'center', inlineSize: 40, blockSize: 40, flex: 'none', padding: 0, border: 0, borderRadius: '50%', background: 'none', color: 'action.active', cursor: 'pointer', '&:hover': { bgcolor: 'action.hover' } }}>
      {children}
    </Box>
  );
}
