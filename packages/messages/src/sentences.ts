import type { Dashboard, Language } from '@tawama/contracts';
import { format, type CountedIn } from './format.js';

const WAITING: CountedIn = {
  ar: { by: 'n', zero: 'لا شيء ينتظرك', one: 'أمر واحد ينتظرك', two: 'أمران ينتظرانك', few: '{n} أمور تنتظرك', many: '{n} أمرا ينتظرك', other: '{n} أمر ينتظرك' },
  fr: { by: 'n', zero: 'Rien ne vous attend', one: '{n} chose vous attend', other: '{n} choses vous attendent' },
  en: { by: 'n', zero: 'Nothing is waiting for you', one: '{n} thing is waiting for you', other: '{n} things are waiting for you' },
};
const ON_TIME: CountedIn = {
  ar: { by: 'total', zero: 'لا توجد اتفاقية بعد', one: '{onTime} من {total} في موعدها', two: '{onTime} من {total} في موعدها', few: '{onTime} من {total} في موعدها', many: '{onTime} من {total} في موعدها', other: '{onTime} من {total} في موعدها' },
  fr: { by: 'total', zero: 'aucune convention pour le moment', one: '{onTime} sur {total} dans les délais', other: '{onTime} sur {total} dans les délais' },
  en: { by: 'total', zero: 'no agreement yet', one: '{onTime} of {total} on time', other: '{onTime} of {total} on time' },
};
const NONE_ON_TIME: Record<Language, string> = { ar: 'لا اتفاقية في موعدها من أصل {total}', fr: 'aucune sur {total} n’est dans les délais', en: 'none of {total} is on time' };
const ALL_ON_TIME: CountedIn = {
  ar: { by: 'total', zero: '', one: 'الاتفاقية الوحيدة في موعدها', two: 'الاتفاقيتان معا في موعدهما', few: 'الاتفاقيات الـ{total} كلها في موعدها', many: 'الاتفاقيات الـ{total} كلها في موعدها', other: 'الاتفاقيات الـ{total} كلها في موعدها' },
  fr: { by: 'total', one: 'la seule convention est dans les délais', other: 'les {total} conventions sont dans les délais' },
  en: { by: 'total', one: 'the only agreement is on time', other: 'all {total} agreements are on time' },
};
const JOIN: Record<Language, string> = { ar: '{waiting}؛ {onTime}', fr: '{waiting} ; {onTime}', en: '{waiting}; {onTime}' };

/** The two halves of today's sentence, apart so that each can be a link to the list behind it. */
export const todayParts = (figures: Pick<Dashboard, 'waitingForMe' | 'onTime' | 'agreements'>, language: Language): { waiting: string; onTime: string } => {
  const { waitingForMe: n, onTime, agreements: total } = figures;
  const punctuality = total > 0 && onTime >= total ? ALL_ON_TIME[language] : total > 0 && onTime === 0 ? NONE_ON_TIME[language] : ON_TIME[language];
  return { waiting: format(WAITING[language], { n }, language), onTime: format(punctuality, { onTime, total }, language) };
};
/** «3 أمور تنتظرك؛ 12 من 17 في موعدها» */
export const todaySentence = (figures: Pick<Dashboard, 'waitingForMe' | 'onTime' | 'agreements'>, language: Language): string => format(JOIN[language], todayParts(figures, language), language);

const counted = (forms: CountedIn) => (n: number, language: Language): string => format(forms[language], { n }, language);

export const countAgreements = counted({
  ar: { by: 'n', zero: 'لا توجد اتفاقية', one: 'اتفاقية واحدة', two: 'اتفاقيتان', few: '{n} اتفاقيات', many: '{n} اتفاقية', other: '{n} اتفاقية' },
  fr: { by: 'n', zero: 'aucune convention', one: '{n} convention', other: '{n} conventions' },
  en: { by: 'n', zero: 'no agreement', one: '{n} agreement', other: '{n} agreements' },
});
export const countMilestones = counted({
  ar: { by: 'n', zero: 'لا توجد محطة', one: 'محطة واحدة', two: 'محطتان', few: '{n} محطات', many: '{n} محطة', other: '{n} محطة' },
  fr: { by: 'n', zero: 'aucun jalon', one: '{n} jalon', other: '{n} jalons' },
  en: { by: 'n', zero: 'no step', one: '{n} step', other: '{n} steps' },
});
export const countReminders = counted({
  ar: { by: 'n', zero: 'لا تذكير', one: 'تذكير واحد', two: 'تذكيران', few: '{n} تذكيرات', many: '{n} تذكيرا', other: '{n} تذكير' },
  fr: { by: 'n', zero: 'aucun rappel', one: '{n} rappel', other: '{n} rappels' },
  en: { by: 'n', zero: 'no reminder', one: '{n} reminder', other: '{n} reminders' },
});
export const countMails = counted({
  ar: { by: 'n', zero: 'لا رسالة', one: 'رسالة واحدة', two: 'رسالتان', few: '{n} رسائل', many: '{n} رسالة', other: '{n} رسالة' },
  fr: { by: 'n', zero: 'aucun courriel', one: '{n} courriel', other: '{n} courriels' },
  en: { by: 'n', zero: 'no mail', one: '{n} mail', other: '{n} mails' },
});
export const countCities = counted({
  ar: { by: 'n', zero: 'لا توجد مدينة', one: 'مدينة واحدة', two: 'مدينتان', few: '{n} مدن', many: '{n} مدينة', other: '{n} مدينة' },
  fr: { by: 'n', zero: 'aucune ville', one: '{n} ville', other: '{n} villes' },
  en: { by: 'n', zero: 'no city', one: '{n} city', other: '{n} cities' },
});

const MOVES: Record<Language, string> = { ar: 'سيتغير أجل: {milestones}؛ تذكيرات مضافة: {added}، وملغاة: {cancelled}', fr: 'Échéance modifiée : {milestones} ; rappels ajoutés : {added}, annulés : {cancelled}', en: 'Due date moves: {milestones}; reminders added: {added}, cancelled: {cancelled}' };
/** What a command moves, before it is saved. */
export const effectSentence = (effect: { moved: readonly unknown[]; remindersAdded: number; remindersCancelled: number }, language: Language): string =>
  format(MOVES[language], { milestones: countMilestones(effect.moved.length, language), added: effect.remindersAdded, cancelled: effect.remindersCancelled }, language);
