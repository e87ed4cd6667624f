/**
 * What the demonstration pretends has happened between the signatures and 26 January 2026, so that the first picture is
 * alive: told day by day and played through the ordinary commands, so every date, reminder and journal entry comes about
 * as in real life. Every record it touches is tagged as demonstration.
 */
export type Deed =
  | { partner: string; on: string; milestone: string; done: string }
  | { partner: string; on: string; milestone: string; submitted: string; note: string }
  | { partner: string; on: string; milestone: string; dueOn: string; reason: string }
  | { partner: string; on: string; milestone: string; blocked: string }
  | { partner: string; on: string; milestone: string; withFocalPoint: true }
  | { partner: string; on: string; noted: string }
  | { partner: string; on: string; contact: 'called' | 'wrote' | 'met'; line: string };

const IDENTITY = 'في انتظار تأكيد هوية المدينة المعنية';

/** The launch steps of a signed agreement that went well, each on its day. */
const launched = (partner: string, focalPoints: string, committee: string): Deed[] => [
  { partner, on: focalPoints, milestone: 'focal-points', done: focalPoints },
  { partner, on: committee, milestone: 'joint-committee', done: committee },
  { partner, on: committee, milestone: 'action-plan', withFocalPoint: true },
  { partner, on: '2026-01-09', milestone: 'progress-report#1', done: '2026-01-08' },
];

/** A file whose city is not identified yet: its first steps are put off, with the reason. */
const awaitingIdentity = (partner: string): Deed[] => [
  { partner, on: '2025-11-03', milestone: 'letter-of-intent', dueOn: '2026-02-16', reason: IDENTITY },
  { partner, on: '2025-11-03', milestone: 'partner-profile', dueOn: '2026-03-02', reason: IDENTITY },
  { partner, on: '2025-11-03', milestone: 'first-meeting', dueOn: '2026-04-15', reason: IDENTITY },
  { partner, on: '2025-11-03', milestone: 'draft-convention', dueOn: '2026-04-30', reason: IDENTITY },
];

