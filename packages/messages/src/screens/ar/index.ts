import { list } from './list.js';
import { shell } from './shell.js';
import { signIn } from './sign-in.js';
import { today } from './today.js';

/** Every text of the dashboard in this language, one entry an area; `t('shell.search')` names one. */
export const screens = { list, shell, signIn, today };
export { signIn };
