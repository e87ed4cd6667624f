/**
 * Letters that Unicode does not decompose into a base and a mark, each with what people type instead.
 * The West African ones stand in names of Hausa, Fula and Mandinka; «گ ڭ ݣ» are the Moroccan and Persian ways to write a hard g.
 */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ß': 'ss', 'đ': 'd', 'ð': 'd', 'ł': 'l', 'þ': 'th', 'ı': 'i',
  'ɓ': 'b', 'ɗ': 'd', 'ɖ': 'd', 'ƙ': 'k', 'ŋ': 'n', 'ɲ': 'n', 'ƴ': 'y', 'ɛ': 'e', 'ɔ': 'o',
  'ٱ': 'ا', 'ة': 'ه', 'ۃ': 'ه', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ک': 'ك', 'گ': 'ك', 'ڭ': 'ك', 'ݣ': 'ك', 'ہ': 'ه', 'ھ': 'ه',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(PLAIN_LETTERS).join('')}]`, 'gu');

/** Marks (accents, harakat, a hamza or madda above its letter), tatweel, the lone hamza, invisible characters: they vanish. */
const DROPPED = /[\p{M}\p{Cf}\u0640\u0621]/gu;
/** Apostrophes, hyphens, every other sign, and the letters that serve as apostrophes (ʼ ʻ ʿ). */
const SEPARATORS = /[^\p{Ll}\p{Lu}\p{Lt}\p{Lo}\p{N}]+/gu;
/** Arabic and Persian digits. */
const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * The form in which names are compared: spellings that a reader takes for the same give the same text.
 * Arabic loses hamza forms, diacritics and tatweel; taa marbuta, alef maqsura and gaf become haa, yaa and kaf.
 * Latin becomes lower case without accents. Apostrophes, hyphens and every other sign become one space, so no LIKE wildcard survives.
 */
export function normaliseForSearch(text: string): string {
  return text.normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .replace(UNDECOMPOSED, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(EASTERN_DIGIT, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(SEPARATORS, ' ')
    .trim();
}

const spaceless = (normalised: string): string => normalised.replaceAll(' ', '');

/** What is stored beside a record to be searched: each name as it is compared, and once more without spaces where that differs. */
export function searchText(names: Iterable<string>): string {
  const forms = new Set<string>();
  for (const name of names) {
    const normalised = normaliseForSearch(name);
    if (normalised === '') continue;
    forms.add(normalised);
    forms.add(spaceless(normalised));
  }
  return [...forms].join('\n');
}

/** What to look for in a `searchText`: a record is found when it contains one of these. Empty when the query has no letter or digit. */
export function searchForms(query: string): string[] {
  const normalised = normaliseForSearch(query);
  return normalised === '' ? [] : [...new Set([normalised, spaceless(normalised)])];
}

/** The same search without a database: is one of the names spelled like the query, or does it contain it? */
export function matchesSearch(names: Iterable<string>, query: string): boolean {
  const stored = searchText(names);
  return searchForms(query).some((form) => stored.includes(form));
}
