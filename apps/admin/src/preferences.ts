import type { Language } from '@tawama/contracts';

/** What this browser remembers. `public/before-paint.js` reads the same keys. */
const LANGUAGE = 'tawama.language';
const MODE = 'tawama.mode';
export type Mode = 'light' | 'dark';

const TAGS: Record<Language, string> = { ar: 'ar-MA', fr: 'fr-MA', en: 'en' };
export const LANGUAGE_NAMES: Record<Language, string> = { ar: 'العربية', fr: 'Français', en: 'English' };
export const languageTag = (language: Language): string => TAGS[language];

const remember = (key: string, value: string): void => {
  try { localStorage.setItem(key, value); } catch { /* a browser without storage forgets, and works */ }
};

export const currentLanguage = (): Language => {
  const tag = document.documentElement.lang;
  return tag.startsWith('fr') ? 'fr' : tag.startsWith('en') ? 'en' : 'ar';
};
export const applyLanguage = (language: Language): void => {
  document.documentElement.lang = TAGS[language];
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  remember(LANGUAGE, language);
};
export const currentMode = (): Mode => (document.documentElement.dataset['mode'] === 'dark' ? 'dark' : 'light');
export const applyMode = (mode: Mode): void => {
  document.documentElement.dataset['mode'] = mode;
  remember(MODE, mode);
};
