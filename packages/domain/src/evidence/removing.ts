import type { Permission } from '@tawama/contracts';

/** Who wants to remove a file: their account and their rights. */
export interface Remover { readonly accountId: string; readonly permissions: Iterable<Permission> }

/** Whether they may: who may only bring proof takes away what they brought, who is in charge of the steps any of it. @param uploadedBy the account; null: the program */
export function mayRemoveEvidence({ accountId, permissions }: Remover, uploadedBy: string | null): boolean {
  const rights = new Set(permissions);
  return rights.has('evidence.write') && (uploadedBy === accountId || rights.has('milestone.command'));
}
