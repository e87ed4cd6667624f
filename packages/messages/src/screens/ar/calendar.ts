import type { calendar as reference } from '../en/calendar.js';
import type { Same } from '../shape.js';

export const calendar: Same<typeof reference> = {
  title: 'الرزنامة',
  month: 'الشهر',
  list: 'لائحة',
  view: 'العرض',
  previous: 'الشهر السابق',
  next: 'الشهر الموالي',
  today: 'اليوم',
  more: 'لا محطة أخرى |||| محطة أخرى |||| محطتان أخريان |||| %{smart_count} محطات أخرى |||| %{smart_count} محطة أخرى |||| %{smart_count} محطة أخرى',
  nothing: 'لا أجل خلال هذا الشهر.',
  capped: 'تعرض أولى محطات الشهر فقط (%{count}).',
  onlyMine: 'محطاتي فقط',
  finished: 'مع المنجزة',
  holiday: 'عطلة: %{name}',
  session: 'دورة المجلس: %{council} · %{certainty}',
};
