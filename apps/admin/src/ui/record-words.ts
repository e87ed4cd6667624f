import { eventTitlesIn, formatNumber, LANGUAGE_NAMES, labelsIn, weekdayName, type LabelGroup } from '@tawama/messages';
import { useTranslate } from 'ra-core';
import { nameOfCountry } from './countries.js';
import { useInstant } from './dates.js';
import { useWords } from './words.js';
import { useZoneWords } from './zones.js';

/** In which group of words the values of a field are found; by kind of record where they differ. */
const GROUPS: Readonly<Record<string, LabelGroup>> = {
  identification: 'identification', function: 'personFunction', certainty: 'holidayCertainty', kind: 'holidayKind', subjectType: 'subjectType', 'contact.kind': 'contactKind', waitingOn: 'waitingOn', stage: 'stage', source: 'source', transport: 'transport',
  axis: 'axis', 'project.status': 'projectStatus', 'milestone.status': 'milestoneStatus', 'agreement.status': 'agreementStatus', 'city.role': 'cityRole', 'account.role': 'role', 'user.role': 'role', 'delivery.state': 'deliveryState', 'delivery.kind': 'deliveryKind', 'incident.state': 'incidentState', 'template.state': 'templateState', agreementType: 'agreementType',
  'milestone.certainty': 'certainty', 'legalNote.state': 'legalNoteState', outcome: 'legalOutcome', means: 'silenceMeans', 'session.kind': 'sessionKind', 'session.certainty': 'sessionCertainty',
};
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const MONTH_DAY = /^\d{2}-\d{2}$/;

const isText = (value: object): value is { ar: string | null; fr: string | null; en: string | null } => 'ar' in value && 'fr' in value && 'en' in value;

/**
 * Names of fields and their values in words, for the journal and for comparing two versions of a record.
 * @param entry what an entry of the journal keeps, also the names of reference dates of a template's own
 */
export function useRecordWords(subject: string, entry?: unknown) {
  const { t, label, text, date, language, colon } = useWords();
  const translate = useTranslate();
  const { inWords: instant } = useInstant();
  const { nameOf } = useZoneWords();
  const own = eventTitlesIn(entry);
  const eventName = (key: string): string | undefined => text(own.get(key)) || labelsIn(language).event[key as 'signed'];
  const fieldName = (field: string): string => translate(`journal.fields.${field}`, { _: field });

  const inWords = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('journal.emptyValue');
    if (typeof value === 'boolean') return t(value ? 'list.yes' : 'list.no');
    if (field === 'weekend' && typeof value === 'number') return weekdayName(value % 7, language);
    if (typeof value === 'number') return formatNumber(value, language);
    if (Array.isArray(value)) return value.length === 0 ? t('journal.emptyValue') : field.endsWith('Ids') || value.some((one) => typeof one === 'object') ? formatNumber(value.length, language) : value.map((one) => inWords(field, one)).join(language === 'ar' ? '، ' : ', ');
    if (typeof value === 'object') {
      if (isText(value)) return text(value) || t('journal.emptyValue');
      return Object.entries(value).map(([key, one]) => `${eventName(key) ?? fieldName(key)}${colon}${inWords(key, one)}`).join(language === 'ar' ? '؛ ' : language === 'fr' ? ' ; ' : '; ') || t('journal.emptyValue');
    }
    const said = String(value);
    if (field === 'event') return eventName(said) ?? said;
    const group = GROUPS[`${subject}.${field}`] ?? GROUPS[field];
    if (group !== undefined) return label(group, said);
    if (field === 'language') return LANGUAGE_NAMES[said as 'ar'] ?? said;
    if (field === 'country') return nameOfCountry(said, language);
    if (field === 'timeZone') return nameOf(said);
    if (field === 'monthDay' && MONTH_DAY.test(said)) return date(`2000-${said}`, 'dayMonth');
    if (DATE.test(said)) return date(said);
    if (INSTANT.test(said)) return instant(said);
    return said;
  };
  return { fieldName, inWords };
}
