import type { ClubTemplateProblem, Language, TemplateProblemCode } from '@tawama/contracts';
import { format } from '../format.js';

type Texts = Record<TemplateProblemCode, string>;

const en: Texts = {
  shape: 'This value is missing or does not have the expected form.',
  duplicateKey: 'The key “{key}” is given twice. Each key stands for one thing only.',
  unknownStage: 'The stage “{key}” is not among the stages of this template. Add it or choose another one.',
  unknownEvent: 'The reference date “{key}” is not among those of this template. Add it or choose another one.',
  unknownMilestone: 'The step “{key}” does not exist. Choose another step to count from.',
  producedTwice: 'The reference date “{key}” is recorded by two steps. Leave it with one of them.',
  cycle: '“{key}” waits for itself, directly or through others: its date could never be counted.',
  unknownToClub: 'The programme does not know “{key}”. Choose a word from the list.',
  noOwner: 'Nobody is responsible for this step. Choose a function or an authority.',
  endless: 'This step comes again and again without an end. Say until when.',
  precedesAnchor: 'This step falls before the date that it depends on. Check the number of days or months.',
  unreachable: 'No agreement can meet these conditions on “{key}” together: the step would never apply. Leave one of them out.',
  neverInForce: 'An agreement becomes active on the day that it is signed. Add the reference date “Signature”.',
  fractionOutside: 'The part of the duration must lie between 0 and 1.',
  legalMoved: 'The law sets this deadline: the program never moves it to a working day. Leave out the working days.',
  neverOpens: 'What is to be finished before waits itself for this step: neither could ever open. Leave “{key}” out here.',
  unknownAttribute: 'An agreement has no attribute “{key}” that a condition could ask for.',
  proofOfOneSide: 'This step asks for the confirmation of both sides, and only one is asked for it. Ask both, or another proof.',
  unknownRole: 'The programme reminds nobody as “{key}”. Choose a role from the list.',
  duplicateRung: 'The same reminder stands here twice. Remove one of the two.',
  rungWithoutApproval: 'Nobody above the coordinator is written to before somebody has approved it. Switch on “draft to approve”.',
  tooManyRungs: 'So many reminders of one step reach one person that none is read. Keep at most 12 for each role.',
  rungTooEarly: 'This step comes again: a reminder {key} days before could be missing from what is foretold. Choose one 28 days before at most.',
};

const fr: Texts = {
  shape: 'Cette valeur manque ou n’a pas la forme attendue.',
  duplicateKey: 'La clé « {key} » est donnée deux fois. Chaque clé désigne une seule chose.',
  unknownStage: 'La phase « {key} » ne fait pas partie de ce parcours. Ajoutez-la ou choisissez-en une autre.',
  unknownEvent: 'La date de référence « {key} » ne fait pas partie de ce parcours. Ajoutez-la ou choisissez-en une autre.',
  unknownMilestone: 'Le jalon « {key} » n’existe pas. Choisissez un autre jalon de départ.',
  producedTwice: 'La date de référence « {key} » est enregistrée par deux jalons. Gardez-la pour un seul.',
  cycle: '« {key} » dépend de lui-même, directement ou par d’autres jalons : son échéance ne pourrait jamais être calculée.',
  unknownToClub: 'Le programme ne connaît pas « {key} ». Choisissez un mot de la liste.',
  noOwner: 'Personne n’est chargé de ce jalon. Choisissez une fonction ou une autorité.',
  endless: 'Ce jalon se répète sans fin. Indiquez jusqu’à quand.',
  precedesAnchor: 'Ce jalon tombe avant la date dont il dépend. Vérifiez le nombre de jours ou de mois.',
  unreachable: 'Aucune convention ne peut remplir ces conditions sur « {key} » à la fois : le jalon ne s’appliquerait jamais. Retirez-en une.',
  neverInForce: 'Une convention devient active le jour de sa signature. Ajoutez la date de référence « Signature ».',
  fractionOutside: 'La part de la durée doit se situer entre 0 et 1.',
  legalMoved: 'La loi fixe ce délai : le programme ne le déplace jamais à un jour ouvrable. Retirez les jours ouvrables.',
  neverOpens: 'Ce qui doit être achevé avant attend lui-même ce jalon : aucun ne pourrait s’ouvrir. Retirez « {key} » ici.',
  unknownAttribute: 'Une convention n’a pas de caractéristique « {key} » sur laquelle poser une condition.',
  proofOfOneSide: 'Ce jalon exige la confirmation des deux parties, mais une seule est sollicitée. Sollicitez les deux, ou exigez une autre preuve.',
  unknownRole: 'Le programme ne relance personne en qualité de « {key} ». Choisissez une qualité de la liste.',
  duplicateRung: 'Le même rappel figure deux fois. Supprimez l’un des deux.',
  rungWithoutApproval: 'Au-dessus du coordinateur, personne ne reçoit de courriel sans approbation. Activez « brouillon à approuver ».',
  tooManyRungs: 'Trop de rappels d’un même jalon pour une même personne : aucun ne serait lu. Gardez-en 12 au plus par qualité.',
  rungTooEarly: 'Ce jalon se répète : un rappel {key} jours avant pourrait manquer dans les prévisions. Choisissez-en un 28 jours avant au plus.',
};

