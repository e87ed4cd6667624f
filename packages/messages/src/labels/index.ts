import type { Language } from '@tawama/contracts';
import { ar } from './ar.js';
import { en } from './en.js';
import { fr } from './fr.js';
import type { LabelGroup, Labels } from './shape.js';

const LABELS: Record<Language, Labels> = { ar, fr, en };

/** All labels of one language: `labelsIn('ar').milestoneStatus.done`. */
export const labelsIn = (language: Language): Labels => LABELS[language];
/** One label: `label('milestoneStatus', 'done', 'ar')`. A value that has no word (a source that somebody typed) comes back as it is. */
export const label = (group: LabelGroup, value: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = LABELS[language][group];
  return Object.hasOwn(words, value) ? (words[value] ?? value) : value;
};
export type { LabelGroup, Labels } from './shape.js';
export { COUNTRY_CODES, countryName } from './countries.js';
export { rungText } from './rungs.js';
