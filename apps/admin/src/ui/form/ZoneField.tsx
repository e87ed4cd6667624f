import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useMemo } from 'react';
import { useWords } from '../words.js';
import { useZoneWords, zoneChoices } from '../zones.js';

const REGIONS_SHOWN = (zone: string): string => zone.slice(0, zone.indexOf('/'));

/** A time zone, chosen by a large city in it; the club's own by its words. */
export function ZoneField({ label, value, onChange, hint, refusal }: { label: string; value: string | null; onChange: (zone: string | null) => void; hint?: string; refusal?: string | undefined }) {
  const { t } = useWords();
  const { clubZone, nameOf, timeIn } = useZoneWords();
  const choices = useMemo(() => zoneChoices(clubZone), [clubZone]);
  const words = (zone: string): string => (zone === clubZone ? nameOf(zone) : `${nameOf(zone)} (${REGIONS_SHOWN(zone)})`);
  const time = value === null ? null : timeIn(value);
  return (
    <Autocomplete options={value !== null && !choices.includes(value) ? [value, ...choices] : choices} value={value} onChange={(_, zone) => onChange(zone)} getOptionLabel={words} noOptionsText={t('record.noChoice')} clearText={t('list.remove')} openText={t('list.open')} closeText={t('shell.close')}
      renderInput={(params) => <TextField {...params} label={label} placeholder={t('cities.zoneSearch')} error={refusal !== undefined} helperText={refusal ?? (time === null ? hint : `${t('cities.nowThere', { time })} · ${hint ?? ''}`)} />} />
  );
}
