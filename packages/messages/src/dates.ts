import type { Language } from '@tawama/contracts';
import { format, type CountedIn } from './format.js';

/** Month and weekday names are our own: browsers and Node disagree on «نونبر», and no zone can shift a plain date here. */
const MONTHS: Record<Language, readonly string[]> = {
  ar: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const SHORT_MONTHS: Record<Language, readonly string[]> = {
  ar: MONTHS.ar,
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
/** Sunday first, as `weekdayOf` counts. */
const WEEKDAYS: Record<Language, readonly string[]> = {
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  fr: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const NO_DATE: Record<Language, string> = { ar: 'تاريخ غير مدرج', fr: 'date non renseignée', en: 'no date entered' };
const AT: Record<Language, string> = { ar: '{date} على الساعة {time}', fr: '{date} à {time}', en: '{date} at {time}' };
const ZONE_LABEL: Record<Language, string> = { ar: 'توقيت السمارة', fr: 'heure de Smara', en: 'Smara time' };

export const noDate = (language: Language): string => NO_DATE[language];
/** The club's own zone is always named so; raw zone names stay out of sight. */
export const clubZoneLabel = (language: Language): string => ZONE_LABEL[language];

/** 0 is Sunday. */
export const weekdayOf = (year: number, month: number, day: number): number => {
  const y = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7;
};
export const monthName = (month: number, language: Language): string => MONTHS[language][month - 1] ?? '';
export const weekdayName = (weekday: number, language: Language): string => WEEKDAYS[language][weekday] ?? '';

/** `long` 23 November 2026; `short` 23 Nov 2026; `weekday` Monday, 23 November 2026; `dayMonth` 23 Nov. */
export type DateStyle = 'long' | 'short' | 'weekday' | 'dayMonth';

/** A plain date `YYYY-MM-DD` in words; null reads "no date entered". Anything that is no date comes back as it is. */
export const formatDate = (on: string | null | undefined, language: Language, style: DateStyle = 'long'): string => {
  if (!on) return NO_DATE[language];
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(on);
  if (!parts) return on;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const dayWord = language === 'fr' && day === 1 ? '1er' : String(day);
  const names = style === 'short' || style === 'dayMonth' ? SHORT_MONTHS : MONTHS;
  const date = `${dayWord} ${names[language][month - 1] ?? ''}${style === 'dayMonth' ? '' : ` ${year}`}`;
  if (style !== 'weekday') return date;
  const weekday = weekdayName(weekdayOf(year, month, day), language);
  return language === 'fr' ? `${weekday} ${date}` : language === 'ar' ? `${weekday}، ${date}` : `${weekday}, ${date}`;
};

/** A local date and wall-clock time (`YYYY-MM-DD`, `HH:MM`), already in the reader's zone. */
export const formatDateTime = (on: string, time: string, language: Language, style: DateStyle = 'long'): string =>
  format(AT[language], { date: formatDate(on, language, style), time: time.slice(0, 5) }, language);

const LATE: CountedIn = {
  ar: { by: 'days', zero: 'أجلها اليوم', one: 'متأخرة بيوم واحد', two: 'متأخرة بيومين', few: 'متأخرة بـ {days} أيام', many: 'متأخرة بـ {days} يوما', other: 'متأخرة بـ {days} يوم' },
  fr: { by: 'days', zero: 'échéance aujourd’hui', one: '{days} jour de retard', other: '{days} jours de retard' },
  en: { by: 'days', zero: 'due today', one: '{days} day late', other: '{days} days late' },
};
const LEFT: CountedIn = {
  ar: { by: 'days', zero: 'أجلها اليوم', one: 'أجلها غدا', two: 'بعد يومين', few: 'بعد {days} أيام', many: 'بعد {days} يوما', other: 'بعد {days} يوم' },
  fr: { by: 'days', zero: 'échéance aujourd’hui', one: 'échéance demain', other: 'dans {days} jours' },
  en: { by: 'days', zero: 'due today', one: 'due tomorrow', other: 'in {days} days' },
};
const AGO: CountedIn = {
  ar: { by: 'days', zero: 'اليوم', one: 'أمس', two: 'قبل يومين', few: 'قبل {days} أيام', many: 'قبل {days} يوما', other: 'قبل {days} يوم' },
  fr: { by: 'days', zero: 'aujourd’hui', one: 'hier', other: 'il y a {days} jours' },
  en: { by: 'days', zero: 'today', one: 'yesterday', other: '{days} days ago' },
};
const DAYS: CountedIn = {
  ar: { by: 'days', zero: '0 يوم', one: 'يوم واحد', two: 'يومان', few: '{days} أيام', many: '{days} يوما', other: '{days} يوم' },
  fr: { by: 'days', one: '{days} jour', other: '{days} jours' },
  en: { by: 'days', one: '{days} day', other: '{days} days' },
};
const HOURS: CountedIn = {
  ar: { by: 'hours', zero: '0 ساعة', one: 'ساعة واحدة', two: 'ساعتين', few: '{hours} ساعات', many: '{hours} ساعة', other: '{hours} ساعة' },
  fr: { by: 'hours', one: '{hours} heure', other: '{hours} heures' },
  en: { by: 'hours', one: '{hours} hour', other: '{hours} hours' },
};

/** A step's distance from its due date, in days: negative is late. «متأخرة بـ 3 أيام», "dans 5 jours", "due today". */
export const formatDelay = (daysLeft: number, language: Language): string =>
  format((daysLeft < 0 ? LATE : LEFT)[language], { days: Math.abs(daysLeft) }, language);
/** How long ago something was, in days: "yesterday", «قبل 3 أيام». */
export const formatDaysAgo = (days: number, language: Language): string => format(AGO[language], { days: Math.max(0, days) }, language);
export const formatDays = (days: number, language: Language): string => format(DAYS[language], { days }, language);
/** A length of time as it stands after a preposition: «لمدة ساعتين», "for 2 hours". */
export const formatHours = (hours: number, language: Language): string => format(HOURS[language], { hours }, language);
