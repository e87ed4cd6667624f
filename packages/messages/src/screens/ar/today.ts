import type { today as reference } from '../en/today.js';
import type { Same } from '../shape.js';

export const today: Same<typeof reference> = {
  active: 'لا اتفاقية سارية |||| اتفاقية سارية |||| اتفاقيتان ساريتان |||| %{smart_count} اتفاقيات سارية |||| %{smart_count} اتفاقية سارية |||| %{smart_count} اتفاقية سارية',
  preparing: 'لا اتفاقية قيد الإعداد |||| اتفاقية قيد الإعداد |||| اتفاقيتان قيد الإعداد |||| %{smart_count} اتفاقيات قيد الإعداد |||| %{smart_count} اتفاقية قيد الإعداد |||| %{smart_count} اتفاقية قيد الإعداد',
  late: 'لا اتفاقية متأخرة |||| اتفاقية متأخرة |||| اتفاقيتان متأخرتان |||| %{smart_count} اتفاقيات متأخرة |||| %{smart_count} اتفاقية متأخرة |||| %{smart_count} اتفاقية متأخرة',
  pendingCities: 'لا مدينة في انتظار التأكيد |||| مدينة في انتظار التأكيد |||| مدينتان في انتظار التأكيد |||| %{smart_count} مدن في انتظار التأكيد |||| %{smart_count} مدينة في انتظار التأكيد |||| %{smart_count} مدينة في انتظار التأكيد',
  renewals: 'لا اتفاقية حان تجديدها |||| اتفاقية حان تجديدها |||| اتفاقيتان حان تجديدهما |||| %{smart_count} اتفاقيات حان تجديدها |||| %{smart_count} اتفاقية حان تجديدها |||| %{smart_count} اتفاقية حان تجديدها',
  rows: 'الاتفاقيات، الأكثر استعجالا أولا',
  columns: { agreement: 'الاتفاقية', stage: 'المرحلة', next: 'المحطة المقبلة', due: 'الأجل', state: 'الوضعية', waitingOn: 'في انتظار', lastContact: 'آخر تواصل', actions: 'إجراءات' },
  noNext: 'لا محطة مقبلة',
  nobody: '—',
  noContact: 'لم يسجل بعد',
  by: 'مع %{name}',
  provisional: 'تاريخ متوقع',
  bands: 'محطاتي',
  band: { overdue: 'متأخرة', dueToday: 'أجلها اليوم', next7Days: 'خلال 7 أيام', toReview: 'في انتظار مراجعتكم', waitingOnOthers: 'في انتظار الغير' },
  bandEmpty: { overdue: 'لا محطة متأخرة.', dueToday: 'لا محطة أجلها اليوم.', next7Days: 'لا محطة أجلها خلال الأيام السبعة المقبلة.', toReview: 'لا شيء في انتظار مراجعتكم.', waitingOnOthers: 'لا ننتظر أي جهة حاليا.' },
  handovers: 'تعيين الخلف', handoverOf: 'تنتهي المهمة في %{date}',
  bandMore: 'عرض الكل (%{count})',
  home: 'من جهة %{city}',
};
