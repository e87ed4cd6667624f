import { useQueryClient } from '@tanstack/react-query';
import type { Agreement } from '@tawama/contracts';
import { movedOtherwise, type Preview } from '@tawama/domain';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import type { ClubDataProvider, CommandResult } from '../providers/data-provider.js';
import { ApiProblem } from '../providers/problem.js';
import type { TextKey } from '../ui/words.js';

export interface AgreementCommand {
  busy: boolean;
  problem: ApiProblem | null;
  /** goes on from the version that is stored now */
  accept: (version: number) => void;
  /** @param shown what was shown beforehand: where the answer is another, it is said */
  run: (body: Record<string, unknown>, shown?: Preview | null) => Promise<void>;
  dryRun: <Answer = Agreement>(body: Record<string, unknown>) => Promise<CommandResult<Answer>>;
  version: number;
}

/** One command of an agreement: saved, refused or overtaken by somebody else. */
export function useAgreementCommand(agreement: Agreement, command: string, done: TextKey, onDone: () => void): AgreementCommand {
  const provider = useDataProvider<ClubDataProvider>();
  const queries = useQueryClient();
  const notify = useNotify();
  const [version, setVersion] = useState(agreement.version);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const run = async (body: Record<string, unknown>, shown: Preview | null = null) => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await provider.command<Agreement>('agreements', { id: agreement.id, command, version, body });
      if (shown !== null && movedOtherwise(shown.change.moved, answer)) notify('ahead.preview.otherwise', { type: 'warning' }); else notify(done, { type: 'success' });
      onDone();
      await queries.invalidateQueries();
    } catch (refusal) {
      if (refusal instanceof ApiProblem) setProblem(refusal); else throw refusal;
    } finally { setBusy(false); }
  };
  return {
    busy, problem, version, run,
    accept: (now) => { setVersion(now); setProblem(null); },
    dryRun: <Answer = Agreement>(body: Record<string, unknown>) => provider.command<Answer>('agreements', { id: agreement.id, command, version, body, dryRun: true }),
  };
}
