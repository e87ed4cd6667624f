import type { LocalisedText } from '@tawama/contracts';
import { directionOf } from '@tawama/messages';
import { useWords } from './words.js';

/** A name in the reader's language or the next best, isolated so that its direction disturbs nothing around it. */
export function Name({ of }: { of: LocalisedText | null | undefined }) {
  const { text, shownIn } = useWords();
  const language = shownIn(of);
  return <bdi lang={language} dir={directionOf(language)}>{text(of)}</bdi>;
}
