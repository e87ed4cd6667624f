import type { AuditTexts } from './shape.js';

/** Verbal nouns, as an administration's register has them: they fit any author. */
export const ar: AuditTexts = {
  'agreement.create': 'إحداث الاتفاقية', 'agreement.open': 'فتح ملف الاتفاقية',
  'agreement.recordEvent': { plain: 'تسجيل تاريخ مرجعي', full: 'تسجيل تاريخ مرجعي: {event}، {on}' },
  'agreement.startReminders': 'تفعيل التذكيرات', 'agreement.update': 'تعديل الاتفاقية',
  'milestone.start': 'الشروع في إنجاز المحطة', 'milestone.submit': { plain: 'تقديم المحطة للمراجعة', full: 'تقديم المحطة للمراجعة، تاريخ الإنجاز: {doneOn}' },
  'milestone.accept': { plain: 'قبول المحطة', full: 'قبول المحطة، تاريخ الإنجاز: {doneOn}' },
  'milestone.return': 'إعادة المحطة للاستكمال', 'milestone.block': 'التصريح بعائق في المحطة', 'milestone.unblock': 'رفع العائق عن المحطة',
  'milestone.markNotApplicable': 'التصريح بعدم انطباق المحطة',
  'milestone.reschedule': { plain: 'تغيير أجل المحطة', full: 'تغيير أجل المحطة من {from} إلى {to}' },
  'milestone.assign': 'إسناد تتبع المحطة',
  'city.create': 'إضافة مدينة', 'city.update': 'تعديل معطيات مدينة', 'city.delete': 'حذف مدينة', 'person.create': 'إضافة مخاطَب', 'person.update': 'تعديل معطيات مخاطَب', 'person.delete': 'حذف مخاطَب',
  'holiday.create': 'إضافة يوم عطلة', 'holiday.update': 'تعديل يوم عطلة', 'holiday.delete': 'حذف يوم عطلة', 'contact.create': 'تدوين تواصل في السجل', 'contact.delete': 'حذف تواصل من السجل',
  'user.create': 'إحداث حساب وتوجيه الدعوة', 'user.update': { plain: 'تعديل حساب', full: 'تغيير دور الحساب من {roleBefore} إلى {roleAfter}' }, 'user.invite': 'إعادة توجيه الدعوة', 'user.revoke': 'إنهاء جلسات الحساب على جميع الأجهزة',
  'account.login': 'تسجيل الدخول', 'account.loginFailed': 'محاولة دخول غير ناجحة', 'account.logout': 'تسجيل الخروج', 'account.forgotPassword': 'طلب كلمة مرور جديدة', 'account.passwordReset': 'تحديد كلمة المرور عبر الرابط', 'account.passwordChange': 'تغيير كلمة المرور', 'account.update': 'تعديل الإعدادات الشخصية',
  'delivery.resend': 'إعادة إرسال رسالة', 'delivery.cancel': 'إلغاء رسالة', 'delivery.release': 'الإذن بإرسال رسالة', 'delivery.hold': 'وقف إرسال رسالة', 'delivery.test': 'إرسال رسالة تجريبية',
  'incident.retry': 'إعادة محاولة بعد عطل', 'incident.dismiss': 'حفظ عطل', 'clock.play': { plain: 'تقديم ساعة العرض التجريبي', full: 'تقديم ساعة العرض التجريبي من {clockFrom} إلى {clockTo}' },
  'backup.create': 'إنجاز نسخة احتياطية', 'backup.restore': 'استرجاع نسخة احتياطية', 'demo.create': 'إعداد النادي التجريبي', 'template.publish': 'نشر نسخة من مسار نموذجي',
};
export const other = 'عملية أخرى ({action})';
