import type { Language } from '@tawama/contracts';
import type { PluralForm } from '../../format.js';
import { ar } from './ar.js';
import { en } from './en.js';
import { fr } from './fr.js';
import type { MailWords } from './shape.js';

export const MAIL_WORDS: Record<Language, MailWords<PluralForm> | MailWords<never>> = { ar, fr, en };
export type { MailWords, Reader } from './shape.js';
