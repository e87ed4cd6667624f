import { ratioByRound, spreadOf, type Spread } from './statistics.js';

/** What has to hold: of the ratio to the peer, or of our own figure. */
export type Target = { of: 'ratio' | 'ours'; atLeast: number } | { of: 'ratio' | 'ours'; atMost: number };

/** One line of the table. */
export interface Figure {
  what: string;
  unit: string;
  ours: Spread;
  peer: (Spread & { name: string }) | null;
  /** ours by the peer's, round by round; null without a peer */
  ratio: number | null;
  target: string;
  /** null where nothing was promised */
  holds: boolean | null;
  /** every round, in their order */
  rounds: { ours: number[]; peer: number[] | null };
}

export interface Measured { what: string; unit: string; ours: number[]; peer?: { name: string; values: number[] }; target?: Target }

export function figure({ what, unit, ours, peer, target }: Measured): Figure {
  const ratio = peer ? ratioByRound(ours, peer.values) : null;
  const spread = spreadOf(ours);
  return {
    what, unit, ours: spread, peer: peer ? { name: peer.name, ...spreadOf(peer.values) } : null, ratio,
    target: target ? wordsOf(target, unit) : '–', holds: target ? holds(target, target.of === 'ratio' ? ratio : spread.median) : null,
    rounds: { ours, peer: peer?.values ?? null },
  };
}

function holds(target: Target, value: number | null): boolean {
  if (value === null) return false;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

function wordsOf(target: Target, unit: string): string {
  const bound = 'atLeast' in target ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  return target.of === 'ratio' ? `${bound} ×` : `${bound} ${unit}`;
}
