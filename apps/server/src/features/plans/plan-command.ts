import type { Circumstances, Plan, PlanChange, Result } from '@tawama/domain';
import type { Tx } from '../../platform/db/database.js';
import type { Viewer } from '../../platform/http/viewer.js';
import type { Target } from './plan-desk.js';

/** Who changes a plan and how far that goes. */
export interface By {
  /** the account; null: the program itself */
  actorId: string | null;
  /** ids of the agreements that may be touched; null: all */
  scope: readonly string[] | null;
  /** answer the same, save nothing */
  dryRun: boolean;
  /** what is recorded is invented, and marked so */
  demonstration?: boolean;
}

/** The viewer as the one who acts. */
export const byViewer = (viewer: Viewer, dryRun: boolean): By => ({ actorId: viewer.accountId, scope: viewer.agreementIds, dryRun });

export interface PlanCommand {
  target: Target;
  /** the version of the target that the screen showed; null: the program acts on what it finds */
  version: number | null;
  /** the action of the journal, such as `milestone.reschedule`, with what the entry says beside the changed fields */
  journal: { action: string; reason?: string | undefined; after?: Record<string, unknown> };
  /** ids of the people that the command names; `decide` is told of them alone */
  names?: readonly string[];
  decide(plan: Plan, circumstances: Circumstances): Result<PlanChange>;
  /** the day on which new steps came into sight: whoever was there then follows them; undefined: today */
  seenOn?: string | undefined;
  /** a remark on the events that are recorded */
  eventNote?: string | undefined;
  /** what else changes in the same transaction */
  also?(tx: Tx): Promise<void>;
}
