import { Club1700000000001 } from './1700000000001-club.js';
import { Plan1700000000002 } from './1700000000002-plan.js';
import { Mail1700000000003 } from './1700000000003-mail.js';

/** In the order in which they run. */
export const MIGRATIONS = [Club1700000000001, Plan1700000000002, Mail1700000000003];
