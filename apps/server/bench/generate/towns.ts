import type { City } from '@tawama/contracts';
import type { Chance } from './random.js';

const COUNTRIES = [
  { country: 'FR', timeZone: 'Europe/Paris', language: 'fr' }, { country: 'BE', timeZone: 'Europe/Brussels', language: 'fr' }, { country: 'DE', timeZone: 'Europe/Berlin', language: 'en' },
  { country: 'IT', timeZone: 'Europe/Rome', language: 'en' }, { country: 'ES', timeZone: 'Europe/Madrid', language: 'fr' }, { country: 'PL', timeZone: 'Europe/Warsaw', language: 'en' },
  { country: 'GB', timeZone: 'Europe/London', language: 'en' }, { country: 'PT', timeZone: 'Europe/Lisbon', language: 'fr' }, { country: 'FI', timeZone: 'Europe/Helsinki', language: 'en' },
  { country: 'RO', timeZone: 'Europe/Bucharest', language: 'fr' },
] as const;
const FIRST = ['Alt', 'Bel', 'Cas', 'Dorn', 'Est', 'Font', 'Grand', 'Haut', 'Isel', 'Kron', 'Lind', 'Mont', 'Neu', 'Olm', 'Pont', 'Rot', 'Sal', 'Torre', 'Ulm', 'Val', 'Wald', 'Zell'];
const MIDDLE = ['a', 'e', 'i', 'o', 'en', 'er', 'is', 'an', 'el'];
const LAST = ['berg', 'bourg', 'burg', 'by', 'court', 'dorf', 'feld', 'ford', 'grad', 'heim', 'lac', 'mar', 'minster', 'nova', 'pol', 'roche', 'stad', 'ton', 'vale', 'ville'];
const GIVEN = ['Anna', 'Bruno', 'Clara', 'David', 'Elena', 'Felix', 'Greta', 'Hugo', 'Ines', 'Jan', 'Katia', 'Luc', 'Marta', 'Nils', 'Olga', 'Paul', 'Rita', 'Simon', 'Teresa', 'Viktor'];

type Town = Pick<City, 'key' | 'name' | 'legalName' | 'aliases' | 'country' | 'timeZone' | 'language' | 'role' | 'identification' | 'source'>;

/** A town that could lie in Europe. @param n makes its key */
export function town(chance: Chance, n: number, role: City['role']): Town {
  const { country, timeZone, language } = chance.among(COUNTRIES);
  const name = chance.among(FIRST) + chance.among(MIDDLE) + chance.among(LAST);
  return {
    key: `${role}-${n}`, name: { ar: `مدينة ${n}`, fr: name, en: name }, legalName: null, aliases: [`${name} ${country}`], country, timeZone, language, role,
    identification: n % 40 === 0 ? 'pending' : 'established', source: 'generated',
  };
}

export const personName = (chance: Chance): string => `${chance.among(GIVEN)} ${chance.among(FIRST)}${chance.among(MIDDLE)}${chance.among(LAST)}`;
