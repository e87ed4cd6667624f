import Chip from '@mui/material/Chip';
import { useWords } from './words.js';

/** Marks what was invented for the demonstration, row by row. */
export function Demonstration({ when }: { when: boolean }) {
  const { t } = useWords();
  if (!when) return null;
  return <Chip size="small" variant="outlined" label={t('list.demonstration')} title={t('list.demonstrationHint')} sx={{ minHeight: 22, height: 22, fontSize: '0.75rem', color: 'text.secondary', verticalAlign: 'middle' }} />;
}
