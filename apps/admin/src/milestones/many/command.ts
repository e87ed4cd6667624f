import type { MilestoneBulk, MilestoneCommandName } from '@tawama/contracts';
import type { Chosen } from './selection.js';

/** The commands that make sense for many milestones at once. */
export type ManyCommand = Extract<MilestoneCommandName, 'reschedule' | 'assign' | 'submit' | 'mark-not-applicable'>;
export type FieldName = 'dueOn' | 'reason' | 'ownerId' | 'counterpartId' | 'doneOn' | 'note';
export const FIELDS: Record<ManyCommand, readonly FieldName[]> = { reschedule: ['dueOn', 'reason'], assign: ['ownerId', 'counterpartId'], submit: ['doneOn', 'note'], 'mark-not-applicable': ['reason'] };

/** What is sent: the milestones with the versions that were seen, and the fields that were filled in. An empty counterpart stays who it is. */
export function requestOf(command: ManyCommand, chosen: readonly Chosen[], values: Partial<Record<FieldName, string>>): Record<keyof MilestoneBulk, unknown> {
  const filled = FIELDS[command].flatMap((name) => { const value = (values[name] ?? '').trim(); return value === '' ? [] : [[name, value] as const]; });
  return { command, ids: chosen.map(({ id }) => id), versions: Object.fromEntries(chosen.map(({ id, version }) => [id, version])), body: Object.fromEntries(filled) };
}
