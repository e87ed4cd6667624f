import { EVIDENCE_LEVELS, SIDES, type Confirmations, type ConfirmingSide, type EvidenceKind, type EvidenceLevel, type MilestoneStatus, type SidesState } from '@tawama/contracts';
import type { TemplateMilestone } from '@tawama/workflow';

/** All that shows that a step was done, apart from its being said to be done. */
export interface Proof { readonly kinds: readonly EvidenceKind[]; readonly confirmations: Confirmations }

const RANKS: ReadonlyMap<EvidenceLevel, number> = new Map(EVIDENCE_LEVELS.map((level, rank) => [level, rank]));

/** Whether a level reaches another. */
export const reaches = (level: EvidenceLevel, asked: EvidenceLevel): boolean => (RANKS.get(level) ?? 0) >= (RANKS.get(asked) ?? 0);

const higher = (one: EvidenceLevel, other: EvidenceLevel): EvidenceLevel => (reaches(one, other) ? one : other);

/** What one file proves by itself. */
export const levelOfKind = (kind: EvidenceKind): EvidenceLevel => (kind === 'siteVisit' ? 'seenOnSite' : 'documented');

/** Which sides are asked to say that a step was done: both, unless its template says otherwise. */
export const askedSides = (definition: Pick<TemplateMilestone, 'confirmations'> | undefined): readonly ConfirmingSide[] =>
  (definition?.confirmations === undefined || definition.confirmations === 'both' ? SIDES : [definition.confirmations]);

/**
 * Whether the words of the sides that are asked agree. They differ where other days are named, and where one of them says that it was not done.
 * Where one side is asked its word is enough; what the other one said before it was no longer asked does not count.
 */
export function sidesOf(confirmations: Confirmations, asked: readonly ConfirmingSide[] = SIDES): SidesState {
  const [only] = asked;
  if (asked.length === 1 && only !== undefined) {
    const said = confirmations[only];
    return said === null ? 'none' : said.denied ? 'differing' : 'agreed';
  }
  const { home, partner } = confirmations;
  if (home?.denied === true || partner?.denied === true) return 'differing';
  if (home === null && partner === null) return 'none';
  if (home === null || partner === null) return 'oneSided';
  return home.on === partner.on ? 'agreed' : 'differing';
}

/** The level of what is kept: the best of the files and of what both sides confirmed, asked or not. A denial takes nothing away from a file. */
export function proofLevel({ kinds, confirmations }: Proof): EvidenceLevel {
  const said = confirmations.home?.on != null || confirmations.partner?.on != null;
  const words: EvidenceLevel = sidesOf(confirmations) === 'agreed' ? 'confirmedByBoth' : said ? 'declared' : 'none';
  return kinds.reduce<EvidenceLevel>((level, kind) => higher(level, levelOfKind(kind)), words);
}

/** The level that is shown: whoever submitted a step has at least declared it. */
export const evidenceLevelOf = (proof: EvidenceLevel, status: MilestoneStatus): EvidenceLevel =>
  (status === 'done' || status === 'submitted' ? higher(proof, 'declared') : proof);
