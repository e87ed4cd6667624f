import type { Language } from '@tawama/contracts';

/** Which of the forms apart by `||||` a count takes: six in Arabic (zero, one, two, few, many, other), two elsewhere. */
const FORM: Record<Language, (n: number) => number> = {
  ar: (n) => { const rest = n % 100; return n <= 2 ? n : rest >= 3 && rest <= 10 ? 3 : rest >= 11 ? 4 : 5; },
  fr: (n) => (n >= 2 ? 1 : 0),
  en: (n) => (n === 1 ? 0 : 1),
};

const find = (messages: object, key: string): unknown =>
  key.split('.').reduce<unknown>((inside, part) => (typeof inside === 'object' && inside !== null ? Object.getOwnPropertyDescriptor(inside, part)?.value : undefined), messages);

/**
 * Reads react-admin's own format (`%{name}`, `%{smart_count}`, forms apart by `||||`) without node-polyglot, whose polyfills
 * weigh 10 KB before the first picture. An unknown key answers `options._`, else itself.
 * In French no line breaks before a colon, a semicolon or what else stands behind a space, nor inside of a guillemet.
 */
export const translatorOf = (messages: object, language: Language) => (key: string, options: Record<string, unknown> & { _?: string } = {}): string => {
  const found = find(messages, key);
  const phrase = typeof found === 'string' ? found : options._ ?? key;
  const count = options['smart_count'];
  const forms = phrase.split('||||');
  const text = typeof count === 'number' && forms.length > 1 ? forms[Math.min(FORM[language](Math.abs(count)), forms.length - 1)] ?? phrase : forms[0] ?? phrase;
  const filled = text.trim().replace(/%\{(\w+)\}/g, (blank, name: string) => (options[name] === undefined ? blank : String(options[name])));
  return language === 'fr' ? filled.replace(/ (?=[:;?!»%])/g, '\u00a0').replace(/« /g, '«\u00a0') : filled;
};
