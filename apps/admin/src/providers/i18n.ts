import type { Language } from '@tawama/contracts';
import type { I18nProvider, TranslationMessages } from 'ra-core';
import { LANGUAGE_NAMES } from '../preferences.js';
import { translatorOf } from './translate.js';

const LOADERS: Record<Language, () => Promise<[TranslationMessages, object]>> = {
  ar: async () => {
    const [{ raArabic }, { firstTexts }] = await Promise.all([import('@tawama/messages/ra-arabic'), import('@tawama/messages/screens/ar/first')]);
    return [raArabic, firstTexts];
  },
  fr: async () => {
    const [ra, { firstTexts }] = await Promise.all([import('ra-language-french'), import('@tawama/messages/screens/fr/first')]);
    return [ra.default, firstTexts];
  },
  en: async () => {
    const [ra, { firstTexts }] = await Promise.all([import('ra-language-english'), import('@tawama/messages/screens/en/first')]);
    return [ra.default, firstTexts];
  },
};

const FURTHER: Record<Language, () => Promise<{ furtherTexts: object }>> = {
  ar: () => import('@tawama/messages/screens/ar/further'),
  fr: () => import('@tawama/messages/screens/fr/further'),
  en: () => import('@tawama/messages/screens/en/further'),
};

let addFurther: () => Promise<void> = () => Promise.resolve();
/** Fetches the texts of the screens that few people open; whoever shows one waits for them first. */
export const furtherTexts = (): Promise<void> => addFurther();

/** Loads one language only; changing it loads the page again, because direction, styles and texts change together. */
export async function loadI18n(language: Language): Promise<I18nProvider> {
  const [ra, screens] = await LOADERS[language]();
  const messages = { ...ra, ...screens };
  let further: Promise<void> | undefined;
  addFurther = () => (further ??= FURTHER[language]().then(({ furtherTexts: texts }) => { Object.assign(messages, texts); }, (lost: unknown) => { further = undefined; throw lost; }));
  return {
    translate: translatorOf(messages, language),
    changeLocale: () => Promise.resolve(),
    getLocale: () => language,
    getLocales: () => Object.entries(LANGUAGE_NAMES).map(([locale, name]) => ({ locale, name })),
  };
}
