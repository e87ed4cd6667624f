import type { Language } from '@tawama/contracts';
import { isTemplateProblemCode, templateProblemText } from '../templates/problems.js';

/** What a refused field may say beyond its code, under zod's own names: one of its issues fits as it is. */
export type FieldParams = { code?: unknown; message?: unknown; origin?: unknown; minimum?: unknown; maximum?: unknown; expected?: unknown; format?: unknown; keys?: unknown; values?: unknown };
type Sentence = (params: Record<string, string>) => string;
type Sentences = Record<FieldSentence, Sentence>;

type FieldSentence =
  | 'required' | 'tooShort' | 'tooFew' | 'tooSmall' | 'tooLong' | 'tooMany' | 'tooBig' | 'wrongType' | 'wrongNumber' | 'wrongFormat' | 'wrongDate' | 'wrongInstant'
  | 'unknownKeys' | 'unknownValue' | 'dateOutOfRange' | 'dateOutOfOrder' | 'controlCharacter' | 'emptyText' | 'holidayDate' | 'unknownCountry' | 'reservedKey' | 'otherKey' | 'oneOfTwo' | 'other';

const en: Sentences = {
  required: () => 'This field is needed.',
  tooShort: (p) => `Too short: use at least ${p['minimum']} characters.`,
  tooFew: (p) => `Too few: at least ${p['minimum']} are needed.`,
  tooSmall: (p) => `Too small: the least is ${p['minimum']}.`,
  tooLong: (p) => `Too long: at most ${p['maximum']} characters fit.`,
  tooMany: (p) => `Too many: at most ${p['maximum']} are accepted.`,
  tooBig: (p) => `Too large: the most is ${p['maximum']}.`,
  wrongType: () => 'This is not the kind of value that is expected here.',
  wrongNumber: () => 'A number is expected here.',
  wrongFormat: () => 'This does not have the expected form. Check the spelling.',
  wrongDate: () => 'A date is expected here, as year-month-day.',
  wrongInstant: () => 'A date with a time is expected here.',
  unknownKeys: (p) => `Not known here: ${p['keys']}.`,
  unknownValue: (p) => (p['values'] ? `Choose one of: ${p['values']}.` : 'This value is not one of the choices.'),
  dateOutOfRange: () => 'The date must lie between 1900 and 2200.',
  dateOutOfOrder: () => 'The end cannot lie before the beginning.',
  controlCharacter: () => 'The text holds characters that cannot be stored. Type it again.',
  emptyText: () => 'Fill in at least one language.',
  holidayDate: () => 'Give a day of the month for a yearly holiday, or a full date for any other, not both.',
  unknownCountry: () => 'This country code is not known.',
  reservedKey: () => 'This word cannot be a key. Choose another one.',
  otherKey: () => 'The key in the file is not that of this template.',
  oneOfTwo: () => 'Give either a version to copy or a definition.',
  other: () => 'This value cannot be accepted.',
};

const fr: Sentences = {
  required: () => 'Ce champ est obligatoire.',
  tooShort: (p) => `Trop court : ${p['minimum']} caractères au moins.`,
  tooFew: (p) => `Pas assez d’éléments : ${p['minimum']} au moins.`,
  tooSmall: (p) => `Valeur trop petite : ${p['minimum']} au minimum.`,
  tooLong: (p) => `Trop long : ${p['maximum']} caractères au plus.`,
  tooMany: (p) => `Trop d’éléments : ${p['maximum']} au plus.`,
  tooBig: (p) => `Valeur trop grande : ${p['maximum']} au maximum.`,
  wrongType: () => 'La valeur n’est pas du type attendu.',
  wrongNumber: () => 'Un nombre est attendu ici.',
  wrongFormat: () => 'La forme attendue n’est pas respectée. Vérifiez la saisie.',
  wrongDate: () => 'Une date est attendue ici, sous la forme année-mois-jour.',
  wrongInstant: () => 'Une date et une heure sont attendues ici.',
  unknownKeys: (p) => `Inconnu ici : ${p['keys']}.`,
  unknownValue: (p) => (p['values'] ? `Choisissez parmi : ${p['values']}.` : 'Cette valeur ne fait pas partie des choix.'),
  dateOutOfRange: () => 'La date doit se situer entre 1900 et 2200.',
  dateOutOfOrder: () => 'La fin ne peut pas précéder le début.',
  controlCharacter: () => 'Le texte contient des caractères qui ne peuvent pas être enregistrés. Saisissez-le de nouveau.',
  emptyText: () => 'Renseignez au moins une langue.',
  holidayDate: () => 'Indiquez le jour et le mois pour un jour férié annuel, ou une date complète pour les autres, pas les deux.',
  unknownCountry: () => 'Ce code de pays est inconnu.',
  reservedKey: () => 'Ce mot ne peut pas servir de clé. Choisissez-en un autre.',
  otherKey: () => 'La clé du fichier n’est pas celle de ce parcours type.',
  oneOfTwo: () => 'Indiquez soit une version à copier, soit une définition.',
  other: () => 'Cette valeur ne peut pas être acceptée.',
};

