import type { Language } from '@tawama/contracts';
import { formatDate } from '../dates.js';
import { format } from '../format.js';
import { label } from '../labels/index.js';
import type { Block } from './fill.js';
import type { Isolate } from './isolate.js';
import { safeUrl } from './links.js';
import type { MandateItem } from './types.js';
import { MAIL_WORDS } from './words/index.js';

export type MandateBlock = Block & { person: string; mandate: string; openSteps: string; url: string; open: string };
/** All empty where nobody is to be succeeded. */
export type MandatesModel = Block & { mandatesTitle: string; mandatesIntro: string; mandates: MandateBlock[] };

/** Whose mandate ends and who has no successor yet, the nearest end first. */
export function mandatesModel(mandates: readonly MandateItem[], language: Language, isolate: Isolate): MandatesModel {
  const words = MAIL_WORDS[language].mandates;
  if (mandates.length === 0) return { mandatesTitle: '', mandatesIntro: '', mandates: [] };
  return {
    mandatesTitle: words.title, mandatesIntro: words.intro,
    mandates: mandates.toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : 0)).map(({ name, function: held, endsOn, steps, url }) => ({
      person: `${isolate(name)} (${label('personFunction', held, language)})`,
      mandate: format(words.until, { date: formatDate(endsOn, language, 'weekday') }, language), openSteps: format(words.steps, { n: steps }, language), url: safeUrl(url), open: words.open,
    })),
  };
}
