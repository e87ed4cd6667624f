import Box from '@mui/material/Box';
import { labelsIn } from '@tawama/messages';
import type { Offset, Side } from '@tawama/workflow';
import { ChoiceField, LineField } from '../ui/form/fields.js';
import { useWords } from '../ui/words.js';
import { numberIn, shownNumber } from './draft.js';

const UNITS = ['years', 'quarters', 'months', 'weeks', 'days'] as const;

interface EditOffsetProps { value: Offset; onChange: (change: Offset) => void; path: string; refusalAt: (path: string) => string | undefined }

/** How far a date lies from where it is counted. */
export function EditOffset({ value, onChange, path, refusalAt }: EditOffsetProps) {
  const { t } = useWords();
  const { working } = value;
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr) minmax(0, 1fr)', sm: 'repeat(3, minmax(0, 1fr))' } }}>
        {UNITS.map((unit) => <LineField key={unit} label={t(`templates.edit.${unit}`)} type="number" ltr value={shownNumber(value[unit])} onChange={(typed) => onChange({ [unit]: numberIn(typed) })} refusal={refusalAt(`${path}.${unit}`)} />)}
        <LineField label={t('templates.edit.workingDays')} type="number" ltr value={shownNumber(working?.days)} refusal={refusalAt(`${path}.working`)}
          onChange={(typed) => { const days = numberIn(typed); onChange({ working: days === undefined ? undefined : { days, side: working?.side ?? 'home' } }); }} />
      </Box>
      {working !== undefined && <WorkingSide value={working.side} onChange={(side) => onChange({ working: { ...working, side } })} />}
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{t('templates.edit.offsetHint')}</Box>
    </>
  );
}

/** Whose working days are counted. */
export function WorkingSide({ value, onChange }: { value: Side; onChange: (side: Side) => void }) {
  const { t, language } = useWords();
  return <ChoiceField label={t('templates.edit.side')} value={value} onChange={(side) => onChange(side as Side)} options={Object.entries(labelsIn(language).workingSide).map(([side, label]) => ({ value: side, label }))} />;
}