const TOLD: Deed[] = [
  ...launched('ndjamena', '2025-11-11', '2025-12-22'),
  { partner: 'ndjamena', on: '2026-01-20', contact: 'called', line: 'مكالمة بشأن مشروع برنامج العمل السنوي' },

  ...launched('niamey', '2025-11-10', '2025-12-15'),
  { partner: 'niamey', on: '2026-01-19', milestone: 'action-plan', done: '2026-01-19' },
  { partner: 'niamey', on: '2026-01-19', contact: 'met', line: 'اجتماع عن بعد: المصادقة على برنامج العمل' },

  { partner: 'niamey', on: '2026-01-20', noted: 'يُقترح عرض برنامج العمل على المجلس في دورة فبراير.' },

  { partner: 'agadez', on: '2025-11-14', milestone: 'focal-points', done: '2025-11-14' },
  { partner: 'agadez', on: '2025-12-19', contact: 'wrote', line: 'مراسلة لتحديد تاريخ تنصيب اللجنة المشتركة، دون جواب' },

  ...launched('timbuktu', '2025-11-13', '2025-12-29'),
  { partner: 'timbuktu', on: '2026-01-23', milestone: 'action-plan', submitted: '2026-01-22', note: 'برنامج العمل السنوي موقع من الطرفين' },
  { partner: 'timbuktu', on: '2026-01-23', contact: 'wrote', line: 'التوصل ببرنامج العمل بالبريد الإلكتروني' },

  ...launched('porto-novo', '2025-11-12', '2025-12-18'),
  { partner: 'porto-novo', on: '2026-01-15', milestone: 'action-plan', dueOn: '2026-02-03', reason: 'بطلب من الشريك، بعد اجتماع مجلسه' },
  { partner: 'porto-novo', on: '2026-01-15', contact: 'called', line: 'طلب الشريك تأجيل برنامج العمل إلى بداية فبراير' },

  ...launched('banjul', '2025-11-14', '2025-12-30'),
  { partner: 'banjul', on: '2026-01-08', contact: 'met', line: 'لقاء مع الوفد على هامش ملتقى إفريقي' },

  ...launched('vijayawada', '2025-11-14', '2025-12-29'),
  { partner: 'vijayawada', on: '2026-01-21', contact: 'wrote', line: 'إرسال مسودة برنامج العمل بالإنجليزية' },

  { partner: 'keur-massar', on: '2025-11-14', milestone: 'focal-points', done: '2025-11-14' },
  { partner: 'keur-massar', on: '2025-12-26', milestone: 'joint-committee', blocked: 'تجديد مجلس المدينة الشريكة: في انتظار تعيين أعضاء اللجنة' },
  { partner: 'keur-massar', on: '2026-01-12', contact: 'called', line: 'ننتظر تعيين ممثلي الشريك في اللجنة' },

  ...launched('parakou', '2025-11-13', '2025-12-23'),
  { partner: 'parakou', on: '2026-01-16', contact: 'wrote', line: 'اقتراح محورين: الاقتصاد المحلي والثقافة' },

  { partner: 'brikama', on: '2025-12-31', noted: 'عنوان نقطة الاتصال يحتاج إلى التحقق لدى المدينة الشريكة.' },
  { partner: 'brikama', on: '2025-11-28', contact: 'wrote', line: 'طلب تعيين نقطة الاتصال، دون جواب' },
  { partner: 'brikama', on: '2025-12-30', milestone: 'joint-committee', done: '2025-12-30' },

  { partner: 'dakar', on: '2025-10-30', milestone: 'letter-of-intent', done: '2025-10-27' },
  { partner: 'dakar', on: '2025-11-10', milestone: 'partner-profile', done: '2025-11-10' },
  { partner: 'dakar', on: '2025-12-16', milestone: 'first-meeting', done: '2025-12-16' },
  { partner: 'dakar', on: '2026-01-09', milestone: 'draft-convention', done: '2026-01-09' },
  { partner: 'dakar', on: '2026-01-12', milestone: 'legal-review', done: '2026-01-12' },
  { partner: 'dakar', on: '2026-01-13', milestone: 'council-agenda', done: '2026-01-13' },
  // An extraordinary session; the province has the file since a Monday, and the last day of the visa falls on a Sunday.
  { partner: 'dakar', on: '2026-01-16', milestone: 'council-deliberation', done: '2026-01-16' },
  { partner: 'dakar', on: '2026-01-19', milestone: 'sent-to-governor', done: '2026-01-19' },
  { partner: 'dakar', on: '2026-01-22', milestone: 'prior-consultation', dueOn: '2026-01-30', reason: 'الاستشارة جارية' },
  { partner: 'dakar', on: '2026-01-22', contact: 'called', line: 'الشريك ينتظر تأشيرة العامل قبل عرض الاتفاقية على مجلسه' },

  { partner: 'ouagadougou', on: '2025-10-30', milestone: 'letter-of-intent', done: '2025-10-27' },
  { partner: 'ouagadougou', on: '2025-11-11', milestone: 'partner-profile', done: '2025-11-11' },
  { partner: 'ouagadougou', on: '2025-12-23', milestone: 'first-meeting', done: '2025-12-23' },
  { partner: 'ouagadougou', on: '2026-01-09', milestone: 'draft-convention', done: '2026-01-09' },
  { partner: 'ouagadougou', on: '2026-01-13', contact: 'wrote', line: 'إحالة المشروع على المراجعة القانونية' },

  { partner: 'mableton', on: '2025-10-31', milestone: 'letter-of-intent', done: '2025-10-27' },
  { partner: 'mableton', on: '2025-11-11', milestone: 'partner-profile', done: '2025-11-11' },
  { partner: 'mableton', on: '2025-12-26', milestone: 'first-meeting', done: '2025-12-26' },
  { partner: 'mableton', on: '2026-01-07', milestone: 'draft-convention', dueOn: '2026-02-10', reason: 'الصيغة الإنجليزية قيد المراجعة لدى الشريك' },
  { partner: 'mableton', on: '2026-01-07', contact: 'met', line: 'اجتماع عن بعد حول مشروع الاتفاقية' },

  { partner: 'north-miami', on: '2025-10-31', milestone: 'letter-of-intent', done: '2025-10-27' },
  { partner: 'north-miami', on: '2025-11-11', milestone: 'partner-profile', done: '2025-11-11' },
  { partner: 'north-miami', on: '2025-12-05', contact: 'wrote', line: 'اقتراح ثلاثة تواريخ للاجتماع الأول، دون جواب' },

  ...awaitingIdentity('oakland'),
  ...awaitingIdentity('orel'),
  ...awaitingIdentity('north-shore'),
];

/** In the order of time; deeds of one day keep the order in which they are told. */
export const DEMO_STORY: readonly Deed[] = TOLD.map((deed, place) => ({ deed, place })).sort((a, b) => (a.deed.on < b.deed.on ? -1 : a.deed.on > b.deed.on ? 1 : a.place - b.place)).map(({ deed }) => deed);
