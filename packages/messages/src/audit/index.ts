import type { AuditEntry, Language, LocalisedText } from '@tawama/contracts';
import { formatDate } from '../dates.js';
import { COLON, format } from '../format.js';
import { label } from '../labels/index.js';
import { inLanguage } from '../language.js';
import { ar, other as otherAr } from './ar.js';
import { en, other as otherEn } from './en.js';
import { fr, other as otherFr } from './fr.js';
import type { AuditAction, AuditTexts } from './shape.js';

const TEXTS: Record<Language, AuditTexts> = { ar, fr, en };
const OTHER: Record<Language, string> = { ar: otherAr, fr: otherFr, en: otherEn };
export { AUDIT_ACTIONS, type AuditAction } from './shape.js';

const inside = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined);
const field = (value: unknown, name: string): string | null => {
  const found = inside(value, name);
  return typeof found === 'string' ? found : null;
};
const JOIN: Record<Language, string> = { ar: '؛ ', fr: '\u00a0; ', en: '; ' };
/** The names of reference dates of a template's own, as an entry keeps them beside their dates. */
export function eventTitlesIn(value: unknown): ReadonlyMap<string, LocalisedText> {
  const titles = inside(value, 'eventTitles');
  return new Map(typeof titles !== 'object' || titles === null ? [] : Object.keys(titles).map((key) => [key, { ar: field(inside(titles, key), 'ar'), fr: field(inside(titles, key), 'fr'), en: field(inside(titles, key), 'en') }]));
}
/** Recorded reference dates, `{signed: '2025-10-31'}`, in words. */
const eventsIn = (value: unknown, language: Language): string => {
  const events = inside(value, 'events');
  if (typeof events !== 'object' || events === null) return '';
  const own = eventTitlesIn(value);
  return Object.entries(events).flatMap(([key, on]) => (typeof on === 'string' ? [`${inLanguage(own.get(key) ?? null, language) || label('event', key, language)}${COLON[language]}${formatDate(on, language, 'short')}`] : [])).join(JOIN[language]);
};
const known = (action: string): action is AuditAction => Object.hasOwn(en, action);

/** `milestone.mark-not-applicable` and `milestone.markNotApplicable` are the same action. */
const camel = (action: string): string => action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const paramsOf = ({ before, after }: Pick<AuditEntry, 'before' | 'after'>, language: Language): Record<string, string> => {
  const params: Record<string, string> = {};
  const put = (name: string, value: string | null, words: (value: string) => string): void => { if (value) params[name] = words(value); };
  const date = (on: string): string => formatDate(on, language, 'short');
  put('events', eventsIn(after, language), (events) => events);
  put('doneOn', field(after, 'doneOn'), date);
  put('from', field(before, 'dueOn'), date);
  put('to', field(after, 'dueOn'), date);
  put('on', field(after, 'on'), date);
  put('side', field(after, 'side'), (side) => label('side', side, language));
  put('evidenceKind', field(after, 'kind'), (kind) => label('evidenceKind', kind, language));
  put('clockFrom', field(before, 'now'), date);
  put('clockTo', field(after, 'now'), date);
  if (field(before, 'role') !== field(after, 'role')) {
    put('roleBefore', field(before, 'role'), (role) => label('role', role, language));
    put('roleAfter', field(after, 'role'), (role) => label('role', role, language));
  }
  return params;
};

/** One line of the journal in words, without its author and time, which stand beside it. */
export const auditSentence = (entry: Pick<AuditEntry, 'action' | 'before' | 'after'>, language: Language): string => {
  const action = camel(entry.action);
  if (!known(action)) return format(OTHER[language], { action: entry.action }, language);
  const text = TEXTS[language][action];
  if (typeof text === 'string') return text;
  const params = paramsOf(entry, language);
  const fillable = [...text.full.matchAll(/\{(\w+)\}/g)].every(([, name]) => name !== undefined && params[name] !== undefined);
  return format(fillable ? text.full : text.plain, params, language);
};
