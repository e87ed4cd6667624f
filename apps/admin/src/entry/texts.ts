import type { Language } from '@tawama/contracts';
import { signInTexts } from '@tawama/messages/sign-in';

export type EntryTexts = (typeof signInTexts)['ar'];
/** Only these texts travel with the sign-in page. */
export const entryTexts = (language: Language): EntryTexts => signInTexts[language];
