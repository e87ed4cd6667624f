import type { Anchor, DueRule, Language, Offset, Side, WorkflowTemplate } from '@tawama/contracts';
import { formatDate, monthName } from '../dates.js';
import { COLON, format, type CountedIn } from '../format.js';

type Sentence = Record<Language, string>;
const ON: Sentence = { ar: 'بتاريخ {date}', fr: 'le {date}', en: 'on {date}' };
const SAME_DAY: Sentence = { ar: 'في يوم «{anchor}»', fr: 'le jour de «\u00a0{anchor}\u00a0»', en: 'on the day of “{anchor}”' };
const LATEST: Sentence = { ar: 'آخر التواريخ التالية', fr: 'la plus tardive des dates', en: 'the latest of' };
const EARLIEST: Sentence = { ar: 'أول التواريخ التالية', fr: 'la première des dates', en: 'the earliest of' };
const END_OF: Record<'quarter' | 'year', Sentence> = {
  quarter: { ar: 'نهاية الفصل الذي يقع فيه «{anchor}»', fr: 'la fin du trimestre de «\u00a0{anchor}\u00a0»', en: 'the end of the quarter of “{anchor}”' },
  year: { ar: 'نهاية السنة التي يقع فيها «{anchor}»', fr: 'la fin de l’année de «\u00a0{anchor}\u00a0»', en: 'the end of the year of “{anchor}”' },
};
const PART: Sentence = { ar: '{part} المدة من «{anchor}» إلى «{end}»', fr: '{part} de la durée de «\u00a0{anchor}\u00a0» à «\u00a0{end}\u00a0»', en: '{part} of the time from “{anchor}” to “{end}”' };
const SESSION: Sentence = { ar: 'دورة المجلس{month} التالية لـ«{anchor}»', fr: 'la session du conseil{month} qui suit «\u00a0{anchor}\u00a0»', en: 'the{month} council session that follows “{anchor}”' };
const SESSION_OR_ON: Sentence = { ar: 'دورة المجلس{month} التي تبدأ يوم «{anchor}» أو بعده', fr: 'la session du conseil{month} qui commence le jour de «\u00a0{anchor}\u00a0» ou après', en: 'the{month} council session that begins on the day of “{anchor}” or after it' };
const SESSION_MONTH: Sentence = { ar: ' لشهر {month}', fr: ' de {month}', en: ' {month}' };
const BEFORE_SESSION: Sentence = { ar: 'قبل {session}', fr: 'avant {session}', en: 'before {session}' };
const SESSION_LEAD: Sentence = { ar: '{span} قبل {session}', fr: '{span} avant {session}', en: '{span} before {session}' };
const JOIN: Sentence = { ar: '، ', fr: ', ', en: ', ' };

const DAYS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'يوم واحد', two: 'يومين', few: '{n} أيام', many: '{n} يوما', other: '{n} يوم' },
  fr: { by: 'n', one: '{n} jour', other: '{n} jours' }, en: { by: 'n', one: 'one day', other: '{n} days' },
};
const MONTHS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'شهر واحد', two: 'شهرين', few: '{n} أشهر', many: '{n} شهرا', other: '{n} شهر' },
  fr: { by: 'n', one: '{n} mois', other: '{n} mois' }, en: { by: 'n', one: 'one month', other: '{n} months' },
};
const WEEKS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'أسبوع واحد', two: 'أسبوعين', few: '{n} أسابيع', many: '{n} أسبوعا', other: '{n} أسبوع' },
  fr: { by: 'n', one: '{n} semaine', other: '{n} semaines' }, en: { by: 'n', one: 'one week', other: '{n} weeks' },
};
const YEARS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'سنة واحدة', two: 'سنتين', few: '{n} سنوات', many: '{n} سنة', other: '{n} سنة' },
  fr: { by: 'n', one: '{n} an', other: '{n} ans' }, en: { by: 'n', one: 'one year', other: '{n} years' },
};
const WORKING_DAYS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'يوم عمل واحد', two: 'يومي عمل', few: '{n} أيام عمل', many: '{n} يوم عمل', other: '{n} يوم عمل' },
  fr: { by: 'n', one: '{n} jour ouvrable', other: '{n} jours ouvrables' }, en: { by: 'n', one: 'one working day', other: '{n} working days' },
};
/** Whose working days: ours where nothing is said. */
const SIDES: Record<'partner' | 'both', Sentence> = {
  partner: { ar: ' لدى الشريك', fr: ' chez le partenaire', en: ' at the partner’s' },
  both: { ar: ' لدى الطرفين معا', fr: ' chez les deux parties', en: ' on both sides' },
};
/** No working day at all: the day itself, or the first working day that follows. */
const ROLLED: Sentence = { ar: '{on}، أو أول يوم عمل بعده{side}', fr: '{on}, ou le premier jour ouvrable qui suit{side}', en: '{on}, or the first working day after it{side}' };
const AFTER: Sentence = { ar: 'بعد {span} من {from}', fr: '{span} après {from}', en: '{span} after {from}' };
const BEFORE: Sentence = { ar: 'قبل {span} من {from}', fr: '{span} avant {from}', en: '{span} before {from}' };
const AND: Sentence = { ar: ' و', fr: ' et ', en: ' and ' };
const LESS: Sentence = { ar: '{more} ناقص {less}', fr: '{more} moins {less}', en: '{more} less {less}' };
const QUOTED: Sentence = { ar: '«{anchor}»', fr: '«\u00a0{anchor}\u00a0»', en: '“{anchor}”' };

