import type { City } from '@tawama/contracts';
import { useGetList } from 'ra-core';
import { nameOfCountry } from '../ui/countries.js';
import { useWords } from '../ui/words.js';

const ALL = { page: 1, perPage: 200 };

/** Names for the values of conditions: cities by their keys, countries by their codes. The cities are read where `wanted`. */
export function useNameOf(wanted: boolean) {
  const { text, language } = useWords();
  const { data = [] } = useGetList<City>('cities', { pagination: ALL, sort: { field: 'name', order: 'ASC' }, filter: {} }, { enabled: wanted });
  const cities = data.map(({ key, role, name }) => ({ key, role, label: text(name) }));
  const nameOf = (attribute: string, value: string): string | undefined => (attribute === 'partnerCountry' ? nameOfCountry(value, language) : cities.find(({ key }) => key === value)?.label);
  return { nameOf, cities };
}
