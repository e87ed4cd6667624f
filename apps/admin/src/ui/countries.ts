import type { Language } from '@tawama/contracts';
import { COUNTRY_CODES, countryName, LANGUAGE_TAGS } from '@tawama/messages';

/** ISO 3166-1 alpha-2 of the states that a city can lie in; those the club has met are named by our own words. */
const CODES = 'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW'.split(' ');

/** A country's name in the reader's language: our own word where there is one, else the browser's. */
export const nameOfCountry = (code: string, language: Language): string => {
  const own = countryName(code, language);
  if (own !== code) return own;
  try { return new Intl.DisplayNames(LANGUAGE_TAGS[language], { type: 'region' }).of(code) ?? code; } catch { return code; }
};

/** All of them for a select: the club's own first, then by name. */
export const countryOptions = (language: Language): { value: string; label: string }[] => {
  const option = (code: string) => ({ value: code, label: nameOfCountry(code, language) });
  const byName = (codes: readonly string[]) => codes.map(option).sort((one, other) => one.label.localeCompare(other.label, LANGUAGE_TAGS[language]));
  return [...byName(COUNTRY_CODES), ...byName(CODES.filter((code) => !COUNTRY_CODES.includes(code)))];
};
