import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useRecordWords } from '../record-words.js';
import { useWords } from '../words.js';
import type { Conflict } from './conflicts.js';

type Side = 'mine' | 'theirs';

/** Somebody else saved first: line by line, what this form holds beside what is stored, and the choice. */
export function MergeStale({ conflicts, subject, onSettle }: { conflicts: readonly Conflict[]; subject: string; onSettle: (chosen: Record<string, unknown>) => void }) {
  const { t } = useWords();
  const { fieldName, inWords } = useRecordWords(subject);
  const [sides, setSides] = useState<Record<string, Side>>({});
  const sideOf = (field: string): Side => sides[field] ?? 'mine';
  return (
    <Alert severity="warning" sx={{ '& .MuiAlert-message': { flex: 1, minInlineSize: 0 } }}>
      <Typography sx={{ fontWeight: 600 }}>{t('list.stale.title')}</Typography>
      <Typography variant="body2">{conflicts.length > 0 ? t('list.stale.hint') : t('list.stale.nothingDiffers')}</Typography>
      {conflicts.map(({ field, mine, theirs }) => (
        <Box key={field} component="fieldset" sx={{ border: 0, padding: 0, margin: 0, marginBlockStart: 1.5 }}>
          <Typography component="legend" variant="subtitle2">{fieldName(field)}</Typography>
          <RadioGroup value={sideOf(field)} onChange={(_, side) => setSides({ ...sides, [field]: side === 'theirs' ? 'theirs' : 'mine' })}>
            <FormControlLabel value="mine" control={<Radio size="small" />} label={<Choice heading={t('list.stale.yours')} value={inWords(field, mine)} />} />
            <FormControlLabel value="theirs" control={<Radio size="small" />} label={<Choice heading={t('list.stale.theirs')} value={inWords(field, theirs)} />} />
          </RadioGroup>
        </Box>
      ))}
      <Button variant="contained" sx={{ marginBlockStart: 1.5 }} onClick={() => onSettle(Object.fromEntries(conflicts.map(({ field, mine, theirs }) => [field, sideOf(field) === 'mine' ? mine : theirs])))}>{t('list.stale.saveMerged')}</Button>
    </Alert>
  );
}

function Choice({ heading, value }: { heading: string; value: string }) {
  const { colon } = useWords();
  return <span>{heading}{colon}<bdi>{value}</bdi></span>;
}
