import type { sessions as reference } from '../en/sessions.js';
import type { Same } from '../shape.js';

export const sessions: Same<typeof reference> = {
  title: 'يومية دورات المجلس',
  lead: 'دورات المجالس كما يحدد القانون مواعيدها، إلى أن يُسجل التاريخ الذي وُجهت الدعوة لعقدها فيه. وتُحتسب عليها المحطات التي يحل أجلها قبل دورة.',
  view: 'العرض',
  upcoming: 'المقبلة',
  past: 'السابقة',
  add: 'إضافة دورة',
  editTitle: 'تعديل الدورة',
  convene: 'تسجيل تاريخ الانعقاد…',
  conveneTitle: 'تاريخ انعقاد الدورة',
  announcedOn: 'الموعد المرتقب:',
  empty: 'لا دورة مقبلة',
  emptyHint: 'أضيفوا الدورة المقبلة لأحد المجالس.',
  nonePast: 'لا دورة سابقة',
  on: 'التاريخ',
  fromTo: 'من %{from} إلى %{to}',
  beginsOn: 'اليوم الأول',
  endsOn: 'اليوم الأخير',
  council: 'المجلس',
  everyCouncil: 'كل المجالس',
  councilHint: 'تقوم دورة المجلس المسجلة باسمه، خلال شهرها، مقام الدورة المرتقبة لكل المجالس.',
  kind: 'النوع',
  certainty: 'الحالة',
  sourceHint: 'الدعوة إلى الدورة أو جدول أعمالها أو المقرر الذي أُخذت منه.',
  removeHint: 'تُحتسب المحطات التي يحل أجلها قبل هذه الدورة على الدورة الموالية.',
};
