import type { Language } from '@tawama/contracts';
import { format, type CountedIn } from '../format.js';

const ORDINALS_AR = ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر'];

const BEFORE: CountedIn = {
  ar: { by: 'days', zero: 'تذكير يوم الأجل', one: 'تذكير قبل الأجل بيوم واحد', two: 'تذكير قبل الأجل بيومين', few: 'تذكير قبل الأجل بـ {days} أيام', many: 'تذكير قبل الأجل بـ {days} يوما', other: 'تذكير قبل الأجل بـ {days} يوم' },
  fr: { by: 'days', zero: 'rappel du jour', one: 'rappel, la veille', other: 'rappel, {days} jours avant' },
  en: { by: 'days', zero: 'reminder on the day', one: 'reminder, the day before', other: 'reminder, {days} days before' },
};
const AFTER: CountedIn = {
  ar: { by: 'days', zero: 'تذكير يوم الأجل', one: 'التذكير {which} بعد الأجل بيوم واحد', two: 'التذكير {which} بعد الأجل بيومين', few: 'التذكير {which} بعد الأجل بـ {days} أيام', many: 'التذكير {which} بعد الأجل بـ {days} يوما', other: 'التذكير {which} بعد الأجل بـ {days} يوم' },
  fr: { by: 'days', zero: 'rappel du jour', one: 'relance n° {which}, {days} jour après', other: 'relance n° {which}, {days} jours après' },
  en: { by: 'days', zero: 'reminder on the day', one: 'follow-up no. {which}, {days} day after', other: 'follow-up no. {which}, {days} days after' },
};
const LATER: CountedIn = {
  ar: { by: 'days', zero: 'تذكير يوم الأجل', one: 'تذكير بعد الأجل بيوم واحد', two: 'تذكير بعد الأجل بيومين', few: 'تذكير بعد الأجل بـ {days} أيام', many: 'تذكير بعد الأجل بـ {days} يوما', other: 'تذكير بعد الأجل بـ {days} يوم' },
  fr: { by: 'days', zero: 'rappel du jour', one: 'relance, {days} jour après', other: 'relance, {days} jours après' },
  en: { by: 'days', zero: 'reminder on the day', one: 'follow-up, {days} day after', other: 'follow-up, {days} days after' },
};
/** Of a ladder whose Mondays begin sooner than the club's. */
const FIRST_DIGEST: Record<Language, string> = { ar: 'الموجز الأسبوعي', fr: 'récapitulatif hebdomadaire', en: 'weekly summary' };
const DIGEST: Record<Language, string> = { ar: 'الموجز الأسبوعي رقم {n}', fr: 'récapitulatif hebdomadaire n° {n}', en: 'weekly summary no. {n}' };

/** Which follow-up after the date a rung of the club's ladder is: it sends the owner d+3, the counterpart d+7, the coordinator d+10. Of other ladders' none has a number. */
const FOLLOW_UPS: Readonly<Record<string, number>> = { 'd+3': 1, 'd+7': 1, 'd+10': 2, 'd+21': 3, 'd+45': 4 };

/** A rung of the ladder in words: «التذكير الأول بعد الأجل بـ 3 أيام», "relance n° 1, 3 jours après". An unknown rung comes back as it is. */
export const rungText = (rung: string, language: Language): string => {
  const digest = /^digest-(\d+)$/.exec(rung);
  if (digest?.[1] === '0') return FIRST_DIGEST[language];
  if (digest) return format(DIGEST[language], { n: digest[1] ?? '' }, language);
  const offset = /^d([+-]?\d+)$/.exec(rung);
  if (!offset) return rung;
  const days = Number(offset[1]);
  if (days <= 0) return format(BEFORE[language], { days: -days }, language);
  const n = FOLLOW_UPS[rung];
  if (n === undefined) return format(LATER[language], { days }, language);
  return format(AFTER[language], { days, which: language === 'ar' ? (ORDINALS_AR[n - 1] ?? String(n)) : String(n) }, language);
};
