import type { AuditTexts } from './shape.js';

/** Verbal nouns, as an administration's register has them: they fit any author. */
export const ar: AuditTexts = {
  'agreement.create': 'إحداث الاتفاقية',
  'agreement.recordEvent': { plain: 'تسجيل تاريخ مرجعي', full: 'تسجيل {events}' },
  'agreement.startReminders': 'تفعيل التذكيرات', 'agreement.update': 'تعديل الاتفاقية',
  'agreement.suspend': 'تعليق الاتفاقية', 'agreement.resume': 'استئناف الاتفاقية', 'agreement.complete': 'إتمام الاتفاقية', 'agreement.terminate': 'إنهاء الاتفاقية', 'agreement.expire': 'انتهاء مدة الاتفاقية', 'agreement.keepUp': 'تحيين آجال الاتفاقية تلقائيا', 'agreement.migrate': 'نقل الاتفاقية إلى نسخة أخرى من المسار',
  'milestone.start': 'الشروع في إنجاز المحطة', 'milestone.submit': { plain: 'تقديم المحطة للمراجعة', full: 'تقديم المحطة للمراجعة، تاريخ الإنجاز: {doneOn}' },
  'milestone.accept': { plain: 'قبول المحطة', full: 'قبول المحطة، تاريخ الإنجاز: {doneOn}' },
  'milestone.return': 'إعادة المحطة للاستكمال', 'milestone.block': 'التصريح بعائق في المحطة', 'milestone.unblock': 'رفع العائق عن المحطة',
  'milestone.markNotApplicable': 'التصريح بعدم انطباق المحطة',
  'milestone.reschedule': { plain: 'تغيير أجل المحطة', full: 'تغيير أجل المحطة من {from} إلى {to}' },
  'milestone.assign': 'إسناد تتبع المحطة',
  'agreement.addProject': 'إضافة مشروع إلى الاتفاقية', 'agreement.updateProject': 'تعديل برنامج مشروع', 'agreement.removeProject': 'سحب مشروع من الاتفاقية', 'project.create': 'إضافة مشروع', 'project.update': 'تعديل مشروع',
  'project.delete': 'حذف مشروع', 'project.measure': 'قياس مؤشر المشروع', 'project.removeMeasurement': 'حذف قياس', 'project.addPhoto': 'إضافة صورة للمشروع', 'project.changePhoto': 'تعديل صورة للمشروع', 'project.removePhoto': 'حذف صورة للمشروع', 'article.create': 'إضافة بند من بنود الاتفاقية', 'article.update': 'تعديل بند من بنود الاتفاقية', 'article.delete': 'حذف بند من بنود الاتفاقية',
  'milestone.confirm': { plain: 'تأكيد إنجاز المحطة', full: 'تأكيد إنجاز المحطة من طرف {side}، تاريخ الإنجاز: {on}' },
  'milestone.deny': { plain: 'التصريح بعدم إنجاز المحطة', full: 'التصريح بعدم إنجاز المحطة، باسم {side}' },
  'milestone.reopen': 'إعادة فتح المحطة', 'evidence.add': { plain: 'إرفاق وثيقة إثبات', full: 'إرفاق إثبات: {evidenceKind}' }, 'evidence.remove': 'حذف وثيقة إثبات',
  'milestone.legalOutcome': 'تسجيل مآل أجل قانوني', 'legalNote.create': 'إضافة ملاحظة قانونية', 'legalNote.update': 'تعديل ملاحظة قانونية', 'legalNote.confirm': 'تأكيد ملاحظة قانونية', 'legalNote.delete': 'حذف ملاحظة قانونية',
  'city.create': 'إضافة مدينة', 'city.update': 'تعديل معطيات مدينة', 'city.delete': 'حذف مدينة', 'person.create': 'إضافة مخاطَب', 'person.update': 'تعديل معطيات مخاطَب', 'person.delete': 'حذف مخاطَب',
  'holiday.create': 'إضافة يوم عطلة', 'holiday.update': 'تعديل يوم عطلة', 'holiday.delete': 'حذف يوم عطلة', 'session.create': 'إضافة دورة للمجلس', 'session.update': 'تعديل دورة للمجلس', 'session.delete': 'حذف دورة للمجلس', 'contact.create': 'تدوين تواصل في السجل', 'contact.delete': 'حذف تواصل من السجل',
  'note.create': 'تدوين ملاحظة', 'note.update': 'تعديل ملاحظة', 'note.delete': 'حذف ملاحظة',
  'agreement.fallDormant': 'خمول الاتفاقية: يتعين إعادة تفعيلها أو إغلاقها', 'agreement.wake': 'عودة الاتفاقية إلى النشاط', 'person.askSuccessor': 'طلب تعيين خلف', 'person.handOver': 'تسليم المحطات إلى الخلف',
  'account.create': 'إحداث حساب', 'account.change': { plain: 'تعديل حساب', full: 'تغيير دور الحساب من {roleBefore} إلى {roleAfter}' }, 'account.invite': 'توجيه دعوة لفتح حساب', 'account.revoke': 'إنهاء جلسات الحساب على جميع الأجهزة',
  'account.setPassword': 'تحديد كلمة المرور', 'account.resetPassword': 'إعادة تعيين كلمة المرور من سطر الأوامر', 'account.login': 'تسجيل الدخول', 'account.logout': 'تسجيل الخروج',
  'delivery.resend': 'إعادة إرسال رسالة', 'delivery.cancel': 'إلغاء رسالة', 'delivery.release': 'الإذن بإرسال رسالة', 'delivery.hold': 'وقف إرسال رسالة', 'delivery.test': 'إرسال رسالة تجريبية',
  'incident.retry': 'إعادة محاولة بعد عطل', 'incident.dismiss': 'حفظ عطل', 'clock.play': { plain: 'تقديم ساعة العرض التجريبي', full: 'تقديم ساعة العرض التجريبي من {clockFrom} إلى {clockTo}' },
  'backup.create': 'إنجاز نسخة احتياطية', 'backup.restore': 'استرجاع نسخة احتياطية', 'demo.create': 'إعداد النادي التجريبي',
  'template.create': 'إعداد مسودة مسار نموذجي', 'template.update': 'تعديل مسودة مسار نموذجي', 'template.publish': 'نشر نسخة من مسار نموذجي', 'template.retire': 'سحب نسخة من مسار نموذجي', 'template.delete': 'حذف مسودة مسار نموذجي',
};
export const other = 'عملية أخرى ({action})';