/** What a date is counted from, by its title in that template; the bare key where the template does not have it. */
export const anchorText = (anchor: Anchor, template: WorkflowTemplate, language: Language): string => {
  if ('event' in anchor) return template.events.find(({ key }) => key === anchor.event)?.title[language] ?? anchor.event;
  const step = template.milestones.find(({ key }) => key === anchor.milestone);
  return step === undefined ? anchor.milestone : `${step.number} ${step.title[language]}`;
};

/** So many of what is counted, larger units first; quarters are told as months. */
const spansOf = ({ years = 0, quarters = 0, months = 0, weeks = 0, days = 0, working }: Offset): [CountedIn, number][] =>
  ([[YEARS, years], [MONTHS, months + 3 * quarters], [WEEKS, weeks], [DAYS, days], [WORKING_DAYS, working?.days ?? 0]] as [CountedIn, number][]).filter(([, n]) => n !== 0);

const sideOf = (working: { side: Side }, language: Language): string => (working.side === 'home' ? '' : SIDES[working.side][language]);

/** So far from `from`, which stands as it should be read; `there` where that is no distance at all. */
const placed = (offset: Offset, from: string, there: string, language: Language): string => {
  const spans = spansOf(offset);
  const told = (wanted: (n: number) => boolean): string => spans.filter(([, n]) => wanted(n)).map(([unit, n]) => `${format(unit[language], { n: Math.abs(n) }, language)}${unit === WORKING_DAYS && offset.working ? sideOf(offset.working, language) : ''}`).join(AND[language]);
  const [more, less] = [told((n) => n > 0), told((n) => n < 0)];
  const rolled = (on: string): string => (offset.working?.days === 0 ? format(ROLLED[language], { on, side: sideOf(offset.working, language) }, language) : on);
  if (more === '' && less === '') return rolled(there);
  const span = more !== '' && less !== '' ? format(LESS[language], { more, less }, language) : more || less;
  return rolled(format((more === '' ? BEFORE : AFTER)[language], { span, from }, language));
};

const listed = (head: Sentence, parts: readonly DueRule[], template: WorkflowTemplate, language: Language): string =>
  `${head[language]}${COLON[language]}${parts.map((part) => dueText(part, template, language)).join(JOIN[language])}`;

/** How a due date comes about, in one line: «بعد 15 يوما من «اتخاذ المقرر»». */
export const dueText = (rule: DueRule, template: WorkflowTemplate, language: Language): string => {
  const say = (sentence: Sentence, words: Record<string, string>): string => format(sentence[language], words, language);
  const named = (anchor: Anchor): string => anchorText(anchor, template, language);
  switch (rule.rule) {
    case 'fixed': return say(ON, { date: formatDate(rule.on, language, 'short') });
    case 'latest': return listed(LATEST, rule.of, template, language);
    case 'earliest': return listed(EARLIEST, rule.of, template, language);
    case 'offset': return placed(rule, say(QUOTED, { anchor: named(rule.from) }), say(SAME_DAY, { anchor: named(rule.from) }), language);
    case 'endOf': { const end = say(END_OF[rule.period], { anchor: named(rule.from) }); return placed(rule, end, end, language); }
    case 'fraction': { const part = say(PART, { part: `${rule.numerator}/${rule.denominator}`, anchor: named(rule.from), end: named(rule.to) }); return placed(rule, part, part, language); }
    case 'beforeSession': {
      const { lead } = rule;
      const session = say(rule.orOn === true ? SESSION_OR_ON : SESSION, { anchor: named(rule.from), month: rule.month === undefined ? '' : say(SESSION_MONTH, { month: monthName(rule.month, language) }) });
      if (!lead) return say(BEFORE_SESSION, { session });
      return say(SESSION_LEAD, { session, span: 'days' in lead ? format(DAYS[language], { n: lead.days }, language) : `${format(WORKING_DAYS[language], { n: lead.working.days }, language)}${sideOf(lead.working, language)}` });
    }
  }
};
