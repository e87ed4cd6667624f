import Box from '@mui/material/Box';
import { useWords } from '../ui/words.js';

/** First thing that the keyboard meets. */
export function SkipLink({ target }: { target: string }) {
  const { t } = useWords();
  return (
    <Box component="a" href={`#${target}`} onClick={(event) => { event.preventDefault(); document.getElementById(target)?.focus(); }}
      sx={{ position: 'fixed', insetBlockStart: -80, insetInlineStart: 16, zIndex: 2000, padding: '10px 18px', borderRadius: 2, bgcolor: 'primary.main', color: 'primary.contrastText', fontWeight: 600, '&:focus': { insetBlockStart: 12 } }}>
      {t('shell.skip')}
    </Box>
  );
}
