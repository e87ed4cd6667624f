import type { MilestoneCommand, MilestoneCommandName } from '@tawama/contracts';
import type { IntendedChange } from '@tawama/domain';
import { isValidPlainDate } from '@tawama/workflow';

/** Stands for words that are not written yet: they change nothing in what will happen. */
const WORDS = '…';

/** The command as it stands in the dialog, for the rules to try; null while a date or a person is missing, and for what moves nothing. */
export function intendedCommand(id: string, name: MilestoneCommandName, values: Partial<Record<string, string>>): IntendedChange | null {
  const command = commandOf(name, values);
  return command && { of: 'milestone', id, command };
}

function commandOf(name: MilestoneCommandName, { doneOn = '', dueOn = '', ownerId = '', counterpartId = '' }: Partial<Record<string, string>>): MilestoneCommand | null {
  switch (name) {
    case 'start': case 'unblock': return { name };
    case 'submit': return isValidPlainDate(doneOn) ? { name, doneOn, note: '' } : null;
    // Whoever accepts without the proof says why; it is previewed before that.
    case 'accept': return { name, withoutEvidence: WORDS };
    case 'reschedule': return isValidPlainDate(dueOn) ? { name, dueOn, reason: WORDS } : null;
    case 'assign': return ownerId === '' ? null : { name, ownerId, counterpartId: counterpartId === '' ? null : counterpartId };
    case 'return': case 'block': case 'mark-not-applicable': case 'reopen': return { name, reason: WORDS };
    case 'confirm': case 'deny': return null;
  }
}
