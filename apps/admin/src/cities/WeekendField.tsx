import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { weekdayName } from '@tawama/messages';
import { FieldGroup } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';

const DAYS = [1, 2, 3, 4, 5, 6, 7];
const SUNDAY = 7;

/** The days of the week on which nobody works in a city. */
export function WeekendField({ value, onChange, refusal }: { value: readonly number[]; onChange: (days: number[]) => void; refusal?: string | undefined }) {
  const { t, language } = useWords();
  return (
    <FieldGroup legend={t('cities.weekend')} hint={refusal ?? t('cities.weekendHint')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
        {DAYS.map((day) => (
          <FormControlLabel key={day} label={weekdayName(day === SUNDAY ? 0 : day, language)}
            control={<Checkbox checked={value.includes(day)} onChange={(_, off) => onChange(off ? [...value, day].toSorted((a, b) => a - b) : value.filter((one) => one !== day))} />} />
        ))}
      </Box>
    </FieldGroup>
  );
}
