import { useState } from 'react';
import type { Milestone, MilestoneBulkLine } from '@tawama/contracts';

/** A milestone as the list showed it when it was chosen: a command names that version. */
export type Chosen = Pick<Milestone, 'id' | 'version' | 'number' | 'title' | 'agreementId'>;

export interface Selection {
  chosen: readonly Chosen[];
  has: (id: string) => boolean;
  /** chooses these, or leaves them out */
  put: (rows: readonly Chosen[], on: boolean) => void;
  clear: () => void;
  /** what was done goes; what was refused stays, as it is stored now */
  settle: (lines: readonly MilestoneBulkLine[]) => void;
}

/** Which milestones are chosen, also while the list turns its pages. */
export function useSelection(): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map());
  return {
    chosen: [...chosen.values()],
    has: (id) => chosen.has(id),
    put: (rows, on) => setChosen((before) => {
      const next = new Map(before);
      for (const row of rows) if (on) next.set(row.id, row); else next.delete(row.id);
      return next;
    }),
    clear: () => setChosen(new Map()),
    settle: (lines) => setChosen((before) => afterOutcome(before, lines)),
  };
}

export function afterOutcome(before: ReadonlyMap<string, Chosen>, lines: readonly MilestoneBulkLine[]): ReadonlyMap<string, Chosen> {
  const next = new Map(before);
  for (const line of lines) {
    if (line.status === 200) next.delete(line.id);
    else if ('current' in line && line.current) next.set(line.id, line.current);
  }
  return next;
}
