import { afterEvent, afterStep, by, byWithPartner, step, text } from './step.js';

const TO_VERIFY = text('للتحقق من طرف المراجع القانوني.', 'À vérifier par le relecteur juridique.', 'To verify by the legal reviewer.');

/** Rows 1.1 to 1.6. */
export const PREPARATION = [
  step({
    key: 'letter-of-intent', number: '1.1', stage: 'preparation',
    title: text('رسالة إعلان النوايا: إرسالها أو التوصل بها', "Lettre d'intention envoyée ou reçue", 'Letter of intent sent or received'),
    responsible: byWithPartner({ function: 'coordinator' }),
    due: afterEvent('opened', 0),
    evidence: text('الرسالة', 'La lettre', 'The letter'),
  }),
  step({
    key: 'partner-profile', number: '1.2', stage: 'preparation',
    title: text('بطاقة تعريفية بالشريك: محاور التعاون وجهات الاتصال لدى الطرفين', 'Fiche du partenaire : thèmes et contacts des deux côtés', 'Partner profile: themes and contacts on both sides'),
    responsible: by({ function: 'coordinator' }),
    due: afterEvent('opened', 15),
    evidence: text('البطاقة التعريفية', 'La fiche', 'The profile'),
  }),
  step({
    key: 'first-meeting', number: '1.3', stage: 'preparation',
    title: text('أول زيارة أو اجتماع عن بعد', 'Première visite ou visioconférence', 'First visit or video meeting'),
    responsible: byWithPartner({ function: 'coordinator', authority: 'both' }),
    due: afterEvent('opened', 60),
    evidence: text('محضر الاجتماع', 'Le compte rendu', 'The minutes'),
  }),
  step({
    key: 'draft-convention', number: '1.4', stage: 'preparation',
    title: text(
      'مشروع الاتفاقية بالعربية والفرنسية والإنجليزية: المحاور والالتزامات واللجنة والمدة والتجديد والإنهاء',
      'Projet de convention en arabe, français et anglais : axes, engagements, comité, durée, renouvellement, fin',
      'Draft convention in Arabic, French and English: axes, commitments, committee, duration, renewal, end',
    ),
    responsible: byWithPartner({ function: 'legal' }),
    due: afterEvent('opened', 75),
    evidence: text('مشروع الاتفاقية في ثلاث لغات', 'Le projet en trois langues', 'The draft in three languages'),
  }),
  step({
    key: 'legal-review', number: '1.5', stage: 'preparation',
    title: text('المراجعة القانونية لمشروع الاتفاقية', 'Relecture juridique du projet', 'Legal review of the draft'),
    responsible: by({ function: 'legal' }),
    due: afterStep('draft-convention', 10),
    evidence: text('الرأي القانوني', "L'avis juridique", 'The legal opinion'),
  }),
  step({
    key: 'prior-consultation', number: '1.6', stage: 'preparation',
    title: text('الاستشارة القبلية للسلطات المختصة', 'Consultation préalable des autorités', 'Prior consultation of the authorities'),
    responsible: by({ authority: 'president' }),
    due: afterStep('draft-convention', 15),
    evidence: text('المراسلات', 'Les lettres', 'The letters'),
    certainty: 'toVerify', note: TO_VERIFY,
  }),
];
