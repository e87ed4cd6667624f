import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { ChoiceField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';

interface ChosenListProps { label: string; value: readonly string[]; onChange: (value: string[]) => void; options: readonly { value: string; label: string }[]; refusal?: string | undefined; most: number }

/** Several of many: those chosen, each with its way out, and a select for one more. */
export function ChosenList({ label, value, onChange, options, refusal, most }: ChosenListProps) {
  const { t } = useWords();
  const nameOf = (key: string): string => options.find((option) => option.value === key)?.label ?? key;
  const free = options.filter((option) => !value.includes(option.value));
  return (
    <Box sx={{ display: 'grid', gap: 1, minInlineSize: 0 }}>
      {value.length > 0 && (
        <Box component="ul" aria-label={label} sx={{ listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {value.map((key) => (
            <Box component="li" key={key} sx={{ minInlineSize: 0, maxInlineSize: '100%' }}>
              <Chip component="button" type="button" clickable aria-label={t('templates.edit.remove', { name: nameOf(key) })} label={<><bdi>{nameOf(key)}</bdi> ✕</>} onClick={() => onChange(value.filter((one) => one !== key))}
                sx={{ blockSize: 'auto', minBlockSize: 32, maxInlineSize: '100%', '& .MuiChip-label': { whiteSpace: 'normal', textAlign: 'start', paddingBlock: 0.5 } }} />
            </Box>
          ))}
        </Box>
      )}
      {value.length < most && (free.length > 0 || value.length === 0) && <ChoiceField label={label} value="" none={t('templates.edit.add')} onChange={(key) => { if (key !== '') onChange([...value, key]); }} options={free} refusal={refusal} />}
    </Box>
  );
}
