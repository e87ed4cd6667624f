import type { Anchor } from '@tawama/workflow';
import { afterEvent, afterLatest, by, byWithPartner, step, text } from './step.js';

const BOTH_APPROVALS: Anchor[] = [{ event: 'visa' }, { event: 'partnerApproval' }];

/** Rows 3.1 to 3.5. */
export const SIGNATURE = [
  step({
    key: 'ceremony', number: '3.1', stage: 'signature',
    title: text('إعداد حفل التوقيع', 'Préparation de la cérémonie', 'Ceremony prepared'),
    responsible: byWithPartner({ function: 'protocol' }),
    due: afterLatest(BOTH_APPROVALS, 15),
    evidence: text('برنامج الحفل', 'Le programme', 'The programme'),
  }),
  step({
    key: 'signature', number: '3.2', stage: 'signature',
    title: text('توقيع الاتفاقية', 'Signature de la convention', 'Convention signed'),
    responsible: byWithPartner({ authority: 'mayors' }),
    due: afterLatest(BOTH_APPROVALS, 30),
    evidence: text('النسخ الأصلية الموقعة', 'Les originaux signés', 'The signed originals'),
    produces: ['signed'],
  }),
  step({
    key: 'entry-into-force', number: '3.3', stage: 'signature',
    title: text('دخول الاتفاقية حيز التنفيذ', 'Entrée en vigueur', 'Entry into force'),
    responsible: by({ function: 'coordinator' }),
    due: afterEvent('signed', 0),
    evidence: text('البند الذي يحدد تاريخ الدخول حيز التنفيذ', "La clause d'entrée en vigueur", 'The clause on entry into force'),
    produces: ['inForce'],
    note: text(
      'التاريخ هو المنصوص عليه في الاتفاقية، وإلا فتاريخ التوقيع.',
      'La date est celle que fixe la convention ; à défaut, celle de la signature.',
      'The date is the one written in the convention; without one, the date of signature.',
    ),
  }),
  step({
    key: 'copies-sent', number: '3.4', stage: 'signature',
    title: text('توجيه نسخ من الاتفاقية إلى السلطات المختصة', 'Copies transmises aux autorités', 'Copies sent to the authorities'),
    responsible: by({ function: 'secretariat' }),
    due: afterEvent('signed', 15),
    evidence: text('رسالة الإحالة', 'La lettre de transmission', 'The covering letter'),
    certainty: 'toVerify',
    note: text('للتحقق من طرف المراجع القانوني.', 'À vérifier par le relecteur juridique.', 'To verify by the legal reviewer.'),
  }),
  step({
    key: 'registration', number: '3.5', stage: 'signature',
    title: text('تقييد الاتفاقية في السجل ونشرها', 'Enregistrement et publication', 'Registered and published'),
    responsible: by({ function: 'coordinator' }),
    due: afterEvent('signed', 7),
    evidence: text('رقم التقييد', "Le numéro d'enregistrement", 'The registration number'),
  }),
];
