import type { Language } from '@tawama/contracts';
import type { I18nProvider, TranslationMessages } from 'ra-core';
import { LANGUAGE_NAMES } from '../preferences.js';
import { translatorOf } from './translate.js';

const LOADERS: Record<Language, () => Promise<[TranslationMessages, object]>> = {
  ar: async () => {
    const [{ raArabic }, { screens }] = await Promise.all([import('@tawama/messages/ra-arabic'), import('@tawama/messages/screens/ar')]);
    return [raArabic, screens];
  },
  fr: async () => {
    const [ra, { screens }] = await Promise.all([import('ra-language-french'), import('@tawama/messages/screens/fr')]);
    return [ra.default, screens];
  },
  en: async () => {
    const [ra, { screens }] = await Promise.all([import('ra-language-english'), import('@tawama/messages/screens/en')]);
    return [ra.default, screens];
  },
};

/** Loads one language only; changing it loads the page again, because direction, styles and texts change together. */
export async function loadI18n(language: Language): Promise<I18nProvider> {
  const [ra, screens] = await LOADERS[language]();
  return {
    translate: translatorOf({ ...ra, ...screens }, language),
    changeLocale: () => Promise.resolve(),
    getLocale: () => language,
    getLocales: () => Object.entries(LANGUAGE_NAMES).map(([locale, name]) => ({ locale, name })),
  };
}
