import { afterEvent, by, byWithPartner, step, text } from './step.js';

/** Rows 2.2 to 2.5. */
export const APPROVAL = [
  step({
    key: 'council-deliberation', number: '2.2', stage: 'approval',
    title: text('مداولة المجلس الجماعي بشأن الاتفاقية', 'Délibération du conseil communal', 'Deliberation of the communal council'),
    responsible: by({ authority: 'council' }),
    due: afterEvent('councilSession', 0),
    evidence: text('مستخرج من المقرر مع نتيجة التصويت', 'Extrait de la délibération, avec le vote', 'Extract of the deliberation, with the vote'),
    produces: ['councilSession', 'deliberation'],
    note: text(
      'للتحقق من طرف المراجع القانوني: تعقد الدورات العادية في الأسبوع الأول من فبراير وماي وأكتوبر، ويُبلَّغ جدول الأعمال إلى العامل قبل الدورة بنحو 20 يوما.',
      "À vérifier par le relecteur juridique : les sessions ordinaires se tiennent la première semaine de février, mai et octobre ; l'ordre du jour parvient au gouverneur une vingtaine de jours avant la session.",
      'To verify by the legal reviewer: ordinary sessions fall in the first week of February, May and October; the agenda reaches the governor some 20 days before a session.',
    ),
  }),
  step({
    key: 'sent-to-governor', number: '2.3', stage: 'approval',
    title: text('إرسال المقرر إلى عامل الإقليم', 'Délibération transmise au gouverneur', 'Deliberation sent to the governor'),
    responsible: by({ authority: 'president' }),
    due: afterEvent('deliberation', 15),
    evidence: text('وصل الإيداع', 'Le récépissé de dépôt', 'The receipt'),
    produces: ['receivedByProvince'],
    certainty: 'toVerify',
    note: text(
      'للتحقق من طرف المراجع القانوني: يُحتسب أجل الإرسال ابتداء من تاريخ اختتام الدورة.',
      'À vérifier par le relecteur juridique : le délai de transmission court à partir de la clôture de la session.',
      "To verify by the legal reviewer: the delay for sending a deliberation runs from the session's end.",
    ),
  }),
  step({
    key: 'governor-visa', number: '2.4', stage: 'approval',
    title: text('تأشيرة العامل على المقرر', 'Visa du gouverneur', 'Visa of the governor'),
    responsible: by({ authority: 'governor' }),
    due: afterEvent('receivedByProvince', 20),
    evidence: text('تأشيرة العامل', 'Le visa', 'The visa'),
    produces: ['visa'],
    certainty: 'toVerify',
    note: text(
      'للتحقق من طرف المراجع القانوني: المادة 118 من القانون التنظيمي رقم 113.14؛ لا يبدأ احتساب الأجل إلا من تاريخ وصل الإيداع؛ ما يترتب عن السكوت بعد انصرام أجل التأشيرة.',
      'À vérifier par le relecteur juridique : article 118 de la loi organique 113-14 ; le délai ne court qu\'à partir du récépissé ; effet du silence après ce délai.',
      'To verify by the legal reviewer: article 118 of organic law 113-14; the clock starts only at the receipt; what silence after the delay means.',
    ),
  }),
  step({
    key: 'partner-approval', number: '2.5', stage: 'approval',
    title: text('مصادقة الجهاز المختص لدى الطرف الشريك', 'Approbation du côté du partenaire', 'Partner-side approval'),
    responsible: byWithPartner({ authority: 'partnerCouncil' }),
    due: afterEvent('deliberation', 45),
    evidence: text('مقرر الجهاز التداولي لدى الشريك', "La résolution de l'organe délibérant du partenaire", "The resolution of the partner's council"),
    produces: ['partnerApproval'],
    certainty: 'toVerify',
    note: text(
      'للتحقق من طرف المراجع القانوني: تختلف المسطرة حسب بلد الشريك.',
      'À vérifier par le relecteur juridique : la procédure dépend du pays du partenaire.',
      'To verify by the legal reviewer: the procedure depends on the country of the partner.',
    ),
  }),
];
