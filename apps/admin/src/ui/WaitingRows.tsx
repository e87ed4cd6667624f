import Box from '@mui/material/Box';
import { useWords } from './words.js';

/** Grey lines while rows are on their way. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  const { t } = useWords();
  return (
    <Box role="status" aria-label={t('shell.loading')} sx={{ display: 'grid', gap: 1, padding: 2 }}>
      {Array.from({ length: rows }, (_, row) => <Box key={row} sx={{ blockSize: 28, borderRadius: 1.5, bgcolor: 'action.selected' }} />)}
    </Box>
  );
}
