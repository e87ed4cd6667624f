import type { ArticleState, EvidenceLevel, MilestoneStatus, ProjectStatus } from '@tawama/contracts';

/** A step that keeps an article. */
export interface KeepingStep {
  readonly status: MilestoneStatus;
  readonly evidenceLevel: EvidenceLevel;
  /** the template asks for a document: saying that it is done does not prove it */
  readonly expectsDocument: boolean;
}
/** A project that keeps an article; `measured`: its indicator has been measured. */
export interface KeepingProject { readonly status: ProjectStatus; readonly measured: boolean }
export interface KeptArticle { readonly steps: readonly KeepingStep[]; readonly projects: readonly KeepingProject[] }

const isProven = ({ status, evidenceLevel, expectsDocument }: KeepingStep): boolean => status === 'done' && evidenceLevel !== 'none' && !(expectsDocument && evidenceLevel === 'declared');

/**
 * How far an article has become real. `covered`: a step was done with its proof, or a project completed and measured; `withoutEvidence`:
 * done, without proof; `underway`: something is meant for it; `withoutStep`: nothing is, or it was given up.
 */
export function articleStateOf({ steps, projects }: KeptArticle): ArticleState {
  const meant = steps.filter(({ status }) => status !== 'notApplicable' && status !== 'cancelled');
  const alive = projects.filter(({ status }) => status !== 'stopped');
  if (meant.length === 0 && alive.length === 0) return 'withoutStep';
  if (meant.some(isProven) || alive.some(({ status, measured }) => status === 'completed' && measured)) return 'covered';
  return meant.some(({ status }) => status === 'done') || alive.some(({ status }) => status === 'completed') ? 'withoutEvidence' : 'underway';
}

export interface CoverageFigures { total: number; covered: number; underway: number; withoutEvidence: number; withoutStep: number; percent: number | null }

/** The figures of a text. `percent` of its articles are covered, rounded down so that 100 means all; null of a text without articles. */
export function coverageOf(states: readonly ArticleState[]): CoverageFigures {
  const count = (wanted: ArticleState) => states.filter((state) => state === wanted).length;
  const [total, covered] = [states.length, count('covered')];
  return { total, covered, underway: count('underway'), withoutEvidence: count('withoutEvidence'), withoutStep: count('withoutStep'), percent: total === 0 ? null : Math.floor((100 * covered) / total) };
}
