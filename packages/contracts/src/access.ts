import { z } from 'zod';
import { role } from './enums.js';
import type { ListShape } from './lists.js';
import { permission } from './permissions.js';
import { emailAddress, id, instant, language, line, record } from './primitives.js';

export const login = z.strictObject({ email: emailAddress, password: z.string().min(1).max(256), trustedDevice: z.boolean().default(false) });
export const forgotPassword = z.strictObject({ email: emailAddress });
export const newPassword = z.string().min(1).max(256);
export const resetPassword = z.strictObject({ token: z.string().min(10).max(200), password: newPassword });
export const changePassword = z.strictObject({ current: z.string().min(1).max(256), password: newPassword });
export const MIN_PASSWORD_LENGTH = 12;

/** An account. `agreementIds: null` is the whole club, a list is that scope and nothing else. */
export const user = z.object({
  ...record, email: z.string(), name: z.string(), role, language, personId: id.nullable(), agreementIds: z.array(id).nullable(),
  active: z.boolean(), invited: z.boolean(), lastSeenAt: instant.nullable(), demonstration: z.boolean(),
});
export type User = z.infer<typeof user>;
const userFields = { name: line(160), role, language, personId: id.nullable(), agreementIds: z.array(id).max(1000).nullable(), active: z.boolean() };
/** Creating an account invites: a mail with a one-time link goes to the address. */
export const userCreate = z.strictObject({ email: emailAddress, name: userFields.name, role, language, personId: id.nullable().default(null), agreementIds: userFields.agreementIds.default(null) });
export type UserCreate = z.infer<typeof userCreate>;
export const userPatch = z.strictObject(userFields).partial();
export type UserPatch = z.infer<typeof userPatch>;
export const userList = {
  sort: ['name', 'email', 'role', 'lastSeenAt'], defaultOrder: 'asc',
  filters: { id: 'id', role: ['administrator', 'coordinator', 'legal', 'council'], active: 'boolean' }, search: true,
} as const satisfies ListShape;

export const me = z.object({
  user: z.object({ id, name: z.string(), email: z.string(), language }),
  personId: id.nullable(), role, scopes: z.object({ agreementIds: z.array(id).nullable() }), permissions: z.array(permission),
});
export type Me = z.infer<typeof me>;
export const mePatch = z.strictObject({ language });

export const auditEntry = z.object({
  id, at: instant, actorId: id.nullable(), actorName: z.string().nullable(), action: z.string(), subjectType: z.string(), subjectId: id.nullable(),
  agreementId: id.nullable(), before: z.unknown(), after: z.unknown(), reason: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditList = {
  sort: ['at'], defaultOrder: 'desc',
  filters: { id: 'id', actorId: 'id', action: 'text', subjectType: 'text', subjectId: 'id', agreementId: 'id', at: 'instant' }, search: false,
} as const satisfies ListShape;
/** Whether the sealed chain still holds: entries sealed, entries not yet sealed, and the first entry that does not fit. */
export const auditVerification = z.object({ intact: z.boolean(), sealed: z.int(), unsealed: z.int(), firstBroken: id.nullable() });
