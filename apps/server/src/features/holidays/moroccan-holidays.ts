import type { HolidayCreate, LocalisedText } from '@tawama/contracts';

/** Sources that screens have words for in each language. */
const LEGAL = 'legalHolidays';
const MOON = 'moonSighting';

const fixed = (monthDay: string, ar: string, fr: string, en: string): HolidayCreate =>
  ({ country: 'MA', name: { ar, fr, en }, kind: 'fixed', monthDay, on: null, certainty: 'confirmed', source: LEGAL });
const hijri = (on: string, certainty: 'confirmed' | 'estimated', name: LocalisedText): HolidayCreate =>
  ({ country: 'MA', name, kind: 'hijri', monthDay: null, on, certainty, source: MOON });

/** The days the club starts with; an administrator confirms the estimated ones, and adds the years to come. */
export const MOROCCAN_HOLIDAYS: readonly HolidayCreate[] = [
  fixed('01-01', 'رأس السنة الميلادية', 'Nouvel An', 'New Year’s Day'),
  fixed('01-11', 'ذكرى تقديم وثيقة الاستقلال', 'Anniversaire du Manifeste de l’Indépendance', 'Anniversary of the Independence Manifesto'),
  fixed('01-14', 'رأس السنة الأمازيغية', 'Nouvel An amazigh', 'Amazigh New Year'),
  fixed('05-01', 'عيد الشغل', 'Fête du Travail', 'Labour Day'),
  fixed('07-30', 'عيد العرش', 'Fête du Trône', 'Throne Day'),
  fixed('08-14', 'ذكرى وادي الذهب', 'Journée Oued Ed-Dahab', 'Oued Ed-Dahab Day'),
  fixed('08-20', 'ذكرى ثورة الملك والشعب', 'Révolution du Roi et du Peuple', 'Revolution of the King and the People'),
  fixed('08-21', 'عيد الشباب', 'Fête de la Jeunesse', 'Youth Day'),
  fixed('10-31', 'عيد الوحدة', 'Fête de l’Unité', 'Unity Day'),
  fixed('11-06', 'ذكرى المسيرة الخضراء', 'Anniversaire de la Marche verte', 'Anniversary of the Green March'),
  fixed('11-18', 'عيد الاستقلال', 'Fête de l’Indépendance', 'Independence Day'),
  hijri('2026-03-20', 'confirmed', { ar: 'عيد الفطر', fr: 'Aïd al-Fitr', en: 'Eid al-Fitr' }),
  hijri('2026-05-27', 'estimated', { ar: 'عيد الأضحى', fr: 'Aïd al-Adha', en: 'Eid al-Adha' }),
  hijri('2026-05-28', 'estimated', { ar: 'عيد الأضحى، اليوم الثاني', fr: 'Aïd al-Adha, deuxième jour', en: 'Eid al-Adha, second day' }),
  hijri('2026-06-17', 'estimated', { ar: 'فاتح محرم', fr: 'Premier Moharram', en: 'First of Muharram' }),
  hijri('2026-08-26', 'estimated', { ar: 'عيد المولد النبوي', fr: 'Aïd al-Mawlid', en: 'The Prophet’s Birthday' }),
  hijri('2026-08-27', 'estimated', { ar: 'عيد المولد النبوي، اليوم الثاني', fr: 'Aïd al-Mawlid, deuxième jour', en: 'The Prophet’s Birthday, second day' }),
];
