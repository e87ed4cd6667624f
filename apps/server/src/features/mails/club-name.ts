/** The club as it signs its mails. */
export const CLUB_NAME = { ar: 'نادي السمارة الدولي للمدن المتوأمة', fr: 'Club international des villes jumelées de Smara', en: 'Smara International Club of Twinned Cities' };
