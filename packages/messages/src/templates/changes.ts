import { LANGUAGES, type Language, type Recurrence, type ReminderRules, type Responsible, type TemplateChange, type TemplateText, type WorkflowTemplate } from '@tawama/contracts';
import { format, QUOTES } from '../format.js';
import { label } from '../labels/index.js';
import { CHANGE_WORDS } from './change-words.js';
import { conditionsText, repeatsText, stepsText } from './conduct.js';
import { dueText } from './due.js';
import { remindersText } from './reminders.js';

/** The two versions that a difference lies between: what is counted from, and what is recorded, is named by its title there. */
export type Versions = { from: WorkflowTemplate; to: WorkflowTemplate };
type Values = { from: string; to: string };

const quoted = (text: string, language: Language): string => `${QUOTES[language][0]}${text}${QUOTES[language][1]}`;
const both = <T>({ from, to }: { from: T; to: T }, words: (value: T, side: 'from' | 'to') => string): Values => ({ from: words(from, 'from'), to: words(to, 'to') });

/** The reader's language, unless only the texts in another one differ: then those, or nothing would seem to have changed. */
const languageOf = (from: TemplateText | null, to: TemplateText | null, language: Language): Language =>
  [language, ...LANGUAGES].find((one) => (from?.[one] ?? null) !== (to?.[one] ?? null)) ?? language;

const who = ({ function: person, authority, counterpart }: Responsible, language: Language): string => {
  const words = CHANGE_WORDS[language];
  const main = authority !== undefined ? label('waitingOn', authority, language) : person !== undefined ? label('personFunction', person, language) : words.nobody;
  return counterpart ? format(words.counterpart, { who: main }, language) : main;
};

const valuesOf = (change: Extract<TemplateChange, { from: unknown }>, versions: Versions, language: Language): Values => {
  const { nothing, orToday, once, always, lawful, unbound, asClub, asTemplate } = CHANGE_WORDS[language];
  const eventTitle = (key: string, side: 'from' | 'to'): string => quoted(versions[side].events.find((event) => event.key === key)?.title[language] ?? key, language);
  switch (change.kind) {
    case 'title': case 'evidence': case 'note': {
      const shown = languageOf(change.from, change.to, language);
      return both<TemplateText | null>(change, (text) => (text === null ? nothing : quoted(text[shown], language)));
    }
    case 'number': return both(change, (number) => number);
    case 'stage': return both<string>(change, (key, side) => quoted(versions[side].stages.find((stage) => stage.key === key)?.title[language] ?? key, language));
    case 'certainty': case 'agreementType': { const { kind } = change; return both<string>(change, (value) => label(kind, value, language)); }
    case 'due': return both(change, (rule, side) => dueText(rule, versions[side], language));
    case 'responsible': return both(change, (responsible) => who(responsible, language));
    case 'produces': return both<readonly string[]>(change, (keys, side) => (keys.length === 0 ? nothing : keys.map((key) => eventTitle(key, side)).join(language === 'ar' ? '، ' : ', ')));
    case 'after': case 'gate': return both<readonly string[]>(change, (keys, side) => (keys.length === 0 ? nothing : stepsText(keys, versions[side], language)));
    case 'when': return both(change, (conditions) => (conditions.length === 0 ? always : conditionsText(conditions, language)));
    case 'repeats': return both<Recurrence | null>(change, (repeats, side) => (repeats === null ? once : repeatsText(repeats, versions[side], language)));
    case 'legal': return both<boolean>(change, (legal) => (legal ? lawful : unbound));
    case 'proof': return both(change, (level) => label('evidenceLevel', level, language));
    case 'confirmations': return both(change, (side) => label('confirmingSides', side, language));
    case 'reminders': return both<ReminderRules | null>(change, (rules) => (rules !== null ? remindersText(rules, language) : change.part === 'template' ? asClub : asTemplate));
    case 'standIn': return both<string | null>(change, (key, side) => (key === null ? nothing : eventTitle(key, side)));
    case 'opening': return both(change, ({ event, orToday: today }, side) => (today ? format(orToday, { event: eventTitle(event, side) }, language) : eventTitle(event, side)));
  }
};

/** One difference as a sentence: «المحطة 2.4 «تأشيرة العامل»: تغيير كيفية احتساب الأجل. من قبل: … حاليا: …» */
export const templateChangeText = (change: TemplateChange, versions: Versions, language: Language): string => {
  const words = CHANGE_WORDS[language];
  const name = `${change.number === null ? '' : `${change.number} `}${quoted(change.title[language], language)}`;
  const of = change.part === 'template' ? null : words[change.part];
  if (of !== null && (change.kind === 'added' || change.kind === 'removed')) return format(of[change.kind], { name }, language);
  if (of !== null && change.kind === 'moved') return change.after === null ? format(of.movedFirst, { name }, language) : format(of.movedAfter, { name, after: quoted(change.after[language], language) }, language);
  const part = of === null ? words.template : format(of.named, { name }, language);
  if (change.kind === 'other') return format(words.other, { part, field: change.field }, language);
  return 'from' in change ? format(words.wasNow, { part, field: words.field[change.kind], ...valuesOf(change, versions, language) }, language) : part;
};
