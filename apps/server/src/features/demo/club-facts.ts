import type { Language } from '@tawama/contracts';

/**
 * The club's real facts: which cities, what was signed when, and where each fact comes from. `article` is the founding
 * article of 30 October 2025, `press` are press reports of 27 to 31 October 2025. What is not known is null. Arabic
 * names are spelled as the article spells them; other spellings are aliases.
 */
export type CityFact = {
  key: string;
  name: { ar: string; fr: string; en: string };
  legalName: { ar: string | null; fr: string | null; en: string | null } | null;
  aliases: string[];
  country: string;
  timeZone: string | null;
  language: Language;
  latitude: number | null;
  longitude: number | null;
  identification: 'established' | 'probable' | 'pending';
  source: 'article' | 'press';
  note: { ar: string; fr: string; en: string } | null;
};
/** A partner: with which home city, and the day of signature where one is reported. */
export type PartnerFact = CityFact & { home: string; signedOn: string | null };

/** The extraordinary session of 27 October 2025; which cities its votes covered is not confirmed, so no agreement records it. */
export const OPENED_ON = '2025-10-27';

/** What every agreement that is not signed yet says of its opening. */
export const OPENING_NOTE = {
  ar: 'فُتح الملف بتاريخ الدورة الاستثنائية لمجلس جماعة السمارة يوم 27 أكتوبر 2025؛ ولم يتأكد بعد أي المدن شملها التصويت.',
  fr: 'Dossier ouvert à la date de la session extraordinaire du conseil communal de Smara, le 27 octobre 2025 ; les villes couvertes par le vote ne sont pas confirmées.',
  en: 'Opened on the date of the extraordinary session of the communal council of Smara, 27 October 2025; which cities its votes covered is not confirmed.',
};

export const HOME_CITIES: CityFact[] = [
  {
    key: 'smara',
    name: { ar: 'السمارة', fr: 'Smara', en: 'Smara' },
    legalName: { ar: 'جماعة السمارة', fr: 'Commune de Smara', en: null },
    aliases: ['Es-Semara', 'Semara', 'Es Smara'], country: 'MA', timeZone: 'Africa/El_Aaiun', language: 'ar',
    latitude: 26.74, longitude: -11.67, identification: 'established', source: 'article',
    note: null,
  },
  {
    key: 'amgala',
    name: { ar: 'أمگالة', fr: 'Amgala', en: 'Amgala' },
    legalName: { ar: 'جماعة أمگالة', fr: 'Commune d\'Amgala', en: null },
    aliases: ['أمكالة', 'أمغالا', 'Amkala'], country: 'MA', timeZone: 'Africa/El_Aaiun', language: 'ar',
    latitude: null, longitude: null, identification: 'established', source: 'press',
    note: null,
  },
];

