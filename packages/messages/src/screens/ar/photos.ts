import type { photos as reference } from '../en/photos.js';
import type { Same } from '../shape.js';

export const photos: Same<typeof reference> = {
  title: 'الصور', none: 'لا توجد صور بعد', add: 'إضافة صورة', choose: 'اختيار صورة', accepted: 'صيغ JPEG أو PNG أو WebP، في حدود 15 ميغابايت.', chooseFirst: 'المرجو اختيار صورة أولا.', captionFirst: 'المرجو بيان ما يظهر في الصورة.',
  caption: 'ما يظهر في الصورة', captionHint: 'يُقرأ هذا النص على من لا يرى الصورة.', takenOn: 'تاريخ التقاط الصورة', taken: 'التُقطت في %{date}', enlarge: 'تكبير الصورة: %{caption}', close: 'إغلاق', save: 'حفظ الملف',
  earlier: 'تقديم في الترتيب', later: 'تأخير في الترتيب', added: 'تمت إضافة الصورة.', removed: 'تم حذف الصورة.', removeAsk: 'هل تريدون حذف هذه الصورة؟',
};
