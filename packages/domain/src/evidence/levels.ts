import { EVIDENCE_LEVELS, type Confirmations, type EvidenceKind, type EvidenceLevel, type MilestoneStatus, type SidesState } from '@tawama/contracts';

/** All that shows that a step was done, apart from its being said to be done. */
export interface Proof { readonly kinds: readonly EvidenceKind[]; readonly confirmations: Confirmations }

const RANKS: ReadonlyMap<EvidenceLevel, number> = new Map(EVIDENCE_LEVELS.map((level, rank) => [level, rank]));

/** Whether a level reaches another. */
export const reaches = (level: EvidenceLevel, asked: EvidenceLevel): boolean => (RANKS.get(level) ?? 0) >= (RANKS.get(asked) ?? 0);

const higher = (one: EvidenceLevel, other: EvidenceLevel): EvidenceLevel => (reaches(one, other) ? one : other);

/** What one file proves by itself. */
export const levelOfKind = (kind: EvidenceKind): EvidenceLevel => (kind === 'siteVisit' ? 'seenOnSite' : 'documented');

/** Whether the words of both sides agree. They differ where other days are named, and where one side says that it was not done. */
export function sidesOf({ home, partner }: Confirmations): SidesState {
  if (home?.denied === true || partner?.denied === true) return 'differing';
  if (home === null && partner === null) return 'none';
  if (home === null || partner === null) return 'oneSided';
  return home.on === partner.on ? 'agreed' : 'differing';
}

/** The level of what is kept: the best of the files and of what both sides confirmed. A denial takes nothing away from a file. */
export function proofLevel({ kinds, confirmations }: Proof): EvidenceLevel {
  const said = confirmations.home?.on != null || confirmations.partner?.on != null;
  const words: EvidenceLevel = sidesOf(confirmations) === 'agreed' ? 'confirmedByBoth' : said ? 'declared' : 'none';
  return kinds.reduce<EvidenceLevel>((level, kind) => higher(level, levelOfKind(kind)), words);
}

/** The level that is shown: whoever submitted a step has at least declared it. */
export const evidenceLevelOf = (proof: EvidenceLevel, status: MilestoneStatus): EvidenceLevel =>
  (status === 'done' || status === 'submitted' ? higher(proof, 'declared') : proof);
