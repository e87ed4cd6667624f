import FilterAltOffIcon from '@mui/icons-material/FilterAltOffOutlined';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useListContext } from 'ra-core';
import { useEffect, useState } from 'react';
import { useWords } from '../words.js';
import type { Filter, FilterDay } from './columns.js';
import { SavedViews } from './SavedViews.js';

const SEARCH_AFTER_MS = 350;

/** The filters of a list, in the address; native selects, so that a phone shows its own wheel. */
export function FilterBar({ filters, search, savedViews }: { filters: readonly Filter[]; search: boolean; savedViews: boolean }) {
  const { t } = useWords();
  const { filterValues, setFilters } = useListContext();
  const set = (source: string, value: string) => {
    const { [source]: _, ...others } = filterValues as Record<string, unknown>;
    setFilters(value === '' ? others : { ...others, [source]: value });
  };
  const inUse = Object.keys(filterValues as object).length > 0;
  return (
    <Box role="search" aria-label={t('list.filters')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'center', padding: { xs: 1.5, sm: 2 }, borderBlockEnd: '1px solid', borderColor: 'divider' }}>
      {search && <SearchField value={String((filterValues as { q?: string }).q ?? '')} onChange={(q) => set('q', q)} />}
      {filters.map(({ source, label, options, day }) => (day !== undefined ? <DayField key={source} label={label} day={day} value={String((filterValues as Record<string, unknown>)[source] ?? '')} onChange={(value) => set(source, value)} /> : (
        <TextField key={source} select label={label} value={shown((filterValues as Record<string, unknown>)[source], options)} onChange={(event) => set(source, event.target.value)} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }} sx={{ inlineSize: { xs: 'calc(50% - 5px)', sm: 'auto' }, minInlineSize: { sm: 124 }, maxInlineSize: { sm: 200 } }}>
          <option value="">{t('list.all')}</option>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </TextField>
      )))}
      {inUse && <Button startIcon={<FilterAltOffIcon aria-hidden />} onClick={() => setFilters({})}>{t('list.clear')}</Button>}
      {savedViews && <SavedViews />}
    </Box>
  );
}

/** A combination that the address names but the select does not offer stays in force and reads as "all" plus the clear button. */
const shown = (value: unknown, options: Filter['options']): string => {
  const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
  return options.some((option) => option.value === text) ? text : '';
};

function DayField({ label, day, value, onChange }: { label: string; day: FilterDay; value: string; onChange: (value: string) => void }) {
  return (
    <TextField type="date" label={label} value={value === '' ? '' : day.toDay(value)} onChange={(event) => onChange(event.target.value === '' ? '' : day.toValue(event.target.value))}
      slotProps={{ inputLabel: { shrink: true } }} sx={{ inlineSize: { xs: 'calc(50% - 5px)', sm: 156 } }} />
  );
}

function SearchField({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  // A saved view or a cleared filter changes the value from outside while the field keeps its focus.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => onChange(typed), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed]); // eslint-disable-line react-hooks/exhaustive-deps -- only typing starts the wait
  return (
    <TextField type="search" value={typed} onChange={(event) => setTyped(event.target.value)} placeholder={t('list.search')} sx={{ flex: { xs: '1 1 100%', sm: '1 1 240px' }, maxInlineSize: { sm: 320 } }}
      slotProps={{ htmlInput: { 'aria-label': t('list.search') }, input: { startAdornment: <InputAdornment position="start"><SearchIcon fontSize="small" aria-hidden /></InputAdornment> } }} />
  );
}
