import type { Axis, LocalisedText, ProjectStep } from '@tawama/contracts';

type Words = { ar: string; fr: string; en: string };
/**
 * Projects that the demonstration invents. Whatever is not done yet is due in spring 2026 at the earliest, so that nobody is reminded of it
 * in the first weeks that are played.
 */
export interface ProjectFact {
  /** partner cities of the agreements that it serves; the first one's leads */
  partners: readonly string[];
  axis: Axis; title: Words; place: string; startsOn: string; endsOn: string;
  budget: { amount: number; currency: string; funder: string | null } | null;
  beneficiaries: { planned: number; reached: number | null };
  indicator: { label: Words; unit: string | null; baseline: number; target: number };
  steps: Partial<Record<ProjectStep, string>>;
  /** steps that were done, with their day */
  done: Partial<Record<ProjectStep, string>>;
  measured: readonly { on: string; value: number }[];
  status: 'planned' | 'running' | 'completed';
  /** drawn, not taken: a picture of the demonstration is no photograph of anything */
  photos?: readonly { caption: string; takenOn: string; drawing: 'tent' | 'trees' }[];
}

export const DEMO_PROJECTS: readonly ProjectFact[] = [
  {
    partners: ['niamey', 'agadez'], axis: 'culture', place: 'السمارة، نيامي، أغاديز', startsOn: '2025-12-08', endsOn: '2026-09-30', status: 'running',
    title: { ar: 'معرض متنقل للصناعة التقليدية', fr: 'Exposition itinérante d’artisanat', en: 'Travelling exhibition of crafts' },
    budget: { amount: 420_000, currency: 'MAD', funder: null }, beneficiaries: { planned: 2_000, reached: 850 },
    indicator: { label: { ar: 'عدد الزوار', fr: 'Nombre de visiteurs', en: 'Visitors' }, unit: null, baseline: 0, target: 2_000 },
    steps: { progress: '2026-05-20', visit: '2026-06-24' }, done: { start: '2025-12-08' }, measured: [{ on: '2025-12-20', value: 400 }, { on: '2026-01-18', value: 850 }],
    photos: [{ caption: 'خيمة المعرض (رسم توضيحي)', takenOn: '2025-12-20', drawing: 'tent' }],
  },
  {
    partners: ['timbuktu'], axis: 'environment', place: 'تومبكتو', startsOn: '2025-12-15', endsOn: '2026-11-30', status: 'running',
    title: { ar: 'حزام أخضر بأشجار مقاومة للجفاف', fr: 'Ceinture verte d’arbres résistants à la sécheresse', en: 'Green belt of drought-resistant trees' },
    budget: { amount: 650_000, currency: 'MAD', funder: null }, beneficiaries: { planned: 12_000, reached: null },
    indicator: { label: { ar: 'عدد الأشجار المغروسة', fr: 'Arbres plantés', en: 'Trees planted' }, unit: null, baseline: 0, target: 5_000 },
    steps: { progress: '2026-06-10', visit: '2026-09-16' }, done: { start: '2025-12-15' }, measured: [{ on: '2026-01-15', value: 600 }],
    photos: [{ caption: 'أشجار الحزام الأخضر (رسم توضيحي)', takenOn: '2026-01-15', drawing: 'trees' }],
  },
  {
    partners: ['ndjamena'], axis: 'governance', place: 'نجامينا', startsOn: '2025-11-24', endsOn: '2026-01-09', status: 'completed',
    title: { ar: 'تكوين في رقمنة الحالة المدنية', fr: 'Formation à la numérisation de l’état civil', en: 'Training in digital civil registration' },
    budget: { amount: 90_000, currency: 'MAD', funder: null }, beneficiaries: { planned: 24, reached: 26 },
    indicator: { label: { ar: 'عدد الموظفين المكوَّنين', fr: 'Agents formés', en: 'Officers trained' }, unit: null, baseline: 0, target: 24 },
    steps: {}, done: { start: '2025-11-24', progress: '2025-12-15', visit: '2025-12-29', completion: '2026-01-09' }, measured: [{ on: '2026-01-09', value: 26 }],
  },
  {
    partners: ['porto-novo'], axis: 'economy', place: 'بورتو نوفو', startsOn: '2026-05-04', endsOn: '2026-12-18', status: 'planned',
    title: { ar: 'سوق مشتركة لمنتجات التعاونيات', fr: 'Marché commun des produits de coopératives', en: 'Joint market for products of cooperatives' },
    budget: null, beneficiaries: { planned: 300, reached: null },
    indicator: { label: { ar: 'عدد التعاونيات المشاركة', fr: 'Coopératives participantes', en: 'Cooperatives taking part' }, unit: null, baseline: 0, target: 40 },
    steps: {}, done: {}, measured: [],
  },
  {
    partners: ['vijayawada'], axis: 'science', place: 'فجاياوادا', startsOn: '2026-06-01', endsOn: '2027-05-31', status: 'planned',
    title: { ar: 'دراسة مشتركة لضخ المياه بالطاقة الشمسية', fr: 'Étude conjointe du pompage solaire de l’eau', en: 'Joint study of solar water pumping' },
    budget: null, beneficiaries: { planned: 1_500, reached: null },
    indicator: { label: { ar: 'كلفة المتر المكعب من الماء', fr: 'Coût du mètre cube d’eau', en: 'Cost of a cubic metre of water' }, unit: 'MAD', baseline: 14, target: 8 },
    steps: {}, done: {}, measured: [],
  },
];

/** Articles that the demonstration invents: the signed texts are not published. */
export interface ArticleFact { partner: string; number: string; text: LocalisedText; steps: readonly string[]; projects: readonly string[] }

const COMMITTEE: LocalisedText = { ar: 'تُحدث لجنة مشتركة لتتبع تنفيذ الاتفاقية.', fr: 'Un comité mixte suit l’exécution de la convention.', en: 'A joint committee follows how the agreement is carried out.' };
export const DEMO_ARTICLES: readonly ArticleFact[] = [
  { partner: 'niamey', number: '1', text: COMMITTEE, steps: ['joint-committee'], projects: [] },
  { partner: 'niamey', number: '2', text: { ar: 'يعين كل طرف نقطة اتصال.', fr: 'Chaque partie désigne un point focal.', en: 'Each side names a focal point.' }, steps: ['focal-points'], projects: [] },
  { partner: 'niamey', number: '3', text: { ar: 'يُعد الطرفان برنامج عمل سنويا.', fr: 'Les parties établissent un plan d’action annuel.', en: 'Both sides draw up an annual action plan.' }, steps: ['action-plan'], projects: [] },
  { partner: 'niamey', number: '4', text: { ar: 'يشجع الطرفان التبادل الثقافي والصناعة التقليدية.', fr: 'Les parties encouragent les échanges culturels et l’artisanat.', en: 'Both sides encourage cultural exchange and crafts.' }, steps: [], projects: ['Travelling exhibition of crafts'] },
  { partner: 'niamey', number: '5', text: { ar: 'يتبادل الطرفان الخبرات في تدبير المرافق الجماعية.', fr: 'Les parties échangent leur expérience des services communaux.', en: 'Both sides share their experience of municipal services.' }, steps: [], projects: [] },
  { partner: 'ndjamena', number: '1', text: COMMITTEE, steps: ['joint-committee'], projects: [] },
  { partner: 'ndjamena', number: '2', text: { ar: 'ينظم الطرفان دورات تكوينية لفائدة موظفي الجماعتين.', fr: 'Les parties organisent des formations pour les agents des deux communes.', en: 'Both sides organise training for the staff of both communes.' }, steps: [], projects: ['Training in digital civil registration'] },
];
