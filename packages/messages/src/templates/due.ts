import type { Anchor, DueRule, Language, WorkflowTemplate } from '@tawama/contracts';
import { formatDate } from '../dates.js';
import { COLON, format, type CountedIn } from '../format.js';

type Sentence = Record<Language, string>;
const ON: Sentence = { ar: 'بتاريخ {date}', fr: 'le {date}', en: 'on {date}' };
const SAME_DAY: Sentence = { ar: 'في يوم «{anchor}»', fr: 'le jour de « {anchor} »', en: 'on the day of “{anchor}”' };
const LATEST: Sentence = { ar: 'آخر التواريخ التالية', fr: 'la plus tardive des dates', en: 'the latest of' };
/** A rule that these words do not know yet is not passed over in silence. */
const ANOTHER: Sentence = { ar: 'كيفية احتساب أخرى', fr: 'un autre calcul', en: 'another way of counting' };
const JOIN: Sentence = { ar: '، ', fr: ', ', en: ', ' };

const DAYS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'يوم واحد', two: 'يومين', few: '{n} أيام', many: '{n} يوما', other: '{n} يوم' },
  fr: { by: 'n', one: '{n} jour', other: '{n} jours' }, en: { by: 'n', one: 'one day', other: '{n} days' },
};
const MONTHS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'شهر واحد', two: 'شهرين', few: '{n} أشهر', many: '{n} شهرا', other: '{n} شهر' },
  fr: { by: 'n', one: '{n} mois', other: '{n} mois' }, en: { by: 'n', one: 'one month', other: '{n} months' },
};
const AFTER: Sentence = { ar: 'بعد {span} من «{anchor}»', fr: '{span} après « {anchor} »', en: '{span} after “{anchor}”' };
const BEFORE: Sentence = { ar: 'قبل {span} من «{anchor}»', fr: '{span} avant « {anchor} »', en: '{span} before “{anchor}”' };
const PLUS: Sentence = { ar: '{months} و{days}', fr: '{months} et {days}', en: '{months} and {days}' };
const LESS: Sentence = { ar: '{months} ناقص {days}', fr: '{months} moins {days}', en: '{months} less {days}' };

/** What a date is counted from, by its title in that template; the bare key where the template does not have it. */
const anchorText = (anchor: Anchor, template: WorkflowTemplate, language: Language): string => {
  if ('event' in anchor) return template.events.find(({ key }) => key === anchor.event)?.title[language] ?? anchor.event;
  const step = template.milestones.find(({ key }) => key === anchor.milestone);
  return step === undefined ? anchor.milestone : `${step.number} ${step.title[language]}`;
};

/** How a due date comes about, in one line: «بعد 15 يوما من «اتخاذ المقرر»». */
export const dueText = (rule: DueRule, template: WorkflowTemplate, language: Language): string => {
  if (rule.rule === 'fixed') return format(ON[language], { date: formatDate(rule.on, language, 'short') }, language);
  if (rule.rule === 'latest') return `${LATEST[language]}${COLON[language]}${rule.of.map((part) => dueText(part, template, language)).join(JOIN[language])}`;
  if (rule.rule !== 'offset') return ANOTHER[language];
  const { days = 0, months = 0 } = rule;
  const anchor = anchorText(rule.from, template, language);
  if (days === 0 && months === 0) return format(SAME_DAY[language], { anchor }, language);
  const inDays = format(DAYS[language], { n: Math.abs(days) }, language);
  const inMonths = format(MONTHS[language], { n: Math.abs(months) }, language);
  const sign = months === 0 ? days : months;
  const span = months === 0 ? inDays : days === 0 ? inMonths : format((Math.sign(days) === Math.sign(months) ? PLUS : LESS)[language], { months: inMonths, days: inDays }, language);
  return format((sign > 0 ? AFTER : BEFORE)[language], { span, anchor }, language);
};