const ar: Texts = {
  shape: 'هذه القيمة ناقصة أو ليست بالصيغة المطلوبة.',
  duplicateKey: 'الرمز «{key}» مكرر. يجب أن يدل كل رمز على عنصر واحد.',
  unknownStage: 'المرحلة «{key}» ليست من مراحل هذا المسار. المرجو إضافتها أو اختيار غيرها.',
  unknownEvent: 'التاريخ المرجعي «{key}» غير مدرج في هذا المسار. المرجو إضافته أو اختيار غيره.',
  unknownMilestone: 'المحطة «{key}» غير موجودة. المرجو اختيار محطة أخرى يُحتسب منها الأجل.',
  producedTwice: 'التاريخ المرجعي «{key}» يُسجل في محطتين. المرجو الإبقاء عليه في محطة واحدة.',
  cycle: 'يتوقف «{key}» على نفسه مباشرة أو عبر عناصر أخرى، ولا يمكن احتساب أجله.',
  unknownToClub: 'الكلمة «{key}» غير معروفة في البرنامج. المرجو الاختيار من اللائحة.',
  noOwner: 'لم يُحدد من عليه إنجاز هذه المحطة. المرجو اختيار مهمة أو سلطة.',
  endless: 'تتكرر هذه المحطة دون نهاية. المرجو تحديد نهاية التكرار.',
  precedesAnchor: 'أجل هذه المحطة سابق للتاريخ الذي تتوقف عليه. المرجو مراجعة عدد الأيام أو الأشهر.',
  unreachable: 'لا يمكن لأي اتفاقية أن تستوفي هذه الشروط المتعلقة بـ «{key}» معا: لن تنطبق هذه المحطة أبدا. المرجو حذف أحدها.',
  neverInForce: 'تصبح الاتفاقية سارية ابتداء من يوم توقيعها. المرجو إضافة التاريخ المرجعي «التوقيع».',
  fractionOutside: 'يجب أن يكون الجزء من المدة محصورا بين 0 و1.',
  legalMoved: 'هذا أجل يحدده القانون، والبرنامج لا ينقله إلى يوم عمل. المرجو حذف أيام العمل.',
  neverOpens: 'ما يجب إنجازه أولا يتوقف بدوره على هذه المحطة، ولا يمكن الشروع في أي منهما. المرجو حذف «{key}» من هذا الموضع.',
  unknownAttribute: 'لا تتوفر الاتفاقية على خاصية «{key}» لوضع شرط عليها.',
  proofOfOneSide: 'تشترط هذه المحطة تأكيد الطرفين، ولا يُطلب التأكيد إلا من طرف واحد. المرجو طلبه من الطرفين أو اشتراط إثبات آخر.',
  unknownRole: 'لا يُذكِّر البرنامج أحدا بصفة «{key}». المرجو اختيار صفة من اللائحة.',
  duplicateRung: 'هذا التذكير مكرر. المرجو حذف أحدهما.',
  rungWithoutApproval: 'لا تُوجَّه أي رسالة إلى من هو فوق المنسق إلا بعد الموافقة عليها. المرجو تفعيل «مسودة للموافقة».',
  tooManyRungs: 'عدد التذكيرات الموجهة إلى الشخص نفسه بشأن محطة واحدة كبير ولن تُقرأ. المرجو الاكتفاء بـ 12 تذكيرا على الأكثر لكل صفة.',
  rungTooEarly: 'تتكرر هذه المحطة، وقد يغيب عن التوقعات تذكير يسبق أجلها بهذه المدة (عدد الأيام: {key}). المرجو ألا يسبقه بأكثر من 28 يوما.',
};

const TEXTS: Record<Language, Texts> = { ar, fr, en };

export const isTemplateProblemCode = (code: string): code is TemplateProblemCode => Object.hasOwn(en, code);

/** What is wrong and what to do about it. `key` is what somebody typed: it is shown as it is, at most 60 letters of it. */
export const templateProblemText = ({ code, key }: Pick<ClubTemplateProblem, 'code' | 'key'>, language: Language): string =>
  format(TEXTS[language][code], { key: key.slice(0, 60) }, language);
