import type { Language } from '@tawama/contracts';
import type { MailBase, MailInput, MailItem } from './types.js';

const CLUB = { ar: 'نادي السمارة الدولي للمدن المتوأمة', fr: 'Club international des villes jumelées de Smara', en: 'Smara International Club of Twinned Cities' };
const COORDINATOR = { ar: 'منسق النادي (عرض تجريبي)', fr: 'Coordination du club (démonstration)', en: 'Club coordinator (demonstration)' };
const RECIPIENT = { ar: 'المكلفة بالشؤون القانونية', fr: 'Référente juridique', en: 'Focal point of Vijayawada' };

export const base = (language: Language): MailBase => ({
  language, clubName: CLUB, recipient: { name: RECIPIENT[language] },
  coordinator: { name: COORDINATOR[language], email: 'coordinator@smara.example' }, dashboardUrl: 'https://club.example/',
});

export const item = (changes: Partial<MailItem> = {}): MailItem => ({
  milestoneId: '019a0000-0000-7000-8000-000000000001', title: { ar: 'تعيين نقطتي الاتصال لدى الطرفين', fr: 'Désignation des points focaux des deux parties', en: 'Focal points named on both sides' },
  agreementId: '019a0000-0000-7000-8000-0000000000a1', agreementTitle: { ar: 'اتفاقية التوأمة بين السمارة وفجاياوادا', fr: 'Convention de jumelage entre Smara et Vijayawada', en: 'Twinning agreement between Smara and Vijayawada' },
  cityName: { ar: 'فجاياوادا', fr: 'Vijayawada', en: 'Vijayawada' }, stageTitle: { ar: 'الانطلاق', fr: 'Lancement', en: 'Launch' }, dueOn: '2026-11-23', daysLeft: 3,
  evidence: { ar: 'رسالتا التعيين', fr: 'Lettres de désignation', en: 'Letters of appointment' }, waitingOn: null, rung: 'd-7', role: 'owner', ownerName: null,
  url: 'https://club.example/#/milestones/019a0000-0000-7000-8000-000000000001/show', ...changes,
});

export const digestItems = (): MailItem[] => [
  item({ milestoneId: 'm2', daysLeft: 0, dueOn: '2026-11-23', rung: 'd0' }),
  item({ milestoneId: 'm3', title: { ar: 'تنصيب اللجنة المشتركة للتتبع', fr: 'Installation du comité mixte de suivi', en: 'Joint follow-up committee installed' }, daysLeft: 7, dueOn: '2026-11-30', waitingOn: 'both', evidence: { ar: 'محضر', fr: 'Procès-verbal', en: 'Minutes' } }),
  item({
    milestoneId: 'm1', title: { ar: 'تأشيرة العامل', fr: 'Visa du gouverneur', en: 'Visa of the governor' }, agreementId: 'a2', agreementTitle: { ar: 'مشروع اتفاقية التوأمة بين السمارة ودكار', fr: 'Projet de convention de jumelage entre Smara et Dakar', en: 'Draft twinning agreement between Smara and Dakar' },
    cityName: { ar: 'دكار', fr: 'Dakar', en: 'Dakar' }, stageTitle: { ar: 'المصادقة', fr: 'Approbation', en: 'Approval' }, dueOn: '2026-11-12', daysLeft: -11, waitingOn: 'governor', evidence: { ar: 'نسخة من التأشيرة', fr: 'Copie du visa', en: 'Copy of the visa' }, rung: 'd+10', role: 'coordinator', ownerName: 'A. Demo',
  }),
];

export const samples = (language: Language): Record<string, MailInput> => {
  const common = base(language);
  const account = { ...common, link: 'https://club.example/#/reset?token=Zk3vQ0w8h2m5n7p9r1t4x6z8', accountEmail: 'legal@smara.example' };
  return {
    reminder: { ...common, kind: 'reminder', localDate: '2026-11-20', late: false, items: [item()] },
    reminderLate: { ...common, kind: 'reminder', localDate: '2026-11-26', late: true, items: [item({ daysLeft: -3, rung: 'd+3' })] },
    partner: { ...common, kind: 'reminder', localDate: '2026-11-23', late: false, items: [item({ daysLeft: 0, rung: 'd0', role: 'counterpart', url: null, waitingOn: 'partnerCity' })] },
    digest: { ...common, kind: 'reminder', localDate: '2026-11-23', late: false, items: digestItems() },
    weekly: { ...common, kind: 'reminder', localDate: '2026-12-21', late: false, items: digestItems().map((one) => ({ ...one, role: 'owner', rung: 'digest-1', daysLeft: one.daysLeft - 28 })) },
    mandates: {
      ...common, kind: 'reminder', localDate: '2026-11-23', late: false, items: digestItems(),
      mandates: [{ name: 'Y. Demo', function: 'finance', endsOn: '2027-01-20', steps: 3, url: 'https://club.example/people/019a0000-0000-7000-8000-0000000000c1' }, { name: 'A. Focal', function: 'focalPoint', endsOn: '2026-12-31', steps: 1, url: 'https://club.example/people/019a0000-0000-7000-8000-0000000000c2' }],
    },
    catchUp: { ...common, kind: 'catchUp', localDate: '2026-12-23', late: true, items: digestItems().map((one) => ({ ...one, daysLeft: one.daysLeft - 30, rung: null })) },
    escalation: { ...common, kind: 'escalation', localDate: '2026-12-14', late: false, items: [item({ daysLeft: -21, rung: 'd+21', role: 'president', ownerName: 'A. Demo', waitingOn: 'partnerCouncil', url: null })] },
    invitation: { ...account, kind: 'invitation', validHours: 72, invitedBy: 'Admin' },
    passwordReset: { ...account, kind: 'passwordReset', validHours: 2, invitedBy: null },
    firstAdministrator: { ...account, kind: 'firstAdministrator', validHours: 48, invitedBy: null },
    test: { ...common, kind: 'test', localDate: '2026-11-23' },
  };
};
