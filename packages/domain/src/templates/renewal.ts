import { afterEvent, by, step, text } from './step.js';

/** Rows 7.1 to 7.3. */
export const RENEWAL = [
  step({
    key: 'renewal-prepared', number: '7.1', stage: 'renewal',
    title: text('إعداد قرار التجديد', 'Décision de renouvellement préparée', 'Renewal decision prepared'),
    responsible: by({ function: 'coordinator' }),
    due: afterEvent('expiry', -180),
    evidence: text('مذكرة تقديمية', 'La note', 'The note'),
  }),
  step({
    key: 'renewal-deliberation', number: '7.2', stage: 'renewal',
    title: text('مداولة المجلس بشأن تجديد الاتفاقية أو تعديلها أو إنهائها', 'Délibération pour renouveler, modifier ou mettre fin', 'Deliberation to renew, amend or end'),
    responsible: by({ authority: 'council' }),
    due: afterEvent('expiry', -90),
    evidence: text('مستخرج من المقرر', 'Extrait de la délibération', 'Extract of the deliberation'),
  }),
  step({
    key: 'closing-report', number: '7.3', stage: 'renewal',
    title: text('التقرير الختامي وتوقف التذكيرات', 'Rapport de clôture, fin des rappels', 'Closing report, reminders stop'),
    responsible: by({ function: 'coordinator' }),
    due: afterEvent('ended', 30),
    evidence: text('التقرير الختامي', 'Le rapport de clôture', 'The report'),
  }),
];
