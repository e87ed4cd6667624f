import type { ErrorCode, Language } from '@tawama/contracts';
import { ar } from './ar.js';
import { en } from './en.js';
import { fr } from './fr.js';

const TEXTS: Record<Language, Record<ErrorCode, string>> = { ar, fr, en };

/** The sentence for the reader: what is wrong and what to do. */
export const errorText = (code: ErrorCode, language: Language): string => TEXTS[language][code];
export { fieldText, type FieldParams } from './fields.js';
