import type { Language } from '@tawama/contracts';

/** First strong isolate … pop: keeps a name from turning the sentence around it. */
const FSI = '\u2068';
const PDI = '\u2069';
const INVISIBLE = /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]+/g;
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What users typed, on one line and without control characters: nothing of it can leave its place in a subject or a header. */
export const tame = (text: string): string => text.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();
export type Isolate = (text: string) => string;
export const isolated: Isolate = (text) => `${FSI}${tame(text)}${PDI}`;
/** In plain text of a left-to-right language only right-to-left names need it. */
export const isolateInText = (language: Language): Isolate => (text) => (language === 'ar' || RTL_LETTER.test(text) ? isolated(text) : tame(text));
export const withoutIsolates = (text: string): string => text.replaceAll(FSI, '').replaceAll(PDI, '');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '{': '&#123;', '}': '&#125;' };
/** Braces too: a name that looks like a blank of the template stays a name. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'{}]/g, (sign) => ENTITIES[sign] ?? sign);
/** Escaped, with isolates turned into `<bdi>`. */
export const toHtml = (text: string): string => escapeHtml(text).replaceAll(FSI, '<bdi dir="auto">').replaceAll(PDI, '</bdi>');
