import { afterEvent, by, byWithPartner, step, text } from './step.js';

/** Rows 4.1 to 4.5. */
export const LAUNCH = [
  step({
    key: 'focal-points', number: '4.1', stage: 'launch',
    title: text('تعيين نقطتي الاتصال لدى الطرفين وتسجيل تاريخ انتهاء انتدابهما', 'Points focaux désignés des deux côtés, fin de mandat notée', 'Focal points named on both sides, mandate end recorded'),
    responsible: byWithPartner({ authority: 'mayors' }),
    due: afterEvent('inForce', 15),
    evidence: text('رسالتا التعيين', 'Les lettres de désignation', 'The letters of appointment'),
  }),
  step({
    key: 'joint-committee', number: '4.2', stage: 'launch',
    title: text('تنصيب اللجنة المشتركة للتتبع', 'Comité mixte de suivi installé', 'Joint follow-up committee installed'),
    responsible: byWithPartner({ authority: 'both' }),
    due: afterEvent('inForce', 60),
    evidence: text('محضر التنصيب', "Le procès-verbal d'installation", 'The minutes'),
    produces: ['committeeInstalled'],
  }),
  step({
    key: 'action-plan', number: '4.3', stage: 'launch',
    title: text('اعتماد برنامج العمل السنوي حسب المحاور', "Plan d'action annuel, par axe", 'Annual action plan, by axis'),
    responsible: by({ function: 'committee' }),
    due: afterEvent('inForce', 90),
    evidence: text('برنامج العمل', "Le plan d'action", 'The plan'),
    produces: ['planAdopted'],
  }),
  step({
    key: 'funding-plan', number: '4.4', stage: 'launch',
    title: text('إعداد خطة التمويل', 'Plan de financement', 'Funding plan'),
    responsible: by({ function: 'finance' }),
    due: afterEvent('planAdopted', 30),
    evidence: text('ملف التمويل', 'Le dossier de financement', 'The funding file'),
  }),
  step({
    key: 'first-action', number: '4.5', stage: 'launch',
    title: text('أول مشروع ملموس على أرض الواقع', 'Première action visible sur le terrain', 'First visible action on the ground'),
    responsible: by({ function: 'coordinator' }),
    due: afterEvent('inForce', 180),
    evidence: text('تقرير وصور', 'Un rapport et des photos', 'A report and photos'),
  }),
];
