import type { LegalNoteCreate } from '@tawama/contracts';

/** A note that the program brings along once; `name` tells which were brought before. */
export type BroughtNote = LegalNoteCreate & { name: string };

/** What a Moroccan club starts with. Nobody has verified any of it yet: the legal reviewer does. */
export const MOROCCAN_LAW: readonly BroughtNote[] = [
  {
    name: 'agenda', country: 'MA', key: 'council-agenda', days: 20, source: '113-14',
    text: {
      ar: 'يُبلَّغ جدول أعمال الدورة إلى عامل الإقليم قبل انعقادها بنحو 20 يوما.', fr: 'L’ordre du jour parvient au gouverneur une vingtaine de jours avant la session.',
      en: 'The agenda reaches the governor some 20 days before the session.',
    },
  },
  {
    name: 'sessions', country: 'MA', key: 'council-deliberation', days: null, source: '113-14',
    text: {
      ar: 'تُعقد الدورات العادية للمجلس في الأسبوع الأول من أشهر فبراير وماي وأكتوبر.', fr: 'Les sessions ordinaires se tiennent la première semaine de février, de mai et d’octobre.',
      en: 'Ordinary sessions are held in the first week of February, May and October.',
    },
  },
  {
    name: 'sending', country: 'MA', key: 'sent-to-governor', days: null, source: '113-14',
    text: {
      ar: 'يُحتسب أجل إرسال المقرر ابتداء من تاريخ اختتام الدورة.', fr: 'Le délai de transmission de la délibération court à partir de la clôture de la session.',
      en: 'The delay for sending a deliberation runs from the session’s end.',
    },
  },
  {
    name: 'visa', country: 'MA', key: 'governor-visa', days: 20, source: '113-14, 118',
    text: {
      ar: 'المادة 118 من القانون التنظيمي رقم 113.14: أجل التأشير 20 يوما، ولا يبدأ احتسابه إلا من تاريخ وصل الإيداع.', fr: 'Article 118 de la loi organique 113-14 : le visa intervient dans un délai de 20 jours, qui ne court qu’à partir du récépissé de dépôt.',
      en: 'Article 118 of organic law 113-14: the visa takes up to 20 days, and the clock starts only at the receipt.',
    },
  },
  {
    name: 'silence', country: 'MA', key: 'governor-visa', days: null, source: '113-14, 118',
    text: {
      ar: 'ما يترتب عن سكوت الإدارة بعد انصرام أجل التأشير: ينبغي التحقق منه قبل اعتبار المقرر قابلا للتنفيذ.', fr: 'Effet du silence de l’administration après ce délai : à vérifier avant de tenir la délibération pour exécutoire.',
      en: 'What the silence of the administration means once this delay has passed: to be verified before the deliberation is held to be enforceable.',
    },
  },
];
