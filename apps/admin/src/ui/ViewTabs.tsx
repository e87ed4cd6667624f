import Box from '@mui/material/Box';
import { Link } from 'react-router-dom';

/** The views of one screen: links that look like tabs, the present one marked. They wrap, so that nothing scrolls sideways. */
export function ViewTabs({ label, views }: { label: string; views: readonly { to: string; text: string; here: boolean }[] }) {
  return (
    <Box component="nav" aria-label={label} sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', columnGap: 0.5 }}>
        {views.map(({ to, text, here }) => (
          <li key={to}>
            <Box component={Link} to={to} aria-current={here ? 'page' : undefined}
              sx={{ display: 'inline-flex', alignItems: 'center', minBlockSize: 44, paddingInline: { xs: 1.25, sm: 2 }, color: 'text.secondary', textDecoration: 'none', fontWeight: 600, borderBottom: '3px solid transparent', marginBlockEnd: '-1px', borderStartStartRadius: 8, borderStartEndRadius: 8, '&:hover': { bgcolor: 'action.hover' }, '&[aria-current]': { color: 'primary.main', borderBottomColor: 'primary.main' } }}>{text}</Box>
          </li>
        ))}
      </Box>
    </Box>
  );
}
