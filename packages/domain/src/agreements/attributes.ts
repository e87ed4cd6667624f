import type { Attributes } from '@tawama/workflow';

/** What the conditions of a template may ask of an agreement. */
export const AGREEMENT_ATTRIBUTES = ['homeCity', 'partnerCity', 'partnerCountry', 'partners'] as const;

interface Party { readonly key: string; readonly country: string }

/** Keys of the cities, countries of the partners, and whether there is `one` partner or `several`. */
export const attributesOf = (home: Pick<Party, 'key'>, partners: readonly Party[]): Attributes & Readonly<Record<(typeof AGREEMENT_ATTRIBUTES)[number], readonly string[]>> => ({
  homeCity: [home.key], partnerCity: partners.map(({ key }) => key), partnerCountry: partners.map(({ country }) => country), partners: [partners.length > 1 ? 'several' : 'one'],
});
