import { by, step, text } from './step.js';

/** Row 2.1, counted back from the council's calendar. */
export const AGENDA = step({
  key: 'council-agenda', number: '2.1', stage: 'approval',
  title: text('إدراج الاتفاقية في جدول أعمال دورة المجلس', "Inscription à l'ordre du jour d'une session du conseil", 'On the agenda of a council session'),
  responsible: by({ function: 'secretariat' }),
  due: { rule: 'beforeSession', from: { milestone: 'legal-review' }, lead: { days: 20 } },
  evidence: text('جدول الأعمال', "L'ordre du jour", 'The agenda'),
  certainty: 'secondary',
  note: text(
    'للتحقق من طرف المراجع القانوني: يُبلَّغ جدول الأعمال إلى العامل قبل الدورة بنحو 20 يوما. تُحتسب أيضا الدورات الاستثنائية المدرجة في يومية المجلس.',
    "À vérifier par le relecteur juridique : l'ordre du jour parvient au gouverneur une vingtaine de jours avant la session. Les sessions extraordinaires inscrites au calendrier comptent aussi.",
    "To verify by the legal reviewer: the agenda reaches the governor some 20 days before a session. Extraordinary sessions that stand in the council's calendar count as well.",
  ),
});
