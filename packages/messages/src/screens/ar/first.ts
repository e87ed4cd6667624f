import { agreements } from './agreements.js';
import { articles } from './articles.js';
import { administration } from './administration.js';
import { calendar } from './calendar.js';
import { cities } from './cities.js';
import { health } from './health.js';
import { journal } from './journal.js';
import { list } from './list.js';
import { outbox } from './outbox.js';
import { people } from './people.js';
import { projects } from './projects.js';
import { record } from './record.js';
import { milestones } from './milestones.js';
import { sessions } from './sessions.js';
import { shell } from './shell.js';
import { signIn } from './sign-in.js';
import { today } from './today.js';

/** Every text of the dashboard in this language that its first pictures may ask for, one entry an area. */
export const firstTexts = { administration, agreements, articles, calendar, cities, health, journal, list, milestones, outbox, people, projects, record, sessions, shell, signIn, today };
