import { useState } from 'react';
import { Refused } from '../session.js';
import type { EntryTexts } from './texts.js';

/** Sends a form once at a time and keeps the refusal in the reader's language. */
export function useSending(t: EntryTexts): { busy: boolean; refusal: string | null; send: (work: () => Promise<void>) => void } {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = (work: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    work().catch((problem: unknown) => setRefusal(problem instanceof Refused && problem.problem !== null ? sentence(problem) : t.unreachable)).finally(() => setBusy(false));
  };
  return { busy, refusal, send };
}

const sentence = (refused: Refused): string => refused.problem?.errors?.[0]?.message ?? refused.message;