export const PARTNER_CITIES: PartnerFact[] = [
  {
    key: 'ndjamena', home: 'smara', signedOn: '2025-10-31',
    name: { ar: 'نجامينا', fr: 'N\'Djamena', en: 'N\'Djamena' },
    legalName: null,
    aliases: ['أنجامينا', 'انجامينا'], country: 'TD', timeZone: 'Africa/Ndjamena', language: 'fr',
    latitude: 12.11, longitude: 15.05, identification: 'established', source: 'article',
    note: null,
  },
  {
    key: 'niamey', home: 'smara', signedOn: '2025-10-31',
    name: { ar: 'نيامي', fr: 'Niamey', en: 'Niamey' },
    legalName: null,
    aliases: [], country: 'NE', timeZone: 'Africa/Niamey', language: 'fr',
    latitude: 13.51, longitude: 2.11, identification: 'established', source: 'article',
    note: null,
  },
  {
    key: 'agadez', home: 'smara', signedOn: '2025-10-31',
    name: { ar: 'أغاديز', fr: 'Agadez', en: 'Agadez' },
    legalName: null,
    aliases: ['أكاديز'], country: 'NE', timeZone: 'Africa/Niamey', language: 'fr',
    latitude: 16.97, longitude: 7.99, identification: 'established', source: 'press',
    note: {
      ar: 'وقّعتها السمارة حسب الصحافة، ولم يرد اسمها في لائحة المقال التي جاءت على سبيل المثال؛ ويذكر أحد التقارير أن مجلس أمگالة صوّت على توأمة مع مدينة بالنيجر كُتب اسمها «أكادر».',
      fr: 'Signée par Smara selon la presse, bien qu\'absente de la liste de l\'article, donnée « entre autres » ; un compte rendu attribue au conseil d\'Amgala le vote d\'un jumelage avec une ville du Niger écrite « أكادر ».',
      en: 'Signed by Smara according to the press, though absent from the article\'s list, which says “among others”; one report has Amgala\'s council voting a twinning with a city of Niger spelled “أكادر”.',
    },
  },
  {
    key: 'timbuktu', home: 'smara', signedOn: '2025-10-31',
    name: { ar: 'تومبكتو', fr: 'Tombouctou', en: 'Timbuktu' },
    legalName: null,
    aliases: ['تمبكتو'], country: 'ML', timeZone: 'Africa/Bamako', language: 'fr',
    latitude: 16.77, longitude: -3.01, identification: 'established', source: 'article',
    note: null,
  },
  {
    key: 'porto-novo', home: 'smara', signedOn: '2025-10-31',
    name: { ar: 'بورتو نوفو', fr: 'Porto-Novo', en: 'Porto-Novo' },
    legalName: null,
    aliases: ['بورطو نوفو'], country: 'BJ', timeZone: 'Africa/Porto-Novo', language: 'fr',
    latitude: 6.5, longitude: 2.6, identification: 'established', source: 'article',
    note: null,
  },
  {
    key: 'banjul', home: 'smara', signedOn: '2025-10-31',
    name: { ar: 'بانجول', fr: 'Banjul', en: 'Banjul' },
    legalName: null,
    aliases: ['بنجول'], country: 'GM', timeZone: 'Africa/Banjul', language: 'en',
    latitude: 13.45, longitude: -16.58, identification: 'established', source: 'article',
    note: null,
  },
  {
    key: 'vijayawada', home: 'smara', signedOn: '2025-10-31',
    name: { ar: 'فجاياوادا', fr: 'Vijayawada', en: 'Vijayawada' },
    legalName: null,
    aliases: ['فيجاياوادا'], country: 'IN', timeZone: 'Asia/Kolkata', language: 'en',
    latitude: 16.51, longitude: 80.65, identification: 'established', source: 'article',
    note: null,
  },
  {
    key: 'dakar', home: 'smara', signedOn: null,
    name: { ar: 'دكار', fr: 'Dakar', en: 'Dakar' },
    legalName: null,
    aliases: ['داكار'], country: 'SN', timeZone: 'Africa/Dakar', language: 'fr',
    latitude: 14.69, longitude: -17.45, identification: 'established', source: 'article',
    note: {
      ar: 'تمت الموافقة على التوقيع يوم 30 أكتوبر 2025؛ والإجراءات في طور الاستكمال.',
      fr: 'Signature approuvée le 30 octobre 2025 ; formalités en cours.',
      en: 'Signature approved on 30 October 2025; formalities being completed.',
    },
  },
  {
    key: 'ouagadougou', home: 'smara', signedOn: null,
    name: { ar: 'واغادوغو', fr: 'Ouagadougou', en: 'Ouagadougou' },
    legalName: null,
    aliases: ['واغادوكو'], country: 'BF', timeZone: 'Africa/Ouagadougou', language: 'fr',
    latitude: 12.37, longitude: -1.53, identification: 'established', source: 'article',
    note: {
      ar: 'تمت الموافقة على التوقيع يوم 30 أكتوبر 2025؛ ولم يرد خبر عن التوقيع.',
      fr: 'Signature approuvée le 30 octobre 2025 ; aucun compte rendu de la signature.',
      en: 'Signature approved on 30 October 2025; no report of the signing.',
    },
  },
  {
    key: 'mableton', home: 'smara', signedOn: null,
    name: { ar: 'ميبلطن', fr: 'Mableton (Géorgie)', en: 'Mableton, Georgia' },
    legalName: null,
    aliases: ['مابلتون'], country: 'US', timeZone: 'America/New_York', language: 'en',
    latitude: 33.82, longitude: -84.58, identification: 'probable', source: 'article',
    note: {
      ar: 'قراءة مرجّحة جدا للاسم العربي؛ وكانت الاتفاقيات مع المدن الأمريكية في طور استكمال الإجراءات.',
      fr: 'Lecture très probable du nom arabe ; les conventions américaines étaient en cours de formalités.',
      en: 'A very likely reading of the Arabic name; the US agreements were completing formalities.',
    },
  },
  {
    key: 'north-miami', home: 'smara', signedOn: null,
    name: { ar: 'ميامي الشمالية', fr: 'North Miami (Floride)', en: 'North Miami, Florida' },
    legalName: null,
    aliases: ['نورث ميامي'], country: 'US', timeZone: 'America/New_York', language: 'en',
    latitude: 25.89, longitude: -80.19, identification: 'probable', source: 'article',
    note: {
      ar: 'قراءة مرجّحة جدا للاسم العربي؛ وكانت الاتفاقيات مع المدن الأمريكية في طور استكمال الإجراءات.',
      fr: 'Lecture très probable du nom arabe ; les conventions américaines étaient en cours de formalités.',
      en: 'A very likely reading of the Arabic name; the US agreements were completing formalities.',
    },
  },
  {
    key: 'oakland', home: 'smara', signedOn: null,
    name: { ar: 'أوكلاند', fr: 'Oakland (à confirmer)', en: 'Oakland (to be confirmed)' },
    legalName: null,
    aliases: [], country: 'US', timeZone: null, language: 'en',
    latitude: null, longitude: null, identification: 'pending', source: 'article',
    note: {
      ar: 'لم يذكر المقال سوى الاسم العربي لمدينة أمريكية، ولم يتحدد بعد أي مدينة هي المقصودة. تُعرض باسمها العربي مع عبارة «للتأكيد»، ويُعتمد توقيت السمارة إلى أن يحدد مدير النظام توقيتها.',
      fr: 'L\'article ne donne que le nom arabe d\'une ville américaine ; laquelle est visée n\'est pas établi. L\'heure de Smara sert jusqu\'à ce qu\'un administrateur fixe la sienne.',
      en: 'The article gives only the Arabic name of a US city; which one is meant is not established. Smara time serves until an administrator sets its own.',
    },
  },
  {
    key: 'orel', home: 'smara', signedOn: null,
    name: { ar: 'أورل', fr: '« أورل » (à confirmer)', en: '“أورل” (to be confirmed)' },
    legalName: null,
    aliases: [], country: 'US', timeZone: null, language: 'en',
    latitude: null, longitude: null, identification: 'pending', source: 'article',
    note: {
      ar: 'لم يذكر المقال سوى الاسم العربي لمدينة أمريكية، ولم يتحدد بعد أي مدينة هي المقصودة. تُعرض باسمها العربي مع عبارة «للتأكيد»، ويُعتمد توقيت السمارة إلى أن يحدد مدير النظام توقيتها.',
      fr: 'L\'article ne donne que le nom arabe d\'une ville américaine ; laquelle est visée n\'est pas établi. L\'heure de Smara sert jusqu\'à ce qu\'un administrateur fixe la sienne.',
      en: 'The article gives only the Arabic name of a US city; which one is meant is not established. Smara time serves until an administrator sets its own.',
    },
  },
  {
    key: 'north-shore', home: 'smara', signedOn: null,
    name: { ar: 'الساحل الشمالي', fr: '« الساحل الشمالي » (à confirmer)', en: '“الساحل الشمالي” (to be confirmed)' },
    legalName: null,
    aliases: [], country: 'US', timeZone: null, language: 'en',
    latitude: null, longitude: null, identification: 'pending', source: 'article',
    note: {
      ar: 'لم يذكر المقال سوى الاسم العربي لمدينة أمريكية، ولم يتحدد بعد أي مدينة هي المقصودة. تُعرض باسمها العربي مع عبارة «للتأكيد»، ويُعتمد توقيت السمارة إلى أن يحدد مدير النظام توقيتها.',
      fr: 'L\'article ne donne que le nom arabe d\'une ville américaine ; laquelle est visée n\'est pas établi. L\'heure de Smara sert jusqu\'à ce qu\'un administrateur fixe la sienne.',
      en: 'The article gives only the Arabic name of a US city; which one is meant is not established. Smara time serves until an administrator sets its own.',
    },
  },
  {
    key: 'keur-massar', home: 'amgala', signedOn: '2025-10-31',
    name: { ar: 'كور ماسار', fr: 'Keur Massar', en: 'Keur Massar' },
    legalName: null,
    aliases: ['كور مسار'], country: 'SN', timeZone: 'Africa/Dakar', language: 'fr',
    latitude: 14.78, longitude: -17.31, identification: 'established', source: 'press',
    note: null,
  },
  {
    key: 'parakou', home: 'amgala', signedOn: '2025-10-31',
    name: { ar: 'باراكو', fr: 'Parakou', en: 'Parakou' },
    legalName: null,
    aliases: [], country: 'BJ', timeZone: 'Africa/Porto-Novo', language: 'fr',
    latitude: 9.34, longitude: 2.63, identification: 'established', source: 'press',
    note: null,
  },
  {
    key: 'brikama', home: 'amgala', signedOn: '2025-10-31',
    name: { ar: 'بريكاما', fr: 'Brikama', en: 'Brikama' },
    legalName: null,
    aliases: [], country: 'GM', timeZone: 'Africa/Banjul', language: 'en',
    latitude: 13.27, longitude: -16.65, identification: 'established', source: 'press',
    note: {
      ar: 'يذكر أحد التقارير «مجلس جهة بريكاما» لا مدينة: الطرف الموقّع جماعة ترابية.',
      fr: 'Un compte rendu nomme le « Brikama Area Council », non une ville : le signataire est une collectivité locale.',
      en: 'One report names the Brikama Area Council, not a city: the signatory is a local authority.',
    },
  },
];
