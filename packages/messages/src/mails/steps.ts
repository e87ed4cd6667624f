import type { Language } from '@tawama/contracts';
import { formatDate, formatDelay } from '../dates.js';
import { format } from '../format.js';
import { label } from '../labels/index.js';
import { inLanguage } from '../language.js';
import type { Block } from './fill.js';
import type { Isolate } from './isolate.js';
import { safeUrl } from './links.js';
import { mandatesModel, type MandatesModel } from './mandates.js';
import type { MailItem, StepsMail } from './types.js';
import { MAIL_WORDS, type Reader } from './words/index.js';

export type StepBlock = Block & { title: string; dueLabel: string; dueOn: string; delay: string; tone: string; toneStyle: string; facts: FactBlock[]; url: string; open: string };
export type FactBlock = Block & { label: string; value: string };
export type GroupBlock = Block & { agreement: string; items: StepBlock[] };
export type StepsModel = Block & MandatesModel & {
  subject: string; preheader: string; heading: string; intro: string; lateNote: string; groups: GroupBlock[]; ask: string; reason: string;
  button: (Block & { url: string; label: string }) | null;
};

/** Inline, because many mail programs drop style sheets. The word beside it says the same without colour. */
const TONES = { late: 'color:#a23b12;font-weight:700', today: 'color:#7a5a00;font-weight:700', ahead: 'color:#56645e' } as const;

const byUrgency = (a: MailItem, b: MailItem): number => a.daysLeft - b.daysLeft || a.dueOn.localeCompare(b.dueOn) || a.milestoneId.localeCompare(b.milestoneId);

/** Late first; the steps of one agreement stand together, the agreement with the latest step first. */
const grouped = (items: readonly MailItem[]): MailItem[][] => {
  const groups = new Map<string, MailItem[]>();
  for (const item of [...items].sort(byUrgency)) groups.set(item.agreementId, [...(groups.get(item.agreementId) ?? []), item]);
  return [...groups.values()];
};

const readerOf = (items: readonly MailItem[]): Reader => {
  const roles = new Set(items.map((item) => item.role));
  return roles.size === 1 ? (items[0]?.role ?? 'several') : 'several';
};

/** The city stands in brackets where the agreement's title does not name it. */
const agreementLine = (item: MailItem, language: Language, isolate: Isolate): string => {
  const title = inLanguage(item.agreementTitle, language);
  const city = inLanguage(item.cityName, language);
  return city && !title.includes(city) ? `${isolate(title)} (${isolate(city)})` : isolate(title);
};

const stepBlock = (item: MailItem, single: boolean, language: Language, isolate: Isolate): StepBlock => {
  const words = MAIL_WORDS[language].steps;
  const evidence = inLanguage(item.evidence, language);
  const facts: FactBlock[] = [{ label: words.stageLabel, value: isolate(inLanguage(item.stageTitle, language)) }];
  if (item.waitingOn) facts.push({ label: words.waitingLabel, value: label('waitingOn', item.waitingOn, language) });
  if (evidence) facts.push({ label: words.evidenceLabel, value: isolate(evidence) });
  if (item.ownerName && item.role !== 'owner' && item.role !== 'counterpart') facts.push({ label: words.ownerLabel, value: isolate(item.ownerName) });
  const tone = item.daysLeft < 0 ? 'late' : item.daysLeft === 0 ? 'today' : 'ahead';
  return {
    title: isolate(inLanguage(item.title, language)),
    dueLabel: words.dueLabel, dueOn: formatDate(item.dueOn, language, 'weekday'), delay: formatDelay(item.daysLeft, language),
    tone, toneStyle: TONES[tone],
    facts, url: single ? '' : safeUrl(item.url), open: words.openStep,
  };
};

const REFERRED_TO: ReadonlySet<MailItem['role']> = new Set<MailItem['role']>(['president', 'mayor', 'council']);

export const subjectOfSteps = (mail: StepsMail, isolate: Isolate): string => {
  const { language, items } = mail;
  const words = MAIL_WORDS[language].steps.subject;
  const first = items[0];
  const date = formatDate(mail.localDate, language, 'weekday');
  // The subject of a single step never names a day: all its reminders stay in one thread.
  const one = first && items.length === 1 ? { title: isolate(inLanguage(first.title, language)), agreement: isolate(inLanguage(first.agreementTitle, language)) } : null;
  // A draft that somebody approved may also be for whoever acts, or about what is still to come.
  const referred = mail.kind === 'escalation' && items.every(({ role }) => REFERRED_TO.has(role));
  if (one && referred) return format(words.escalationOne, one, language);
  if (one) return format(words.one, one, language);
  if (mail.kind === 'catchUp') return format(words.catchUp, { n: items.length, date }, language);
  if (referred && items.every(({ daysLeft }) => daysLeft < 0)) return format(words.escalationMany, { n: items.length, date }, language);
  const weekly = items.every((item) => item.rung?.startsWith('digest-'));
  return format(weekly ? words.weekly : words.many, { n: items.length, date }, language);
};

const headingOf = (mail: StepsMail): string => {
  const words = MAIL_WORDS[mail.language].steps.heading;
  const [first] = mail.items;
  if (!first || mail.items.length > 1) return format(words.many, { n: mail.items.length }, mail.language);
  return first.daysLeft < 0 ? words.late : first.daysLeft === 0 ? words.today : words.due;
};

const buttonOf = (mail: StepsMail): StepsModel['button'] => {
  const words = MAIL_WORDS[mail.language].steps;
  const urls = mail.items.map((item) => safeUrl(item.url)).filter((url) => url !== '');
  if (urls.length === 0) return null;
  return mail.items.length === 1 ? { url: urls[0] ?? '', label: words.openStep } : { url: safeUrl(mail.dashboardUrl), label: words.openDashboard };
};

export const stepsModel = (mail: StepsMail, isolate: Isolate): StepsModel => {
  const { language } = mail;
  if (mail.items.length === 0) throw new Error('a mail about steps needs at least one');
  const words = MAIL_WORDS[language];
  const groups = grouped(mail.items);
  const single = mail.items.length === 1;
  const first = groups[0]?.[0];
  const reader = readerOf(mail.items);
  return {
    subject: subjectOfSteps(mail, isolate),
    preheader: first ? `${single ? '' : `${isolate(inLanguage(first.title, language))} · `}${formatDate(first.dueOn, language, 'weekday')} · ${formatDelay(first.daysLeft, language)}` : '',
    heading: headingOf(mail),
    intro: mail.kind === 'catchUp' ? words.steps.catchUpIntro : format(words.steps.intro[reader], { n: mail.items.length }, language),
    lateNote: mail.late && mail.kind !== 'catchUp' ? format(words.steps.lateNote, { date: formatDate(mail.localDate, language, 'weekday') }, language) : '',
    groups: groups.map((items) => ({ agreement: items[0] ? agreementLine(items[0], language, isolate) : '', items: items.map((item) => stepBlock(item, single, language, isolate)) })),
    ...mandatesModel(mail.mandates ?? [], language, isolate),
    ask: words.steps.ask[reader],
    reason: words.reason[reader],
    button: buttonOf(mail),
  };
};
