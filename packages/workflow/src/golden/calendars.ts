import type { Calendars } from '../calendars.js';
import type { WorkingDays } from '../work-index.js';

const MOROCCAN_DAYS = ['01-01', '01-11', '01-14', '05-01', '07-30', '08-14', '08-20', '08-21', '10-31', '11-06', '11-18'];
const ESTIMATED = ['2026-05-27', '2026-05-28', '2026-06-17', '2026-08-26', '2026-08-27'];

const MOROCCO: WorkingDays = {
  weekend: [6, 7],
  holidays: new Set([...Array.from({ length: 120 }, (_, after) => MOROCCAN_DAYS.map((day) => `${1990 + after}-${day}`)).flat(), '2026-03-20', ...ESTIMATED]),
  estimated: new Set(ESTIMATED),
};
const UNITED_STATES: WorkingDays = {
  weekend: [6, 7],
  holidays: new Set(['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03', '2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25']),
};
const INDIA: WorkingDays = { weekend: [7], holidays: new Set(['2026-01-26', '2026-08-15', '2026-10-02']) };

const SESSIONS: Calendars['sessions'] = [
  { beginsOn: '2026-10-05', endsOn: '2026-10-09', confirmed: true },
  { beginsOn: '2026-02-02', endsOn: '2026-02-06', confirmed: true },
  { beginsOn: '2026-05-04', endsOn: '2026-05-08', confirmed: true },
  { beginsOn: '2027-02-01', endsOn: '2027-02-05', confirmed: true },
  { beginsOn: '2027-05-03', endsOn: '2027-05-07', confirmed: false },
  { beginsOn: '2027-10-04', endsOn: '2027-10-08', confirmed: false },
];

/** What the golden cases know of the world, by the partner's country. */
export const GOLDEN_CALENDARS: Readonly<Record<'US' | 'IN', Calendars>> = {
  US: { home: MOROCCO, partner: UNITED_STATES, sessions: SESSIONS },
  IN: { home: MOROCCO, partner: INDIA, sessions: SESSIONS },
};
