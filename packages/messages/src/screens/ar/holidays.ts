import type { holidays as reference } from '../en/holidays.js';
import type { Same } from '../shape.js';

export const holidays: Same<typeof reference> = {
  title: 'أيام العطل',
  lead: 'أيام العطل حسب البلدان. تراعيها الآجال والرزنامة، ويمكن تصحيح كل يوم منها.',
  one: 'يوم عطلة',
  add: 'إضافة يوم',
  editTitle: 'تعديل اليوم',
  searchHint: 'اسم اليوم',
  empty: 'لم يُسجل أي يوم عطلة',
  emptyHint: 'أضيفوا أيام العطل في بلدان مدنكم.',
  country: 'البلد',
  name: 'الاسم',
  kind: 'النوع',
  on: 'التاريخ',
  day: 'اليوم',
  month: 'الشهر',
  everyYear: '%{date} من كل سنة',
  certainty: 'درجة التأكد',
  sourceHint: 'المرسوم أو البلاغ أو الرزنامة التي أُخذ منها.',
  confirm: 'تأكيد',
  confirmed: 'تم تأكيد اليوم.',
  toConfirm: 'تبقى الأعياد الدينية تقديرية إلى حين الإعلان عنها. أكدوها أو صححوها عند معرفة تاريخها.',
};
