import type { RecipientRole } from '@tawama/contracts';
import type { Counted, PluralForm } from '../../format.js';

/** In whose capacity the whole mail is read; `several` is a digest across roles. */
export type Reader = RecipientRole | 'several';

/** `{blanks}` are filled at run time; what users typed arrives isolated. `Form` are the plural forms the language needs. */
export type MailWords<Form extends PluralForm> = {
  greeting: string;
  closing: string;
  /** footer: who answers, and that a machine wrote */
  reply: string;
  automatic: string;
  /** "you get this because …" */
  reason: Record<Reader, string>;
  accountReason: string;
  testReason: string;
  steps: {
    subject: { one: string; many: Counted<Form>; weekly: Counted<Form>; catchUp: Counted<Form>; escalationOne: string; escalationMany: Counted<Form> };
    heading: { due: string; today: string; late: string; many: Counted<Form> };
    intro: Record<Reader, Counted<Form>>;
    catchUpIntro: string;
    lateNote: string;
    ask: Record<Reader, string>;
    openStep: string;
    openDashboard: string;
    dueLabel: string;
    stageLabel: string;
    waitingLabel: string;
    evidenceLabel: string;
    ownerLabel: string;
  };
  /** successors to name */
  mandates: { title: string; intro: string; until: string; steps: Counted<Form>; open: string };
  account: Record<'invitation' | 'passwordReset' | 'firstAdministrator', { subject: string; heading: string; intro: string; action: string; caution: string }>;
  /** stands for `invitedBy` where nobody is named */
  invitedByClub: string;
  linkNote: string;
  validity: string;
  test: { subject: string; heading: string; intro: string; ask: string };
};
