import { LANGUAGES, type LocalisedText } from '@tawama/contracts';

/** A text in the wanted language, else Arabic, French, English: the first that is there. */
const inLanguage = (text: LocalisedText, language: keyof LocalisedText): string => text[language] ?? text.ar ?? text.fr ?? text.en ?? '';

/** «السمارة – نيامي», "Smara – Niamey": the cities of an agreement in each language; a name that is missing there falls back. */
export function agreementTitle(home: LocalisedText, partners: readonly LocalisedText[]): { ar: string; fr: string; en: string } {
  const [ar, fr, en] = LANGUAGES.map((language) => {
    const comma = language === 'ar' ? '، ' : ', ';
    return `${inLanguage(home, language)} – ${partners.map((partner) => inLanguage(partner, language)).join(comma)}`;
  });
  return { ar: ar ?? '', fr: fr ?? '', en: en ?? '' };
}
