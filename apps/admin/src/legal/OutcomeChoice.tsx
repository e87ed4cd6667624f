import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { LEGAL_OUTCOMES, type LegalOutcome } from '@tawama/contracts';
import { useId } from 'react';
import { useWords } from '../ui/words.js';

export type Outcome = LegalOutcome;

/** The three ways in which a legal period ends. @param silenceFrom the first day on which there is a silence to speak of; null: it has come */
export function OutcomeChoice({ value, onChange, silenceFrom }: { value: Outcome | null; onChange: (outcome: Outcome) => void; silenceFrom: string | null }) {
  const { t, date, label } = useWords();
  const labelId = useId();
  return (
    <FormControl>
      <FormLabel id={labelId}>{t('legal.ask')}</FormLabel>
      <RadioGroup aria-labelledby={labelId} value={value ?? ''} onChange={(_, chosen) => { const outcome = LEGAL_OUTCOMES.find((known) => known === chosen); if (outcome) onChange(outcome); }}>
        {LEGAL_OUTCOMES.map((outcome) => <FormControlLabel key={outcome} value={outcome} disabled={outcome === 'silence' && silenceFrom !== null} control={<Radio />} label={label('legalOutcome', outcome)} />)}
      </RadioGroup>
      {silenceFrom !== null && <FormHelperText sx={{ marginInline: 0 }}>{t('legal.silenceFrom', { date: date(silenceFrom) })}</FormHelperText>}
    </FormControl>
  );
}
