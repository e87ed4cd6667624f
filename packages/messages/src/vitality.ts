import type { Language, VitalityReason } from '@tawama/contracts';
import { formatDate } from './dates.js';
import { format, type CountedIn, type Message } from './format.js';

type Said = Record<Language, Message>;
const LATE: CountedIn = {
  ar: {
    by: 'late', zero: 'لا محطة متأخرة', one: 'محطة واحدة متأخرة من أصل {open} قيد الإنجاز', two: 'محطتان متأخرتان من أصل {open} قيد الإنجاز', few: '{late} محطات متأخرة من أصل {open} قيد الإنجاز',
    many: '{late} محطة متأخرة من أصل {open} قيد الإنجاز', other: '{late} محطة متأخرة من أصل {open} قيد الإنجاز',
  },
  fr: { by: 'late', one: '{late} jalon en retard sur {open} en cours', other: '{late} jalons en retard sur {open} en cours' },
  en: { by: 'late', one: '{late} of {open} open steps is late', other: '{late} of {open} open steps are late' },
};
const SAID: Record<VitalityReason['code'], Said> = {
  silence: { ar: 'لا مستجدات موثقة منذ {on}', fr: 'Aucune nouvelle vérifiée depuis le {on}', en: 'No verified news since {on}' },
  late: LATE,
  noPartnerContact: { ar: 'لا مخاطَب يمكن التواصل معه لدى الشريك', fr: 'Aucun interlocuteur joignable chez le partenaire', en: 'Nobody can be reached on the partner’s side' },
  noHomeContact: { ar: 'لا مخاطَب يمكن التواصل معه لدى جماعة النادي', fr: 'Aucun interlocuteur joignable dans la commune du club', en: 'Nobody can be reached on the club’s side' },
  noMeeting: { ar: 'لم تجتمع اللجنة المشتركة للتتبع منذ {on}', fr: 'Le comité mixte de suivi ne s’est pas réuni depuis le {on}', en: 'The joint follow-up committee has not met since {on}' },
  news: { ar: 'آخر مستجد موثق: {on}', fr: 'Dernière nouvelle vérifiée : {on}', en: 'Last verified news: {on}' },
  begun: { ar: 'انطلقت في {on}، ولم يمض على انطلاقها عام', fr: 'Engagée le {on}, il y a moins d’un an', en: 'Begun on {on}, less than a year ago' },
};

/** Why an agreement is as alive as it is, in one sentence. */
export const vitalitySentence = (reason: VitalityReason, language: Language): string => {
  const { code, ...rest } = reason;
  return format(SAID[code][language], 'on' in rest ? { on: formatDate(rest.on, language) } : { ...rest }, language);
};
export const vitalitySentences = (reason: VitalityReason): { ar: string; fr: string; en: string } =>
  ({ ar: vitalitySentence(reason, 'ar'), fr: vitalitySentence(reason, 'fr'), en: vitalitySentence(reason, 'en') });
