import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { useState, type KeyboardEvent } from 'react';
import { useWords } from '../words.js';
import { FieldGroup } from './fields.js';

/** A list of words, each a chip that can be taken away; Enter or the button adds one. */
export function WordsField({ label, value, onChange, hint, refusal }: { label: string; value: readonly string[]; onChange: (words: string[]) => void; hint?: string; refusal?: string | undefined }) {
  const { t, colon } = useWords();
  const [typed, setTyped] = useState('');
  const add = () => {
    const word = typed.trim();
    if (word !== '' && !value.includes(word)) onChange([...value, word]);
    setTyped('');
  };
  const onKeyDown = (event: KeyboardEvent) => { if (event.key === 'Enter') { event.preventDefault(); add(); } };
  return (
    <FieldGroup legend={label} hint={hint}>
      {value.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {value.map((word) => (
            <Box component="li" key={word} sx={{ display: 'inline-flex', alignItems: 'center', border: 1, borderColor: 'divider', borderRadius: 5, paddingInlineStart: 1.5 }}>
              <bdi>{word}</bdi>
              <IconButton size="small" aria-label={t('record.removeWord', { word })} onClick={() => onChange(value.filter((other) => other !== word))}><CloseIcon fontSize="small" aria-hidden /></IconButton>
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <TextField label={`${label}${colon}${t('record.addWord')}`} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={onKeyDown} error={refusal !== undefined} helperText={refusal ?? t('record.addWordHint')} slotProps={{ htmlInput: { autoComplete: 'off', dir: 'auto' } }} />
        <Button startIcon={<AddIcon aria-hidden />} onClick={add} disabled={typed.trim() === ''} sx={{ flex: 'none' }}>{t('record.addWord')}</Button>
      </Box>
    </FieldGroup>
  );
}
