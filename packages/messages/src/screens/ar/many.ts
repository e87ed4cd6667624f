import type { many as reference } from '../en/many.js';
import type { Same } from '../shape.js';

export const many: Same<typeof reference> = {
  title: 'المحطات المختارة', pick: 'اختيار %{name}', pickPage: 'اختيار جميع محطات هذه الصفحة',
  chosen: 'لم تُختر أي محطة |||| اختيرت محطة واحدة |||| اختيرت محطتان |||| اختيرت %{smart_count} محطات |||| اختيرت %{smart_count} محطة |||| اختيرت %{smart_count} محطة', clear: 'إلغاء الاختيار',
  tooMany: 'لا يمكن تجاوز %{most} محطة دفعة واحدة: المرجو تقليص الاختيار.', lead: 'تُسجَّل كل محطة أو تُرفض على حدة.', preview: 'معاينة', close: 'إغلاق', sameCounterpart: 'دون تغيير',
  summary: 'سُجِّل: %{done} من أصل %{all}.', wouldSummary: 'ممكن: %{done} من أصل %{all}.', nothingSaved: 'لم يُحفظ شيء بعد.', refusedStay: 'تبقى المحطات المرفوضة مختارة.',
  done: 'تم التسجيل', canBeDone: 'ممكن', moves: 'لا يتغير أجل محطة أخرى |||| يتغير أجل محطة أخرى |||| يتغير أجل محطتين أخريين |||| يتغير أجل %{smart_count} محطات أخرى |||| يتغير أجل %{smart_count} محطة أخرى |||| يتغير أجل %{smart_count} محطة أخرى',
};
