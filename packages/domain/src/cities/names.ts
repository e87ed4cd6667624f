import type { LocalisedText } from '@tawama/contracts';
import { searchText } from '../text/index.js';

const given = (text: LocalisedText | null): string[] => [text?.ar, text?.fr, text?.en].filter((name) => name !== null && name !== undefined);

/** The normalised text by which a city is found: its names, legal names and aliases, each spelling once. */
export const citySearchText = (city: { name: LocalisedText; legalName: LocalisedText | null; aliases: readonly string[] }): string =>
  searchText([...given(city.name), ...given(city.legalName), ...city.aliases]);

/**
 * The normalised text by which an agreement is found: its title and every spelling of its cities.
 * @param citySearchTexts the stored `citySearchText` of its home and partner cities
 */
export const agreementSearchText = (title: LocalisedText, citySearchTexts: readonly string[]): string => {
  const lines = [searchText(given(title)), ...citySearchTexts].flatMap((text) => text.split('\n')).filter((line) => line !== '');
  return [...new Set(lines)].join('\n');
};

/** The normalised text by which anything with a localised name and further plain texts is found. */
export const namedSearchText = (name: LocalisedText, more: readonly (string | null)[] = []): string =>
  searchText([...given(name), ...more.filter((text) => text !== null)]);
