import type { Language, LocalisedText } from '@tawama/contracts';

/** What is shown when a text is missing in the reader's language. */
const FALL_BACK: Record<Language, readonly Language[]> = { ar: ['ar', 'fr', 'en'], fr: ['fr', 'en', 'ar'], en: ['en', 'fr', 'ar'] };

export const LANGUAGE_TAGS: Record<Language, string> = { ar: 'ar-MA', fr: 'fr', en: 'en-GB' };
/** Each language in its own words, for the language menu. */
export const LANGUAGE_NAMES: Record<Language, string> = { ar: 'العربية', fr: 'Français', en: 'English' };
export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

/** A localised text in the reader's language, else in the next best; '' when it is missing in all three. */
export const inLanguage = (text: LocalisedText | null | undefined, language: Language): string => {
  for (const tongue of FALL_BACK[language]) if (text?.[tongue]) return text[tongue];
  return '';
};
/** The language in which `inLanguage` answered, for the `lang` attribute. */
export const languageShown = (text: LocalisedText | null | undefined, language: Language): Language =>
  FALL_BACK[language].find((tongue) => text?.[tongue]) ?? language;
