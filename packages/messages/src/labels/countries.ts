import type { Language } from '@tawama/contracts';

/** Written out: Intl.DisplayNames differs from one browser to the next. */
const COUNTRIES: Readonly<Record<string, Record<Language, string>>> = {
  MA: { ar: 'المغرب', fr: 'Maroc', en: 'Morocco' },
  TD: { ar: 'تشاد', fr: 'Tchad', en: 'Chad' },
  NE: { ar: 'النيجر', fr: 'Niger', en: 'Niger' },
  ML: { ar: 'مالي', fr: 'Mali', en: 'Mali' },
  BJ: { ar: 'بنين', fr: 'Bénin', en: 'Benin' },
  GM: { ar: 'غامبيا', fr: 'Gambie', en: 'The Gambia' },
  IN: { ar: 'الهند', fr: 'Inde', en: 'India' },
  SN: { ar: 'السنغال', fr: 'Sénégal', en: 'Senegal' },
  BF: { ar: 'بوركينا فاسو', fr: 'Burkina Faso', en: 'Burkina Faso' },
  US: { ar: 'الولايات المتحدة الأمريكية', fr: 'États-Unis d’Amérique', en: 'United States of America' },
};
export const COUNTRY_CODES = Object.keys(COUNTRIES);

/** A country's name; the code itself for one that the club has not met yet. */
export const countryName = (code: string, language: Language): string => COUNTRIES[code]?.[language] ?? code;
