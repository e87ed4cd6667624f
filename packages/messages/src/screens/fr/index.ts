import { firstTexts } from './first.js';
import { furtherTexts } from './further.js';
import { signIn } from './sign-in.js';

/** Every text of the dashboard in this language; `t('shell.search')` names one. */
export const screens = { ...firstTexts, ...furtherTexts };
export { signIn };
