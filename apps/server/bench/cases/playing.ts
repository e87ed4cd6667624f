import { announcedSessions, calendarsOf, openAgreement, simulate, TWINNING_V2 } from '@tawama/domain';
import { loadZoneTable } from '../../src/platform/zones.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';

const TODAY = '2026-01-26';
const ZONE = 'Africa/El_Aaiun';
const WARM_UP = 30;
const PLAYS_A_ROUND = 21;

/** Ten years of a twinning with all its mails, played in memory by the rules that running agreements follow. */
export async function playing(ground: Ground): Promise<Figure[]> {
  const zones = loadZoneTable();
  const city = { country: 'MA', weekend: [6, 7] as const };
  const calendars = calendarsOf(city, [city], [], announcedSessions(2026, 2037).map((beginsOn) => ({ cityId: null, beginsOn, endsOn: beginsOn, certainty: 'confirmed' })));
  const opened = openAgreement(TWINNING_V2, { id: 'a', coordinatorId: 'coordinator', events: { opened: TODAY }, idOf: (key) => key, calendars }, { today: TODAY, now: `${TODAY}T00:00:00.000Z`, people: [] });
  if (!opened.ok) throw new Error(opened.code);
  const people = { owner: { personId: 'owner', zone: ZONE }, coordinator: { personId: 'coordinator', zone: ZONE }, counterpart: { personId: 'focal', zone: 'Asia/Kolkata' } };
  const play = () => simulate({
    plan: opened.value.plan, today: TODAY, assumptions: { daysLate: 5, months: 120, termYears: null }, peopleOf: () => people, clubZone: ZONE, zones,
    recipients: Object.values(people).map(({ personId, zone }) => ({ personId, zone, side: personId === 'focal' ? 'partner' : 'home', lastMailOn: null, lastEscalationOn: null })),
  });
  for (let time = 0; time < WARM_UP; time += 1) play();
  const rounds = Array.from({ length: ground.rounds }, () => {
    const taken = Array.from({ length: PLAYS_A_ROUND }, () => { const from = performance.now(); play(); return performance.now() - from; });
    return taken.sort((a, b) => a - b)[PLAYS_A_ROUND >> 1] ?? NaN;
  });
  const { steps, mails } = play();
  ground.say(`  ${steps.length} steps, ${mails.length} mails`);
  return [figure({ what: `Ten years of a twinning played: ${steps.length} steps, ${mails.length} mails`, unit: 'ms', ours: rounds, target: { of: 'ours', atMost: 20 } })];
}
