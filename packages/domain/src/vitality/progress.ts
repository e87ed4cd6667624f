import { EVIDENCE_LEVELS, type MilestoneStatus } from '@tawama/contracts';

export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];
/** A step with what it weighs (1 where nothing else is said) and how well it is proved. */
export interface WeighedStep { readonly status: MilestoneStatus; readonly weight: number; readonly evidenceLevel: EvidenceLevel }

/** Whole per cent of the weight that is done, and of it by how well it is proved: each level holds what is proved at least so well. */
export interface ProgressByEvidence { readonly progress: number; readonly atLeast: Readonly<Record<EvidenceLevel, number>> }

/**
 * Progress by weight. What does not apply weighs nothing; what was given up with the agreement was promised and not done. A plan without weight is at 100.
 * Rounded down, so that 100 says "all of it".
 */
export function progressByEvidence(steps: readonly WeighedStep[]): ProgressByEvidence {
  const applicable = steps.filter(({ status, weight }) => status !== 'notApplicable' && weight > 0);
  const all = applicable.reduce((sum, { weight }) => sum + weight, 0);
  const share = (from: number): number => (all === 0 ? 100 : Math.floor((100 * applicable.filter((step) => step.status === 'done' && EVIDENCE_LEVELS.indexOf(step.evidenceLevel) >= from).reduce((sum, { weight }) => sum + weight, 0)) / all));
  const [none = 0, declared = 0, documented = 0, confirmedByBoth = 0, seenOnSite = 0] = EVIDENCE_LEVELS.map((_, place) => share(place));
  return { progress: none, atLeast: { none, declared, documented, confirmedByBoth, seenOnSite } };
}
