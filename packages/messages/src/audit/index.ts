import type { AuditEntry, Language } from '@tawama/contracts';
import { formatDate } from '../dates.js';
import { format } from '../format.js';
import { label } from '../labels/index.js';
import { ar, other as otherAr } from './ar.js';
import { en, other as otherEn } from './en.js';
import { fr, other as otherFr } from './fr.js';
import type { AuditAction, AuditTexts } from './shape.js';

const TEXTS: Record<Language, AuditTexts> = { ar, fr, en };
const OTHER: Record<Language, string> = { ar: otherAr, fr: otherFr, en: otherEn };
export { AUDIT_ACTIONS, type AuditAction } from './shape.js';

const field = (value: unknown, name: string): string | null => {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Object.getOwnPropertyDescriptor(value, name)?.value;
  return typeof found === 'string' ? found : null;
};
const known = (action: string): action is AuditAction => Object.hasOwn(en, action);

/** `milestone.mark-not-applicable` and `milestone.markNotApplicable` are the same action. */
const camel = (action: string): string => action.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const paramsOf = ({ before, after }: Pick<AuditEntry, 'before' | 'after'>, language: Language): Record<string, string> => {
  const params: Record<string, string> = {};
  const put = (name: string, value: string | null, words: (value: string) => string): void => { if (value) params[name] = words(value); };
  const date = (on: string): string => formatDate(on, language, 'short');
  put('on', field(after, 'on'), date);
  put('event', field(after, 'event'), (key) => label('event', key, language));
  put('doneOn', field(after, 'doneOn'), date);
  put('from', field(before, 'dueOn'), date);
  put('to', field(after, 'dueOn'), date);
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
