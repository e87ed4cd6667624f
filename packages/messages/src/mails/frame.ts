import { format } from '../format.js';
import { inLanguage } from '../language.js';
import type { Block } from './fill.js';
import type { Isolate } from './isolate.js';
import type { MailInput } from './types.js';
import { MAIL_WORDS } from './words/index.js';

/** What surrounds every mail: greeting, signature, footer. */
export type FrameModel = Block & { lang: string; clubName: string; greeting: string; closing: string; signature: string; signatureClub: string; reply: string; automatic: string };

export const frameModel = (mail: MailInput, isolate: Isolate): FrameModel => {
  const { language } = mail;
  // A coordinator is not told to write to himself, nor signs what he reads.
  const coordinator = mail.coordinator?.name === mail.recipient.name ? null : mail.coordinator;
  const words = MAIL_WORDS[language];
  const club = isolate(inLanguage(mail.clubName, language));
  return {
    lang: language, clubName: club, greeting: format(words.greeting, { name: isolate(mail.recipient.name) }, language), closing: words.closing,
    signature: coordinator ? isolate(coordinator.name) : '', signatureClub: club,
    reply: coordinator ? format(words.reply, { coordinator: `${isolate(coordinator.name)} (${isolate(coordinator.email)})` }, language) : '',
    automatic: format(words.automatic, { club }, language),
  };
};
