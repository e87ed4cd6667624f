import type { TemplateEvent, TemplateStage } from '@tawama/workflow';
import { text } from './step.js';

/** The stages of an agreement's life, in order; a template takes those it uses. */
export const STAGE_WORDS = {
  preparation: { key: 'preparation', title: text('التحضير', 'Préparation', 'Preparation') },
  approval: { key: 'approval', title: text('المصادقة', 'Approbation', 'Approval') },
  signature: { key: 'signature', title: text('التوقيع', 'Signature', 'Signature') },
  launch: { key: 'launch', title: text('الانطلاق', 'Lancement', 'Launch') },
  implementation: { key: 'implementation', title: text('التنزيل', 'Mise en œuvre', 'Implementation') },
  review: { key: 'review', title: text('التقييم', 'Évaluation', 'Review') },
  renewal: { key: 'renewal', title: text('التجديد', 'Renouvellement', 'Renewal') },
} satisfies Record<string, TemplateStage>;

/** Every date of reference. Entry into force is the signature unless the convention says otherwise; an agreement ends when it expires unless it ended before. */
export const EVENTS: TemplateEvent[] = [
  { key: 'opened', title: text('فتح الملف', 'Ouverture du dossier', 'File opened') },
  { key: 'councilSession', title: text('دورة المجلس', 'Session du conseil', 'Council session') },
  { key: 'deliberation', title: text('اعتماد المقرر', 'Délibération adoptée', 'Deliberation adopted') },
  { key: 'receivedByProvince', title: text('إيداع الملف لدى العمالة (وصل الإيداع)', 'Dossier reçu par la province (récépissé)', 'File received by the province') },
  { key: 'visa', title: text('تأشيرة العامل', 'Visa du gouverneur', 'Visa of the governor') },
  { key: 'partnerApproval', title: text('مصادقة الطرف الشريك', 'Approbation du partenaire', 'Partner approval') },
  { key: 'signed', title: text('توقيع الاتفاقية', 'Signature de la convention', 'Convention signed') },
  { key: 'inForce', title: text('الدخول حيز التنفيذ', 'Entrée en vigueur', 'In force'), defaultsTo: 'signed' },
  { key: 'committeeInstalled', title: text('تنصيب اللجنة المشتركة للتتبع', 'Installation du comité mixte de suivi', 'Joint committee installed') },
  { key: 'planAdopted', title: text('اعتماد برنامج العمل السنوي', "Adoption du plan d'action annuel", 'Annual plan adopted') },
  { key: 'expiry', title: text('انتهاء مدة الاتفاقية', 'Échéance de la convention', 'Expiry of the convention') },
  { key: 'ended', title: text('إنهاء الاتفاقية', 'Fin de la convention', 'End of the convention'), defaultsTo: 'expiry' },
];
