import type { Labels } from './shape.js';

export const ar: Labels = {
  agreementType: { twinning: 'توأمة', friendship: 'صداقة', memorandum: 'مذكرة تفاهم', chamber: 'شراكة بين الغرف' },
  agreementStatus: { preparing: 'قيد الإعداد', active: 'سارية', suspended: 'معلقة', completed: 'مكتملة', terminated: 'تم إنهاؤها', expired: 'انتهت مدتها' },
  milestoneStatus: { planned: 'مبرمجة', open: 'قيد الإنجاز', submitted: 'مقدمة للمراجعة', done: 'منجزة', blocked: 'متوقفة', notApplicable: 'لا تنطبق', cancelled: 'ملغاة' },
  stage: { preparation: 'الإعداد', approval: 'المصادقة', signature: 'التوقيع', launch: 'الانطلاق', implementation: 'التنزيل', review: 'التقييم', renewal: 'التجديد', dormancy: 'الخمول' },
  event: {
    opened: 'فتح الملف', councilSession: 'دورة المجلس', deliberation: 'اتخاذ المقرر', receivedByProvince: 'وصل الإيداع', visa: 'تأشيرة العامل',
    partnerApproval: 'موافقة الشريك', signed: 'التوقيع', inForce: 'الدخول حيز التنفيذ', committeeInstalled: 'تنصيب اللجنة المشتركة للتتبع', planAdopted: 'اعتماد برنامج العمل',
    expiry: 'انتهاء مدة الاتفاقية', ended: 'إنهاء الاتفاقية',
  },
  personFunction: {
    coordinator: 'منسق النادي', focalPoint: 'نقطة الاتصال', president: 'رئاسة الجماعة', mayorOffice: 'ديوان العمدة', secretariat: 'كتابة المجلس', legal: 'الشؤون القانونية',
    protocol: 'التشريفات', finance: 'المالية', committee: 'اللجنة المشتركة للتتبع', council: 'مجلس التنسيق', other: 'مهمة أخرى',
  },
  role: { administrator: 'مدير النظام', coordinator: 'منسق', legal: 'المكلف بالشؤون القانونية', council: 'مجلس التنسيق' },
  axis: { economy: 'الاقتصاد المحلي', environment: 'البيئة', governance: 'الحكامة', culture: 'الثقافة', science: 'العلوم' },
  waitingOn: { governor: 'العامل', president: 'رئيس الجماعة', council: 'المجلس الجماعي', mayors: 'رئيسا المدينتين', partnerCouncil: 'مجلس المدينة الشريكة', partnerCity: 'المدينة الشريكة', both: 'الطرفان معا' },
  evidenceLevel: { none: 'بدون وثيقة', declared: 'تصريح', documented: 'بوثيقة', confirmedByBoth: 'بتأكيد الطرفين', seenOnSite: 'بمعاينة ميدانية' },
  certainty: { confirmed: 'مؤكد', secondary: 'من مصدر ثانوي', toVerify: 'في انتظار تحقق المكلف بالشؤون القانونية' },
  health: { onTime: 'في موعدها', dueSoon: 'أجلها قريب', late: 'متأخرة', blocked: 'متوقفة' },
  deliveryKind: { reminder: 'تذكير', escalation: 'رفع الأمر', catchUp: 'استدراك', invitation: 'دعوة', passwordReset: 'كلمة مرور جديدة', firstAdministrator: 'أول مدير للنظام', test: 'رسالة تجريبية' },
  deliveryState: { pending: 'في انتظار الإرسال', leased: 'قيد الإرسال', held: 'في انتظار الإذن بالإرسال', sent: 'أُرسلت', failed: 'تعذر إيصالها', suppressed: 'لم ترسل: العنوان غير متاح', cancelled: 'ملغاة' },
  deliveryCommand: { resend: 'إعادة الإرسال', cancel: 'إلغاء', release: 'الإذن بالإرسال', hold: 'وقف الإرسال' },
  transport: { smtp: 'بالبريد الإلكتروني', outbox: 'محفوظة في سجل الإرساليات فقط' },
  reminderState: { planned: 'مبرمج', materialised: 'مدرج في إرسالية', cancelled: 'ملغى' },
  recipientRole: { owner: 'المكلف بالتتبع', counterpart: 'المخاطَب النظير', coordinator: 'المنسق', president: 'رئيس الجماعة', mayor: 'العمدة', council: 'مجلس التنسيق' },
  cityRole: { home: 'جماعة من النادي', partner: 'مدينة شريكة' },
  identification: { established: 'محددة', probable: 'مرجحة', pending: 'في انتظار التأكيد' },
  contactMeans: { called: 'مكالمة', wrote: 'مراسلة', met: 'لقاء' },
  incidentState: { open: 'في انتظار المعالجة', retried: 'أعيدت المحاولة', dismissed: 'تم حفظه' },
  incidentKind: {
    'mail/no-address': 'تعذر إرسال رسالة: لا يتوفر المرسل إليه على عنوان صالح. المرجو تصحيح بطاقته ثم إعادة المحاولة.',
    'mail/contact-lost': 'رُفض عنوان مرتين ولم تعد تُرسل إليه أي رسالة. المرجو الاتصال بصاحبه بوسيلة أخرى وتصحيح عنوانه.',
    'mail/failed': 'تعذر إيصال رسالة. المرجو الاطلاع على جواب خادم البريد، ثم إعادة المحاولة أو حفظ العطل.',
    'person/no-address': 'لشخص تذكيرات مبرمجة وليس له عنوان إلكتروني. المرجو إضافة عنوانه أو إسناد محطاته إلى غيره.',
    'job/failed': 'فشلت إحدى مهام البرنامج. المرجو إعادة المحاولة؛ وإذا تكرر الفشل، المرجو إشعار المشرف على الخادم.',
  },
  milestoneCommand: {
    start: 'الشروع في الإنجاز', submit: 'تقديم', accept: 'قبول', return: 'إعادة للاستكمال', block: 'التصريح بعائق', unblock: 'رفع العائق',
    'mark-not-applicable': 'التصريح بعدم انطباقها', reschedule: 'تغيير الأجل', assign: 'إسناد التتبع',
  },
  holidayKind: { fixed: 'قار كل سنة', hijri: 'ديني بالتقويم الهجري', exceptional: 'استثنائي' },
  holidayCertainty: { confirmed: 'مؤكد', estimated: 'تقديري، في انتظار التأكيد' },
  source: {
    article: 'المصدر: المقال التأسيسي بتاريخ 30 أكتوبر 2025', press: 'المصدر: تقارير صحفية من 27 إلى 31 أكتوبر 2025', demonstration: 'معطى مختلق لأغراض العرض التجريبي', entered: 'أدخله النادي',
  },
};
