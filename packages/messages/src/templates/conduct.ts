import type { Condition, Language, Recurrence, WorkflowTemplate } from '@tawama/contracts';
import { COLON, format, QUOTES, type CountedIn } from '../format.js';
import { countryName, label } from '../labels/index.js';
import { anchorText } from './due.js';

type Sentence = Record<Language, string>;
const EVERY_MONTHS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'كل شهر', two: 'كل شهرين', few: 'كل {n} أشهر', many: 'كل {n} شهرا', other: 'كل {n} شهر' },
  fr: { by: 'n', one: 'chaque mois', other: 'tous les {n} mois' }, en: { by: 'n', one: 'every month', other: 'every {n} months' },
};
const EVERY_YEARS: CountedIn = {
  ar: { by: 'n', zero: '', one: 'كل سنة', two: 'كل سنتين', few: 'كل {n} سنوات', many: 'كل {n} سنة', other: 'كل {n} سنة' },
  fr: { by: 'n', one: 'chaque année', other: 'tous les {n} ans' }, en: { by: 'n', one: 'every year', other: 'every {n} years' },
};
const TIMES: CountedIn = {
  ar: { by: 'n', zero: '', one: 'مرة واحدة على الأكثر', two: 'مرتين على الأكثر', few: '{n} مرات على الأكثر', many: '{n} مرة على الأكثر', other: '{n} مرة على الأكثر' },
  fr: { by: 'n', one: 'une fois au plus', other: '{n} fois au plus' }, en: { by: 'n', one: 'once at most', other: '{n} times at most' },
};
const AT_ONCE: Sentence = { ar: 'ابتداء من ذلك التاريخ نفسه', fr: 'dès cette date même', en: 'beginning on that very date' };
const UNTIL: Sentence = { ar: 'إلى غاية {end}', fr: 'jusqu’à {end}', en: 'until {end}' };
const COMMA: Sentence = { ar: '، ', fr: ', ', en: ', ' };
const OR: Sentence = { ar: ' أو ', fr: ' ou ', en: ' or ' };
const OTHER_THAN: Sentence = { ar: 'غير {values}', fr: 'autre que {values}', en: 'other than {values}' };
const AND_ALSO: Sentence = { ar: '، و', fr: ' ; et ', en: '; and ' };

const quoted = (text: string, language: Language): string => `${QUOTES[language][0]}${text}${QUOTES[language][1]}`;

/** How a step comes again: "every 3 months, until “End of the convention”". */
export const repeatsText = ({ everyMonths, until, times, startsAtAnchor }: Recurrence, template: WorkflowTemplate, language: Language): string => [
  everyMonths % 12 === 0 ? format(EVERY_YEARS[language], { n: everyMonths / 12 }, language) : format(EVERY_MONTHS[language], { n: everyMonths }, language),
  ...(startsAtAnchor === true ? [AT_ONCE[language]] : []),
  ...(until === undefined ? [] : [format(UNTIL[language], { end: quoted(anchorText(until, template, language), language) }, language)]),
  ...(times === undefined ? [] : [format(TIMES[language], { n: times }, language)]),
].join(COMMA[language]);

/** Steps by number and title; the bare key of one that the template does not have. */
export const stepsText = (keys: readonly string[], template: WorkflowTemplate, language: Language): string =>
  keys.map((key) => { const step = template.milestones.find((one) => one.key === key); return step === undefined ? key : `${step.number} ${quoted(step.title[language], language)}`; }).join(COMMA[language]);

const valueText = (attribute: string, value: string, language: Language): string =>
  (attribute === 'partnerCountry' ? countryName(value, language) : attribute === 'partners' ? label('partnerCount', value, language) : value);

/**
 * When a step applies: "Country of the partner: India or United States".
 * @param nameOf names that only the caller knows, such as those of cities by their keys; undefined: none
 */
export const conditionsText = (conditions: readonly Condition[], language: Language, nameOf: (attribute: string, value: string) => string | undefined = () => undefined): string =>
  conditions.map((condition) => {
    const values = ('is' in condition ? condition.is : condition.isNot).map((value) => nameOf(condition.attribute, value) ?? valueText(condition.attribute, value, language)).join(OR[language]);
    return `${label('agreementAttribute', condition.attribute, language)}${COLON[language]}${'is' in condition ? values : format(OTHER_THAN[language], { values }, language)}`;
  }).join(AND_ALSO[language]);
