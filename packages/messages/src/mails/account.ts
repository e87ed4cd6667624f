import { formatDate, formatHours } from '../dates.js';
import { format } from '../format.js';
import { inLanguage } from '../language.js';
import type { Block } from './fill.js';
import type { Isolate } from './isolate.js';
import { safeUrl } from './links.js';
import type { AccountMail, TestMail } from './types.js';
import { MAIL_WORDS } from './words/index.js';

export type AccountModel = Block & { subject: string; preheader: string; heading: string; intro: string; link: string; action: string; linkNote: string; validity: string; caution: string; reason: string };
export type TestModel = Block & { subject: string; preheader: string; heading: string; intro: string; ask: string; reason: string };

export const accountModel = (mail: AccountMail, isolate: Isolate): AccountModel => {
  const { language } = mail;
  const words = MAIL_WORDS[language];
  const own = words.account[mail.kind];
  const params = { club: isolate(inLanguage(mail.clubName, language)), email: isolate(mail.accountEmail), inviter: mail.invitedBy ? isolate(mail.invitedBy) : words.invitedByClub };
  const link = safeUrl(mail.link);
  if (link === '') throw new Error('an account mail needs an http or https link');
  const validity = format(words.validity, { time: formatHours(mail.validHours, language) }, language);
  return {
    subject: format(own.subject, params, language), preheader: validity, heading: own.heading, intro: format(own.intro, params, language),
    link, action: own.action, linkNote: words.linkNote, validity, caution: own.caution, reason: format(words.accountReason, params, language),
  };
};

export const testModel = (mail: TestMail, isolate: Isolate): TestModel => {
  const { language } = mail;
  const { test, testReason } = MAIL_WORDS[language];
  return {
    subject: format(test.subject, { club: isolate(inLanguage(mail.clubName, language)) }, language), preheader: test.heading, heading: test.heading,
    intro: format(test.intro, { date: formatDate(mail.localDate, language, 'weekday') }, language), ask: test.ask, reason: testReason,
  };
};
