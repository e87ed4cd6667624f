import { agreements } from './agreements.js';
import { administration } from './administration.js';
import { calendar } from './calendar.js';
import { cities } from './cities.js';
import { health } from './health.js';
import { holidays } from './holidays.js';
import { jobs } from './jobs.js';
import { journal } from './journal.js';
import { list } from './list.js';
import { outbox } from './outbox.js';
import { people } from './people.js';
import { record } from './record.js';
import { milestones } from './milestones.js';
import { sessions } from './sessions.js';
import { shell } from './shell.js';
import { signIn } from './sign-in.js';
import { templates } from './templates.js';
import { today } from './today.js';
import { users } from './users.js';

/** Every text of the dashboard in this language, one entry an area; `t('shell.search')` names one. */
export const screens = { administration, agreements, calendar, cities, health, holidays, jobs, journal, list, milestones, outbox, people, record, sessions, shell, signIn, templates, today, users };
export { signIn };