const ar: Sentences = {
  required: () => 'هذه الخانة إجبارية.',
  tooShort: (p) => `النص قصير. الحد الأدنى لعدد الأحرف: ${p['minimum']}.`,
  tooFew: (p) => `عدد العناصر غير كاف. الحد الأدنى: ${p['minimum']}.`,
  tooSmall: (p) => `القيمة أصغر من اللازم. الحد الأدنى: ${p['minimum']}.`,
  tooLong: (p) => `النص طويل. الحد الأقصى لعدد الأحرف: ${p['maximum']}.`,
  tooMany: (p) => `عدد العناصر كبير. الحد الأقصى: ${p['maximum']}.`,
  tooBig: (p) => `القيمة أكبر من اللازم. الحد الأقصى: ${p['maximum']}.`,
  wrongType: () => 'نوع القيمة المدخلة غير صحيح.',
  wrongNumber: () => 'المرجو إدخال عدد في هذه الخانة.',
  wrongFormat: () => 'صيغة القيمة المدخلة غير صحيحة. المرجو التحقق منها.',
  wrongDate: () => 'المرجو إدخال تاريخ صحيح: السنة ثم الشهر ثم اليوم.',
  wrongInstant: () => 'المرجو إدخال تاريخ وساعة صحيحين.',
  unknownKeys: (p) => `خانات غير معروفة هنا: ${p['keys']}.`,
  unknownValue: (p) => (p['values'] ? `المرجو الاختيار من بين: ${p['values']}.` : 'هذه القيمة ليست من الاختيارات المتاحة.'),
  dateOutOfRange: () => 'يجب أن يقع التاريخ بين سنتي 1900 و2200.',
  dateOutOfOrder: () => 'لا يمكن أن يسبق تاريخ النهاية تاريخ البداية.',
  controlCharacter: () => 'يتضمن النص رموزا لا يمكن حفظها. المرجو إعادة كتابته.',
  emptyText: () => 'المرجو ملء لغة واحدة على الأقل.',
  holidayDate: () => 'المرجو إدخال اليوم والشهر لعيد سنوي قار، أو تاريخ كامل لغيره، دون الجمع بينهما.',
  unknownCountry: () => 'رمز البلد غير معروف.',
  reservedKey: () => 'لا يمكن اعتماد هذه الكلمة رمزا. المرجو اختيار غيرها.',
  otherKey: () => 'الرمز الوارد في الملف لا يطابق رمز هذا المسار النموذجي.',
  oneOfTwo: () => 'المرجو تحديد نسخة تُستنسخ أو إدراج تعريف، دون الجمع بينهما.',
  other: () => 'لا يمكن قبول هذه القيمة.',
};

const SENTENCES: Record<Language, Sentences> = { ar, fr, en };

const byOrigin = (origin: unknown, text: FieldSentence, list: FieldSentence, number: FieldSentence): FieldSentence =>
  origin === 'string' ? text : origin === 'array' || origin === 'set' || origin === 'map' ? list : number;

const sentenceOf = (code: string, params: FieldParams): FieldSentence => {
  switch (code) {
    case 'required': return 'required';
    case 'too_small': return params.origin === 'string' && Number(params.minimum) === 1 ? 'required' : byOrigin(params.origin, 'tooShort', 'tooFew', 'tooSmall');
    case 'too_big': return byOrigin(params.origin, 'tooLong', 'tooMany', 'tooBig');
    case 'invalid_type': return params.expected === 'number' || params.expected === 'int' ? 'wrongNumber' : 'wrongType';
    case 'invalid_format': return params.format === 'date' ? 'wrongDate' : params.format === 'datetime' ? 'wrongInstant' : 'wrongFormat';
    case 'unrecognized_keys': return 'unknownKeys';
    case 'invalid_value': return 'unknownValue';
    case 'date/out-of-range': return 'dateOutOfRange';
    case 'date/out-of-order': return 'dateOutOfOrder';
    case 'text/control-character': return 'controlCharacter';
    case 'text/empty': return 'emptyText';
    case 'holiday/date': return 'holidayDate';
    case 'country/unknown': return 'unknownCountry';
    case 'template/reserved-key': return 'reservedKey';
    case 'template/other-key': return 'otherKey';
    case 'template/one-of-two': return 'oneOfTwo';
    default: return 'other';
  }
};

const MAX_LISTED = 12;
const word = (value: unknown): string => {
  const text = Array.isArray(value) ? value.slice(0, MAX_LISTED).map(String).join(', ') : value === undefined ? '' : String(value);
  return text.slice(0, 200);
};

/** What to tell the reader about one refused field. `code` is zod's issue code, or the message of a custom rule (`date/out-of-range` …); an unknown code gets a general sentence. */
export const fieldText = (code: string, language: Language, params: FieldParams = {}): string => isTemplateProblemCode(code) ? templateProblemText({ code, key: word(params.keys) }, language) :
  SENTENCES[language][sentenceOf(code, params)]({
    minimum: word(params.minimum), maximum: word(params.maximum), keys: word(params.keys), values: word(params.values),
  });
