import type { AuditEntry } from '@tawama/contracts';

/** Deeds of somebody who is not signed in yet; everything else without an actor the program did by itself. */
const BY_ANYBODY = /^account\.(login-?failed|loginFailed|forgot|forgotPassword|forgot-password)/;

export const whoActed = ({ actorId, actorName, action }: Pick<AuditEntry, 'actorId' | 'actorName' | 'action'>): { name: string } | { text: 'journal.program' | 'journal.anybody' } => {
  if (actorName !== null) return { name: actorName };
  return { text: actorId === null && !BY_ANYBODY.test(action) ? 'journal.program' : 'journal.anybody' };
};
