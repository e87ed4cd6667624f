import type { CommandEffect } from '@tawama/contracts';
import type { Move } from '../plans/plan.js';

/** Whether a command, once saved, moved otherwise than was shown: then somebody changed something in between. */
export function movedOtherwise(shown: readonly Move[], { moved }: Partial<Pick<CommandEffect, 'moved'>>): boolean {
  const written = (moves: readonly Move[]): string => moves.map(({ milestoneId, from, to }) => `${milestoneId} ${from} ${to}`).sort().join();
  return moved !== undefined && written(moved) !== written(shown);
}
