import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import Box from '@mui/material/Box';
import type { LegalNote } from '@tawama/contracts';
import { Mark } from '../ui/StatusMark.js';
import { isolated } from '../ui/isolated.js';
import { useWords } from '../ui/words.js';

/** Whether the legal reviewer stands behind a note: who and when, or that nobody does yet. */
export function NoteState({ note: { state, verifiedByName, verifiedOn } }: { note: LegalNote }) {
  const { t, date, label } = useWords();
  return (
    <Box component="span" sx={{ display: 'inline-flex', verticalAlign: 'middle', '& > span': { whiteSpace: 'normal' } }}>
      {state === 'confirmed' ? <Mark icon={CheckCircleIcon} tone="success">{t('legal.confirmed', { name: isolated(verifiedByName ?? ''), date: date(verifiedOn) })}</Mark> : <Mark icon={HelpOutlineIcon} tone="warning">{label('legalNoteState', state)}</Mark>}
    </Box>
  );
}
