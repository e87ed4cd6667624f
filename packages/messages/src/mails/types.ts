import type { Language, LocalisedText, PersonFunction, RecipientRole, WaitingOn } from '@tawama/contracts';

/** What every mail needs. `dashboardUrl` is PUBLIC_URL; nothing in a mail is fetched from anywhere. */
export type MailBase = {
  language: Language;
  clubName: LocalisedText;
  recipient: { name: string };
  /** The person who answers: the mail's Reply-To. null only for mails of an installation that has no coordinator yet. */
  coordinator: { name: string; email: string } | null;
  dashboardUrl: string;
};

/** One step in a reminder. */
export type MailItem = {
  milestoneId: string;
  title: LocalisedText;
  agreementId: string;
  agreementTitle: LocalisedText;
  /** the partner city; null where the agreement has no single one */
  cityName: LocalisedText | null;
  /** as the agreement's template calls the stage */
  stageTitle: LocalisedText;
  dueOn: string;
  /** due date minus the mail's local date, in days: negative is late, 0 is today */
  daysLeft: number;
  /** what is expected as proof */
  evidence: LocalisedText | null;
  waitingOn: WaitingOn | null;
  /** `d-7`, `d0`, `d+3`, `digest-1` …; null in a catch-up */
  rung: string | null;
  /** in whose capacity the recipient gets this item */
  role: RecipientRole;
  /** the owner's name; shown to the coordinator and above */
  ownerName: string | null;
  /** the step's page in the dashboard; null for those who have no account (partner side, mayor, council) */
  url: string | null;
};

/** Somebody whose mandate ends soon, or has ended, and who has no successor yet. */
export type MandateItem = {
  name: string;
  function: PersonFunction;
  /** the last day of the mandate, `YYYY-MM-DD` */
  endsOn: string;
  /** unfinished steps that the person follows or shares */
  steps: number;
  /** the person's page in the dashboard, where the steps are handed over */
  url: string;
};

export type StepsMail = MailBase & {
  /** reminder: the day's mail, one item or many. catchUp: what an outage of more than 24 hours left. escalation: above the coordinator, approved by hand. */
  kind: 'reminder' | 'catchUp' | 'escalation';
  /** the recipient's local date, `YYYY-MM-DD` */
  localDate: string;
  /** sent later than announced (outage of less than 24 hours) */
  late: boolean;
  /** at least one */
  items: MailItem[];
  /** successors to name: in the first mail of the week to whoever coordinates; absent where there is none */
  mandates?: readonly MandateItem[] | undefined;
};

export type AccountMail = MailBase & {
  kind: 'invitation' | 'passwordReset' | 'firstAdministrator';
  /** one-time link */
  link: string;
  /** how long the link works, in hours */
  validHours: number;
  /** the address that signs in */
  accountEmail: string;
  /** who invited; null when it was the installation itself */
  invitedBy: string | null;
};

export type TestMail = MailBase & { kind: 'test'; localDate: string };

export type MailInput = StepsMail | AccountMail | TestMail;
export type MailKind = MailInput['kind'];
export type RenderedMail = { subject: string; html: string; text: string };
