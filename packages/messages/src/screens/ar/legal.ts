import type { legal as reference } from '../en/legal.js';
import type { Same } from '../shape.js';

export const legal: Same<typeof reference> = {
  title: 'الآجال القانونية', lead: 'الأجل الذي يمنحه القانون للسلطة، ويُحتسب من تاريخ وصل الإيداع. لا يغير البرنامج هذا الأجل أبدا ولا يقرر ما يترتب عن السكوت.',
  clocks: 'الآجال الجارية والمنتهية', none: 'لا يوجد أجل جار.', noneHint: 'يبدأ احتساب الأجل عند تسجيل وصل الإيداع تاريخا مرجعيا.',
  step: 'المحطة', agreement: 'الاتفاقية', received: 'وصل الإيداع', lastDay: 'آخر يوم', days: '%{smart_count} يوم |||| يوم واحد |||| يومان |||| %{smart_count} أيام |||| %{smart_count} يوما |||| %{smart_count} يوم', state: 'الحالة',
  running: 'جار: ينتهي اليوم |||| جار: بقي يوم واحد |||| جار: بقي يومان |||| جار: بقيت %{smart_count} أيام |||| جار: بقي %{smart_count} يوما |||| جار: بقي %{smart_count} يوم', asking: 'انصرم الأجل: ما المآل؟', answered: '%{outcome}، %{date}',
  dayOff: 'يصادف آخر يوم يوم راحة. حدده القانون ولا يُنقل.', provisional: 'محتسب على يوم عطلة تقديري.',
  answer: 'تسجيل المآل', outcome: 'المآل', outcomes: { visa: 'تأشيرة', refusal: 'رفض', silence: 'سكوت الإدارة' },
  means: 'ما يترتب عن السكوت', meanings: { accepted: 'موافقة ضمنية', refused: 'رفض ضمني' }, on: 'التاريخ', note: 'توضيح، أو سبب عدم وجود وثيقة', saved: 'سُجل المآل.',
  notes: 'ما ينص عليه القانون', noteLead: 'تتطلب كل ملاحظة تحققا من طرف المراجع القانوني.', country: 'البلد', text: 'الملاحظة', source: 'المصدر', confirm: 'تأكيد', toVerify: 'للتحقق', confirmed: 'أكدها %{name} في %{date}', noNotes: 'لم تُدرج أي ملاحظة.',
};
