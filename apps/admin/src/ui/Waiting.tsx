import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useWords } from './words.js';

/** Grey lines while rows are on their way. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  const { t } = useWords();
  return (
    <Box role="status" aria-label={t('shell.loading')} sx={{ display: 'grid', gap: 1, padding: 2 }}>
      {Array.from({ length: rows }, (_, row) => <Skeleton key={row} variant="rounded" height={28} />)}
    </Box>
  );
}

/** A reading that failed: what was answered, and a way to try again. */
export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useWords();
  return (
    <Box role="alert" sx={{ display: 'grid', gap: 1, justifyItems: 'start', padding: 3 }}>
      <Typography sx={{ fontWeight: 600 }}>{t('shell.failedTitle')}</Typography>
      <Typography color="text.secondary">{error instanceof Error ? error.message : t('shell.failedHint')}</Typography>
      {retry !== undefined && <Button variant="outlined" onClick={retry}>{t('shell.retry')}</Button>}
    </Box>
  );
}
