import type { Language, LocalisedText } from '@tawama/contracts';
import { COLON, countryName, formatDate, formatDateTime, formatDaysAgo, formatDelay, inLanguage, label, languageShown, type DateStyle, type LabelGroup } from '@tawama/messages';
import type { screens } from '@tawama/messages/screens/en';
import { useLocale, useTranslate } from 'ra-core';
import { useMemo } from 'react';

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string];
/** Every key of the screens' texts; a wrong one does not compile. */
export type TextKey = Paths<typeof screens>;
export interface Words {
  language: Language;
  /** a text of the screens; `smart_count` chooses the plural form */
  t: (key: TextKey, values?: Record<string, unknown>) => string;
  /** the word for a value of the contracts: `label('milestoneStatus', 'open')` */
  label: (group: LabelGroup, value: string) => string;
  /** a localised text with its fall-back */
  text: (text: LocalisedText | null | undefined) => string;
  shownIn: (text: LocalisedText | null | undefined) => Language;
  date: (on: string | null | undefined, style?: DateStyle) => string;
  dateTime: (on: string, time: string, style?: DateStyle) => string;
  delay: (daysLeft: number) => string;
  ago: (days: number) => string;
  country: (code: string) => string;
  /** between a label and its value, as the language sets it */
  colon: string;
}

/** All words of a screen, in the language of the page. */
export function useWords(): Words {
  const translate = useTranslate();
  const language = useLocale() as Language;
  return useMemo(() => ({
    language,
    t: (key, values) => translate(key, values),
    label: (group, value) => label(group, value, language),
    text: (text) => inLanguage(text, language),
    shownIn: (text) => languageShown(text, language),
    date: (on, style) => formatDate(on, language, style),
    dateTime: (on, time, style) => formatDateTime(on, time, language, style),
    delay: (days) => formatDelay(days, language),
    ago: (days) => formatDaysAgo(days, language),
    country: (code) => countryName(code, language),
    colon: COLON[language],
  }), [translate, language]);
}
