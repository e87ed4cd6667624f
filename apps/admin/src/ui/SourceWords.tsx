import { useWords } from './words.js';

/** The phrase for where a fact comes from, without the word "source" before it. */
export const withoutSourceWord = (phrase: string, value: string): string => (phrase === value ? value : phrase.replace(/^[^:]{1,12}:\s*/, ''));

/** Where a fact comes from, beside a label that says "source" already. */
export function SourceWords({ of }: { of: string }) {
  const { label } = useWords();
  return <bdi>{withoutSourceWord(label('source', of), of)}</bdi>;
}
