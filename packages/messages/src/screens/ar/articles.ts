import type { articles as reference } from '../en/articles.js';
import type { Same } from '../shape.js';

export const articles: Same<typeof reference> = {
  title: 'بنود الاتفاقية',
  add: 'إضافة بند',
  editTitle: 'تعديل البند',
  number: 'الرقم',
  text: 'مضمون البند باختصار',
  steps: 'المحطات التي تفعّله',
  projects: 'المشاريع التي تفعّله',
  linksHint: 'يُعد البند مفعَّلا متى أُنجزت محطة أو مشروع يفعّله، بوثيقة الإثبات.',
  percent: 'نسبة البنود المفعَّلة: %{percent}',
  none: 'لم يُدرج أي بند بعد',
  noneHint: 'أدرجوا ما تم التوقيع عليه بندا بندا، وحددوا المحطات والمشاريع التي تفعّله.',
  gaps: 'ما ينقص',
  noGaps: 'لا شيء ينقص: لكل بند محطته ووثيقته.',
  gap: { withoutStep: 'لا محطة ولا مشروع بعد', withoutEvidence: 'منجز دون وثيقة إثبات', underway: 'قيد التنزيل' },
  article: 'البند %{number}',
  removed: 'تم حذف البند.',
};
