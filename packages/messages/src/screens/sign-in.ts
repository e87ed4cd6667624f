import { signIn as ar } from './ar/sign-in.js';
import { signIn as en } from './en/sign-in.js';
import { signIn as fr } from './fr/sign-in.js';

/** The texts of the sign-in page in all languages, apart from the rest so that the page stays small. */
export const signInTexts = { ar, fr, en };
