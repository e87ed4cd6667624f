import type { PlanSheet } from '@tawama/contracts';
import { addDays, laddersOf, isoToInstant, openAgreement, planAllReminders, replan, Roles, type Candidate, type Plan, type PlanPerson, type ZoneTable } from '@tawama/domain';
import { longTemplate } from './template.js';

const TODAY = '2026-06-01';
const NOW = `${TODAY}T10:00:00.000Z`;
const SIGNED = addDays(TODAY, -120);
const PEOPLE: PlanPerson[] = [
  { id: 'coordinator', function: 'coordinator', side: 'home', near: true, active: true }, { id: 'lawyer', function: 'legal', side: 'home', near: true, active: true }, { id: 'focal', function: 'focalPoint', side: 'partner', near: true, active: true },
];
const CITIES = { homeCityId: 'home', partnerCityIds: ['partner'] };

/** What a screen is told of an agreement of so many steps, signed four months ago, whose reminders have been started. */
export function longSheet(steps: number, zones: ZoneTable): PlanSheet {
  const idOf = (key: string): string => `step ${key}`;
  const before = (days: number): string => addDays(SIGNED, -days);
  const events = { opened: before(200), councilSession: before(120), deliberation: before(120), receivedByProvince: before(100), visa: before(70), partnerApproval: before(60), signed: SIGNED, inForce: SIGNED, expiry: addDays(SIGNED, 3_650) };
  const opened = openAgreement(longTemplate(steps), { id: 'agreement', events, idOf }, { today: TODAY, now: NOW, people: PEOPLE });
  if (!opened.ok) throw new Error(`the long agreement was refused: ${opened.code}`);
  const started: Plan = { ...opened.value.plan, agreement: { ...opened.value.plan.agreement, remindersStartedAt: NOW } };
  const { plan } = replan(started, started);
  const recipients: Candidate[] = PEOPLE.map(({ id, function: role, side }) => ({ personId: id, active: true, function: role, cityId: side, zone: side === 'home' ? null : 'Asia/Kolkata' }));
  const roles = new Roles({ id: 'agreement', coordinatorId: plan.agreement.coordinatorId, ...CITIES }, recipients, 'Africa/El_Aaiun');
  const { add } = planAllReminders({
    milestones: plan.milestones.map((one) => ({ ...one, agreementId: 'agreement' })), peopleOf: (one) => roles.of(one), existing: [], ladderOf: laddersOf(plan.template), now: isoToInstant(NOW), zones,
    agreement: { status: plan.agreement.status, remindersStartedAt: isoToInstant(NOW) },
  });
  const { statusReason: _reason, ...agreement } = plan.agreement;
  return {
    agreement: { ...agreement, version: 1, ...CITIES }, template: plan.template, events: plan.events, leftBy: plan.leftBy ?? {},
    milestones: plan.milestones.map(({ statement: _words, proof = 'none', ...one }) => ({ ...one, proof, version: 1, number: '1.1', title: { ar: null, fr: null, en: one.key } })),
    calendars: { home: { country: 'MA', weekend: [6, 7] }, partners: [{ country: 'IN', weekend: [7] }], holidays: [{ country: 'MA', monthDay: '05-01', on: null, certainty: 'confirmed' }], sessions: [] },
    people: PEOPLE, recipients, now: NOW, today: TODAY, clubZone: 'Africa/El_Aaiun',
    reminders: add.map((draft, place) => ({ ...draft, id: `reminder ${place}`, state: 'planned', sentAt: null })),
  };
}
