import type { Language } from '@tawama/contracts';
import { LANGUAGE_TAGS } from './language.js';

export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
/** One sentence in its plural forms, chosen by the number `by`. Arabic needs all six; `zero` is used for 0 wherever it is given. */
export type Counted<Form extends PluralForm = never> = { by: string } & { [F in Form | 'other']: string } & { [F in PluralForm]?: string };
export type CountedIn = { ar: Counted<'zero' | 'one' | 'two' | 'few' | 'many'>; fr: Counted<'one'>; en: Counted<'one'> };
export type Message = string | Counted;
export type Params = Readonly<Record<string, string | number>>;

const once = <T>(make: (tag: string) => T): ((language: Language) => T) => {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(LANGUAGE_TAGS[language]);
    made.set(language, known);
    return known;
  };
};
const rules = once((tag) => new Intl.PluralRules(tag));
const numbers = once((tag) => new Intl.NumberFormat(tag, { numberingSystem: 'latn', maximumFractionDigits: 2 }));

/** A number as the language writes it, always with Latin digits. */
export const formatNumber = (n: number, language: Language): string => numbers(language).format(n);
/** Between a label and what it names; French sets a space before it. */
export const COLON: Readonly<Record<Language, string>> = { ar: ': ', fr: '\u00a0: ', en: ': ' };
/** What stands before and after words that somebody said. */
export const QUOTES: Readonly<Record<Language, readonly [string, string]>> = { ar: ['«', '»'], fr: ['«\u00a0', '\u00a0»'], en: ['“', '”'] };
/** A share as whole per cent, 0 to 100. */
export const formatPercent = (percent: number, language: Language): string => (language === 'fr' ? `${Math.round(percent)} %` : `${Math.round(percent)}%`);

const textOf = (message: Message, params: Params, language: Language): string => {
  if (typeof message === 'string') return message;
  const n = Math.abs(Number(params[message.by] ?? 0));
  if (n === 0 && message.zero !== undefined) return message.zero;
  return message[rules(language).select(n)] ?? message.other;
};

/**
 * Fills `{name}` blanks and chooses the plural form. Own tables rather than ICU strings: the type checker asks for all six
 * Arabic forms, and the first view does not load an 11 KB parser.
 */
export const format = (message: Message, params: Params, language: Language): string =>
  textOf(message, params, language).replace(/\{(\w+)\}/g, (blank, name: string) => {
    const value = params[name];
    return value === undefined ? blank : typeof value === 'number' ? formatNumber(value, language) : value;
  });
