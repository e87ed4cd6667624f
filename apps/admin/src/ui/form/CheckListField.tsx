import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import type { ReactNode } from 'react';
import { FieldGroup } from './fields.js';

/** Any number of a list of records, by their ids; what is chosen keeps its order, what is added comes last. */
export function CheckListField({ legend, hint, refusal, options, value, onChange }: { legend: string; hint?: string; refusal?: string | undefined; options: readonly { id: string; label: ReactNode }[]; value: readonly string[]; onChange: (ids: string[]) => void }) {
  const toggle = (id: string, on: boolean) => { const others = value.filter((one) => one !== id); onChange(on ? [...others, id] : others); };
  return (
    <FieldGroup legend={legend} hint={hint}>
      {/* A list that scrolls is reached by the keyboard through its boxes. */}
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, maxBlockSize: 320, overflowY: 'auto', border: 1, borderColor: 'divider', borderRadius: 1, paddingInline: 1.5, paddingBlock: 0.5 }}>
        {options.map(({ id, label }) => <FormControlLabel key={id} control={<Checkbox size="small" checked={value.includes(id)} onChange={(_, on) => toggle(id, on)} />} label={label} />)}
      </Box>
      {refusal !== undefined && <FormHelperText error>{refusal}</FormHelperText>}
    </FieldGroup>
  );
}
