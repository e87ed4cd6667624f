import type { Recurrence } from '@tawama/workflow';
import { afterEvent, by, byWithPartner, step, text } from './step.js';

/** Until the agreement ends; while nobody knows when, it goes on. */
const every = (months: number, startsAtAnchor = false): Recurrence => ({ everyMonths: months, until: { event: 'ended' }, ...(startsAtAnchor ? { startsAtAnchor } : {}) });

/** Rows 5.1 to 5.5 and 6.1. Each project of the plan has steps of its own beside these. */
export const IMPLEMENTATION = [
  step({
    key: 'plan-project', number: '5.1', stage: 'implementation',
    title: text('تسجيل مشاريع برنامج العمل حسب المحاور', "Projets du plan d'action inscrits, par axe", 'Projects of the plan entered, by axis'),
    responsible: byWithPartner({ function: 'coordinator' }),
    due: afterEvent('planAdopted', 30),
    evidence: text('بطاقة كل مشروع', 'La fiche de chaque projet', 'The sheet of each project'),
    certainty: 'confirmed',
  }),
  step({
    key: 'progress-report', number: '5.2', stage: 'implementation',
    title: text('تقرير التقدم من كل طرف', "Rapport d'avancement de chaque partie", 'Progress report of each side'),
    responsible: byWithPartner({ function: 'coordinator' }),
    due: { rule: 'endOf', period: 'quarter', from: { event: 'inForce' }, days: 10 },
    repeats: every(3, true),
    evidence: text('التقرير', 'Le rapport', 'The report'),
  }),
  step({
    key: 'committee-meeting', number: '5.3', stage: 'implementation',
    title: text('اجتماع اللجنة المشتركة للتتبع', 'Réunion du comité mixte de suivi', 'Meeting of the joint follow-up committee'),
    responsible: byWithPartner({ authority: 'both' }),
    due: afterEvent('committeeInstalled', 0),
    repeats: every(6),
    evidence: text('محضر الاجتماع', 'Le procès-verbal', 'The minutes'),
  }),
  step({
    key: 'field-check', number: '5.4', stage: 'implementation',
    title: text('معاينة ميدانية لمشروع من كل محور', "Constat sur place d'une action par axe", 'Field check, one action per axis'),
    responsible: by({ function: 'coordinator' }),
    due: afterEvent('inForce', 0),
    repeats: every(12),
    evidence: text('صورة وبطاقة معاينة', 'Une photo et une note', 'A photo and a note'),
  }),
  step({
    key: 'annual-report', number: '5.5', stage: 'implementation',
    title: text('التقرير السنوي إلى المجلس', 'Rapport annuel au conseil', 'Annual report to the council'),
    responsible: by({ function: 'coordinator' }),
    due: { rule: 'beforeSession', from: { event: 'inForce' }, month: 2, lead: { days: 10 } },
    repeats: every(12, true),
    evidence: text('التقرير السنوي', 'Le rapport annuel', 'The annual report'),
    certainty: 'toVerify',
    note: text(
      'للتحقق من طرف المراجع القانوني: يُعرض التقرير على دورة فبراير.',
      'À vérifier par le relecteur juridique : le rapport est présenté à la session de février.',
      'To verify by the legal reviewer: the report goes to the February session.',
    ),
  }),
  step({
    key: 'mid-term-evaluation', number: '6.1', stage: 'review',
    title: text('تقييم منتصف المدة', 'Évaluation à mi-parcours', 'Mid-term evaluation'),
    responsible: by({ function: 'committee' }),
    due: { rule: 'fraction', from: { event: 'inForce' }, to: { event: 'expiry' }, numerator: 1, denominator: 2 },
    evidence: text('تقرير التقييم', "Le rapport d'évaluation", 'The evaluation'),
  }),
];
