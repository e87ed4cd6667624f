/*
 * Every text of the dashboard, in English: the reference language, whose keys are the type of the other two.
 *
 * One small file an area: `agreements.ts` holds the texts of the agreements screens and exports one object of its name.
 * To add a text: its key and English words here, then the compiler asks for it in ../fr and ../ar (they are `Same<typeof reference>`).
 * To add an area: one file in each of the three folders, one line in each of the three index.ts.
 * Use: `t('shell.search')`; blanks are `%{name}`. A count is `%{smart_count}` with forms apart by `||||`:
 * two in English and French (one, other), six in Arabic (zero, one, two, few, many, other). A test counts them.
 * Words for values of the contracts (statuses, stages, roles …), errors, dates and delays come from '@tawama/messages', not from here.
 * Latin digits everywhere; no zone ids. Words only from docs/glossary.md.
 */
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
