import { QUOTES } from '@tawama/messages';
import type { ReactNode } from 'react';
import { useWords } from './words.js';

/** What somebody said, or the name of a thing, between the quotation marks of the reader's language. */
export function Quoted({ children }: { children: ReactNode }) {
  const { language } = useWords();
  const [before, after] = QUOTES[language];
  return <>{before}<bdi>{children}</bdi>{after}</>;
}
