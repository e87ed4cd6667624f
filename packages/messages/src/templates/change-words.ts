import type { Language, TemplateChange } from '@tawama/contracts';

type Place = Record<'named' | 'added' | 'removed' | 'movedFirst' | 'movedAfter', string>;
/** What stands after the name of the part; `was` and `now` frame the two values. */
type Field = Record<Exclude<TemplateChange['kind'], 'added' | 'removed' | 'moved' | 'other'>, string>;
export type ChangeWords = Record<Exclude<TemplateChange['part'], 'template'>, Place> & { template: string; field: Field; other: string; wasNow: string; nothing: string; once: string; always: string; lawful: string; unbound: string; nobody: string; counterpart: string; orToday: string; asClub: string; asTemplate: string };

const en: ChangeWords = {
  template: 'The template',
  stage: { named: 'Stage {name}', added: 'Stage added: {name}', removed: 'Stage removed: {name}', movedFirst: 'Order changed: stage {name} now comes first', movedAfter: 'Order changed: stage {name} now comes after {after}' },
  event: { named: 'Reference date {name}', added: 'Reference date added: {name}', removed: 'Reference date removed: {name}', movedFirst: 'Order changed: reference date {name} now comes first', movedAfter: 'Order changed: reference date {name} now comes after {after}' },
  milestone: { named: 'Step {name}', added: 'Step added: {name}', removed: 'Step removed: {name}', movedFirst: 'Order changed: step {name} now comes first', movedAfter: 'Order changed: step {name} now comes after {after}' },
  field: {
    title: 'renamed', evidence: 'proof changed', note: 'remark changed', number: 'number changed', stage: 'stage changed', certainty: 'legal basis changed', agreementType: 'kind of agreement changed',
    due: 'due rule changed', repeats: 'repetition changed', legal: 'deadline fixed by law changed', after: 'steps waited for changed', when: 'condition changed', gate: 'steps that open it changed', responsible: 'responsible changed', produces: 'recorded dates changed', standIn: 'date that counts instead changed', confirmations: 'sides that confirm changed', reminders: 'reminders changed', proof: 'least proof for acceptance changed', opening: 'beginning changed',
  },
  other: '{part}: another detail changed ({field})',
  wasNow: '{part}: {field}. Was: {from}. Now: {to}.',
  nothing: 'none', once: 'does not come again', always: 'applies to every agreement', lawful: 'yes', unbound: 'no', nobody: 'nobody', counterpart: '{who}, with the partner’s focal point', orToday: '{event}, or the day of opening', asClub: 'those of the club', asTemplate: 'those of the template',
};

const fr: ChangeWords = {
  template: 'Le parcours type',
  stage: { named: 'Phase {name}', added: 'Phase ajoutée : {name}', removed: 'Phase supprimée : {name}', movedFirst: 'Ordre modifié : la phase {name} vient désormais en premier', movedAfter: 'Ordre modifié : la phase {name} vient désormais après {after}' },
  event: { named: 'Date de référence {name}', added: 'Date de référence ajoutée : {name}', removed: 'Date de référence supprimée : {name}', movedFirst: 'Ordre modifié : la date de référence {name} vient désormais en premier', movedAfter: 'Ordre modifié : la date de référence {name} vient désormais après {after}' },
  milestone: { named: 'Jalon {name}', added: 'Jalon ajouté : {name}', removed: 'Jalon supprimé : {name}', movedFirst: 'Ordre modifié : le jalon {name} vient désormais en premier', movedAfter: 'Ordre modifié : le jalon {name} vient désormais après {after}' },
  field: {
    title: 'intitulé modifié', evidence: 'pièce justificative modifiée', note: 'remarque modifiée', number: 'numéro modifié', stage: 'phase modifiée', certainty: 'base légale modifiée', agreementType: 'type de convention modifié',
    due: 'calcul de l’échéance modifié', repeats: 'répétition modifiée', legal: 'délai fixé par la loi modifié', after: 'jalons attendus modifiés', when: 'condition modifiée', gate: 'jalons qui l’ouvrent modifiés', responsible: 'responsable modifié', produces: 'dates enregistrées modifiées', standIn: 'date comptée à défaut modifiée', confirmations: 'parties qui confirment modifiées', reminders: 'rappels modifiés', proof: 'preuve minimale pour l’acceptation modifiée', opening: 'début du parcours modifié',
  },
  other: '{part} : un autre détail a été modifié ({field})',
  wasNow: '{part} : {field}. Avant : {from}. Désormais : {to}.',
  nothing: 'aucune', once: 'ne se répète pas', always: 'vaut pour toute convention', lawful: 'oui', unbound: 'non', nobody: 'personne', counterpart: '{who}, avec le point focal du partenaire', orToday: '{event}, ou le jour d’ouverture du dossier', asClub: 'ceux du club', asTemplate: 'ceux du parcours type',
};

const ar: ChangeWords = {
  template: 'المسار النموذجي',
  stage: { named: 'المرحلة {name}', added: 'إضافة مرحلة: {name}', removed: 'حذف مرحلة: {name}', movedFirst: 'تغيير الترتيب: أصبحت المرحلة {name} في البداية', movedAfter: 'تغيير الترتيب: أصبحت المرحلة {name} بعد {after}' },
  event: { named: 'التاريخ المرجعي {name}', added: 'إضافة تاريخ مرجعي: {name}', removed: 'حذف تاريخ مرجعي: {name}', movedFirst: 'تغيير الترتيب: أصبح التاريخ المرجعي {name} في البداية', movedAfter: 'تغيير الترتيب: أصبح التاريخ المرجعي {name} بعد {after}' },
  milestone: { named: 'المحطة {name}', added: 'إضافة محطة: {name}', removed: 'حذف محطة: {name}', movedFirst: 'تغيير الترتيب: أصبحت المحطة {name} في البداية', movedAfter: 'تغيير الترتيب: أصبحت المحطة {name} بعد {after}' },
  field: {
    title: 'تغيير التسمية', evidence: 'تغيير وثيقة الإثبات', note: 'تغيير الملاحظة', number: 'تغيير الرقم', stage: 'تغيير المرحلة', certainty: 'تغيير الأساس القانوني', agreementType: 'تغيير نوع الاتفاقية',
    due: 'تغيير كيفية احتساب الأجل', repeats: 'تغيير التكرار', legal: 'تغيير صفة الأجل المحدد بالقانون', after: 'تغيير المحطات الواجب إنجازها قبلها', when: 'تغيير شرط الانطباق', gate: 'تغيير المحطات الواجب إنجازها قبل بدايتها', responsible: 'تغيير من عليه الإنجاز', produces: 'تغيير التواريخ المسجلة', standIn: 'تغيير التاريخ المعتمد عند عدم التسجيل', confirmations: 'تغيير من يُطلب منه التأكيد', reminders: 'تغيير التذكيرات', proof: 'تغيير أدنى إثبات للمصادقة', opening: 'تغيير منطلق المسار',
  },
  other: '{part}: تغيير في معطى آخر ({field})',
  wasNow: '{part}: {field}. من قبل: {from}. حاليا: {to}.',
  nothing: 'لا شيء', once: 'لا تتكرر', always: 'تنطبق على كل الاتفاقيات', lawful: 'نعم', unbound: 'لا', nobody: 'لا أحد', counterpart: '{who}، مع نقطة الاتصال لدى الشريك', orToday: '{event}، أو يوم فتح الملف', asClub: 'تذكيرات النادي', asTemplate: 'تذكيرات المسار النموذجي',
};

export const CHANGE_WORDS: Record<Language, ChangeWords> = { ar, fr, en };
