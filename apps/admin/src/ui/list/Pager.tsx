import BeforeIcon from '@mui/icons-material/NavigateBefore';
import NextIcon from '@mui/icons-material/NavigateNext';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useTheme } from '@mui/material/styles';
import { useListContext } from 'ra-core';
import { useWords } from '../words.js';

/** Where in the list one is. Above 1,000 rows the count stops and says so. */
export function Pager() {
  const { t } = useWords();
  const rtl = useTheme().direction === 'rtl';
  const { page, perPage, total, setPage, isPending, meta } = useListContext();
  if (isPending || total === undefined || total === 0) return null;
  const exact = (meta as { totalIsExact?: boolean } | undefined)?.totalIsExact !== false;
  const last = Math.min(page * perPage, exact ? total : Infinity);
  const [Back, On] = rtl ? [NextIcon, BeforeIcon] : [BeforeIcon, NextIcon];
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 1, paddingInline: 2, paddingBlock: 0.75, borderBlockStart: '1px solid', borderColor: 'divider' }}>
      <Typography variant="body2" color="text.secondary" role="status">
        {total <= perPage && exact ? t('list.rows', { smart_count: total }) : t(exact ? 'list.range' : 'list.rangeCapped', { from: (page - 1) * perPage + 1, to: last, total })}
      </Typography>
      {(total > perPage || !exact) && (
        <>
          <IconButton size="small" aria-label={t('list.previous')} disabled={page <= 1} onClick={() => setPage(page - 1)}><Back aria-hidden /></IconButton>
          <IconButton size="small" aria-label={t('list.next')} disabled={exact && last >= total} onClick={() => setPage(page + 1)}><On aria-hidden /></IconButton>
        </>
      )}
    </Box>
  );
}
