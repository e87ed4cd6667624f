import { useWords } from './words.js';

/** Where a fact comes from, beside a label that says "source" already: the phrase without that word. */
export function SourceWords({ of }: { of: string }) {
  const { label } = useWords();
  const phrase = label('source', of);
  return <bdi>{phrase === of ? of : phrase.replace(/^[^:]{1,12}:\s*/, '')}</bdi>;
}
