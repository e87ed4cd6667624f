import TextField from '@mui/material/TextField';
import type { City, Person } from '@tawama/contracts';
import { isAuthority } from '@tawama/domain';
import { useGetList } from 'ra-core';
import { isolated } from '../ui/isolated.js';
import { useWords } from '../ui/words.js';

export interface PersonFieldProps { label: string; side: 'home' | 'partner' | 'any'; value: string; onChange: (id: string) => void; refusal?: string; cityId?: string; none?: string; /** only whoever may follow a step in the place of this person: neither that one nor an authority */ inPlaceOf?: string }

const MANY = { page: 1, perPage: 200 };

/** Chooses one active person, of our side or of the partners'. */
export function PersonField({ label, side, value, onChange, refusal, cityId, none, inPlaceOf }: PersonFieldProps) {
  const { t, text, label: word } = useWords();
  const { data: people = [] } = useGetList<Person>('people', { pagination: MANY, sort: { field: 'name', order: 'ASC' }, filter: { active: true, ...(cityId === undefined ? {} : { cityId }) } });
  const { data: cities = [] } = useGetList<City>('cities', { pagination: MANY, sort: { field: 'name', order: 'ASC' }, filter: {} });
  const cityOf = new Map(cities.map((city) => [city.id, city]));
  const fitting = people.filter((person) => (inPlaceOf === undefined || (person.id !== inPlaceOf && !isAuthority(person))) && (side === 'any' || cityOf.get(person.cityId)?.role === side));
  return (
    <TextField select label={label} value={fitting.some((person) => person.id === value) ? value : ''} onChange={(event) => onChange(event.target.value)} error={refusal !== undefined} helperText={refusal} slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}>
      <option value="">{none ?? t('milestones.command.none')}</option>
      {fitting.map((person) => <option key={person.id} value={person.id}>{`${isolated(person.name)} · ${word('personFunction', person.function)} · ${isolated(text(cityOf.get(person.cityId)?.name))}`}</option>)}
    </TextField>
  );
}
