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
