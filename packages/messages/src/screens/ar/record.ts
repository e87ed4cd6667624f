import type { record as reference } from '../en/record.js';
import type { Same } from '../shape.js';

export const record: Same<typeof reference> = {
  saving: 'جارٍ الحفظ…',
  removed: 'تم الحذف.',
  removeQuestion: 'هل تريدون حذف «%{name}»؟',
  removeHint: 'لا يمكن التراجع عن الحذف، ويبقى أثره في سجل العمليات.',
  required: 'هذه الخانة ضرورية.',
  optional: 'اختياري',
  checkFields: 'المرجو مراجعة الخانات المشار إليها أسفله.',
  unsaved: 'لم تُحفظ التعديلات بعد. هل تريدون مغادرة الصفحة؟',
  none: 'لا شيء',
  from: 'من',
  to: 'إلى',
  details: 'التفاصيل',
  actions: 'العمليات',
  source: 'المصدر',
  inLanguage: { ar: 'بالعربية', fr: 'بالفرنسية', en: 'بالإنجليزية' },
  oneLanguageEnough: 'تكفي لغة واحدة؛ وحيثما غابت لغة عُرضت أخرى.',
  addWord: 'إضافة',
  addWordHint: 'اكتبوا الاسم ثم اضغطوا على زر الإدخال.',
  removeWord: 'حذف %{word}',
  noChoice: 'لا نتيجة',
  choose: 'اختاروا…',
};
