import { shell } from './shell.js';
import { signIn } from './sign-in.js';

/** Every text of the dashboard in this language, one entry an area; `t('shell.search')` names one. */
export const screens = { shell, signIn };
export { signIn };
