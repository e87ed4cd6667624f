import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Agreement } from '@tawama/contracts';
import { StatusMark } from './StatusMark.js';
import { useWords } from './words.js';

/** How alive an agreement is, in a word, and why, in a sentence. What is over has neither. */
export function VitalityMark({ of: vitality, quiet = false }: { of: Agreement['vitality']; /** a level that asks for nothing is left out */ quiet?: boolean }) {
  const { t, text } = useWords();
  if (vitality === null || (quiet && vitality.level === 'active')) return null;
  return (
    <Box component="span" sx={{ display: 'block' }}>
      <StatusMark group="vitality" value={vitality.level} />
      <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>{text(vitality.reason)}{vitality.level === 'dormant' && ` · ${t('agreements.decideHint')}`}</Typography>
    </Box>
  );
}
