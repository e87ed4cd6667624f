import { RECIPIENT_ROLES, type Language, type ReminderRules, type ReminderRung } from '@tawama/contracts';
import { COLON, format, type CountedIn } from '../format.js';
import { label } from '../labels/index.js';

type Sentence = Record<Language, string>;
const BEFORE: CountedIn = {
  ar: { by: 'n', zero: '', one: 'قبل الأجل بيوم واحد', two: 'قبل الأجل بيومين', few: 'قبل الأجل بـ {n} أيام', many: 'قبل الأجل بـ {n} يوما', other: 'قبل الأجل بـ {n} يوم' },
  fr: { by: 'n', one: 'la veille', other: '{n} jours avant' }, en: { by: 'n', one: 'the day before', other: '{n} days before' },
};
const AFTER: CountedIn = {
  ar: { by: 'n', zero: '', one: 'بعد الأجل بيوم واحد', two: 'بعد الأجل بيومين', few: 'بعد الأجل بـ {n} أيام', many: 'بعد الأجل بـ {n} يوما', other: 'بعد الأجل بـ {n} يوم' },
  fr: { by: 'n', one: 'le lendemain', other: '{n} jours après' }, en: { by: 'n', one: 'the day after', other: '{n} days after' },
};
const ON_THE_DAY: Sentence = { ar: 'يوم الأجل', fr: 'le jour même', en: 'on the day' };
const MONDAYS: Sentence = { ar: 'كل يوم اثنين', fr: 'chaque lundi', en: 'every Monday' };
const THEN: Sentence = { ar: 'ثم {when}', fr: 'puis {when}', en: 'then {when}' };
const APPROVED: Sentence = { ar: '{when} (بعد الموافقة)', fr: '{when} (après approbation)', en: '{when} (after approval)' };
const OFF: Sentence = { ar: '{when} (غير مفعّل)', fr: '{when} (désactivé)', en: '{when} (switched off)' };
const NOBODY: Sentence = { ar: 'لا يُذكَّر أحد', fr: 'personne n’est relancé', en: 'nobody is reminded' };
const COMMA: Sentence = { ar: '، ', fr: ', ', en: ', ' };
const SEMICOLON: Sentence = { ar: '؛ ', fr: '\u00a0; ', en: '; ' };

const whenText = (at: ReminderRung['at'], first: boolean, language: Language): string => {
  if (at === 'mondays') return first ? MONDAYS[language] : format(THEN[language], { when: MONDAYS[language] }, language);
  return at === 0 ? ON_THE_DAY[language] : format((at < 0 ? BEFORE : AFTER)[language], { n: Math.abs(at) }, language);
};
/** Mondays follow the last dated one. */
const placeOf = ({ at }: ReminderRung): number => (at === 'mondays' ? Infinity : at);

/** Who is reminded and when, one line a role: ["Coordinator: 10 days after", …]. */
export const reminderLines = (rules: 'none' | readonly ReminderRung[], language: Language): string[] => {
  if (rules === 'none') return [NOBODY[language]];
  const roles = [...new Set([...RECIPIENT_ROLES, ...rules.map(({ role }) => role)])].filter((role) => rules.some((rung) => rung.role === role));
  return roles.map((role) => `${label('recipientRole', role, language)}${COLON[language]}${rules.filter((rung) => rung.role === role).toSorted((a, b) => placeOf(a) - placeOf(b)).map(({ at, hold, enabled }, place) => {
    const when = whenText(at, place === 0, language);
    const held = hold ? format(APPROVED[language], { when }, language) : when;
    return enabled ? held : format(OFF[language], { when: held }, language);
  }).join(COMMA[language])}`);
};
export const remindersText = (rules: ReminderRules, language: Language): string => reminderLines(rules, language).join(SEMICOLON[language]);
