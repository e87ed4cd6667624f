import type { ahead as reference } from '../en/ahead.js';
import type { Same } from '../shape.js';

export const ahead: Same<typeof reference> = {
  migrate: {
    title: 'الانتقال إلى نسخة أخرى من المسار النموذجي', lead: 'تُحتسب المحطات حسب النسخة الجديدة، ويبقى ما أُنجز أو أُرسل أو حُدد يدويا على حاله. لا يُحفظ شيء قبل موافقتكم.',
    newest: 'تتبع هذه الاتفاقية أحدث نسخة.', to: 'النسخة', rest: 'باقي المحطات', restRecompute: 'تُحتسب حسب القواعد الجديدة', restKeep: 'تحتفظ بآجالها',
    changes: { keep: 'دون تغيير', shift: 'أجل آخر', recompute: 'الأجل نفسه', add: 'جديدة', remove: 'متخلى عنها', leaveOut: 'غير منطبقة' },
    decision: 'القرار', decisions: { none: 'حسب القواعد', keep: 'الإبقاء', recompute: 'إعادة الاحتساب', add: 'الإضافة', leaveOut: 'عدم الإدراج', remove: 'التخلي', shift: 'التأجيل بأيام' }, days: 'الأيام',
    reminders: 'لا يتغير أي تذكير |||| يتغير تذكير واحد |||| يتغير تذكيران |||| تتغير %{smart_count} تذكيرات |||| يتغير %{smart_count} تذكيرا |||| يتغير %{smart_count} تذكير', save: 'تغيير النسخة', done: 'أصبحت الاتفاقية تتبع النسخة الأخرى.', unchanged: 'المحطات التي لم تتغير: %{count}',
  },
  simulate: {
    title: 'محاكاة المسار', lead: 'ما سيحدث لو أُنجزت كل محطة بعد أجلها بهذا العدد من الأيام. لا يُحفظ شيء ولا تُوجَّه أي رسالة.',
    years: 'السنوات', daysLate: 'أيام التأخر', termYears: 'مدة الاتفاقية بالسنوات (فارغ: دون نهاية)', run: 'تشغيل المحاكاة', until: 'المحاكاة إلى غاية %{date}',
    steps: 'المحطات', mails: 'الرسائل', events: 'التواريخ المرجعية', assumed: 'مفترض', due: 'الأجل %{date}', done: 'أُنجزت في %{date}', noMails: 'لن تُوجَّه أي رسالة.',
  },
};
