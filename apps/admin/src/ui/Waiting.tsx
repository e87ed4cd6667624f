import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useWords } from './words.js';

export { Waiting } from './WaitingRows.js';

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
