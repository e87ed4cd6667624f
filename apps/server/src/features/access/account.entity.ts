import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `account`. */
export type AccountRow = {
  id: string; version: number; email: string; name: string; role: string; language: string; person_id: string | null; agreement_ids: string[] | null; active: boolean;
  password_hash: string | null; last_seen_at: Date | null; search_text: string; demonstration: boolean; created_at: Date;
};

export const accountEntity = new EntitySchema<AccountRow>({
  name: 'account',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'account_pkey' },
    version: { type: 'integer', default: 1 },
    email: { type: 'text' },
    name: { type: 'text' },
    role: { type: 'text' },
    language: { type: 'text' },
    person_id: { type: 'uuid', nullable: true },
    agreement_ids: { type: 'uuid', array: true, nullable: true },
    active: { type: 'boolean', default: true },
    password_hash: { type: 'text', nullable: true },
    last_seen_at: { type: 'timestamptz', nullable: true },
    search_text: { type: 'text', default: '' },
    demonstration: { type: 'boolean', default: false },
    created_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
  } satisfies Required<EntitySchemaOptions<AccountRow>['columns']>,
  uniques: [{ name: 'account_email_key', columns: ['email'] }],
  foreignKeys: [{ name: 'account_person', target: 'person', columnNames: ['person_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'account_role_check', expression: `role IN ('administrator', 'coordinator', 'legal', 'council')` },
    { name: 'account_language_check', expression: `language IN ('ar', 'fr', 'en')` },
  ],
});

/** A row of `session`; by physical time. */
export type SessionRow = { token_hash: Buffer; account_id: string; trusted_device: boolean; created_at: Date; seen_at: Date; expires_at: Date };

export const sessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  columns: {
    token_hash: { type: 'bytea', primary: true, primaryKeyConstraintName: 'session_pkey' },
    account_id: { type: 'uuid' },
    trusted_device: { type: 'boolean' },
    created_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    seen_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    expires_at: { type: 'timestamptz' },
  } satisfies Required<EntitySchemaOptions<SessionRow>['columns']>,
  foreignKeys: [{ name: 'session_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
  indices: [{ name: 'session_account', columns: ['account_id'] }, { name: 'session_expiry', columns: ['expires_at'] }],
});

/** A row of `one_time_link`; by club time. `made_by`: the account that asked for it, where it was not the owner. */
export type OneTimeLinkRow = { id: string; account_id: string; purpose: string; expires_at: Date; used_at: Date | null; made_by: string | null };

export const oneTimeLinkEntity = new EntitySchema<OneTimeLinkRow>({
  name: 'one_time_link',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'one_time_link_pkey' },
    account_id: { type: 'uuid' },
    purpose: { type: 'text' },
    expires_at: { type: 'timestamptz' },
    used_at: { type: 'timestamptz', nullable: true },
    made_by: { type: 'uuid', nullable: true },
  } satisfies Required<EntitySchemaOptions<OneTimeLinkRow>['columns']>,
  checks: [{ name: 'one_time_link_purpose_check', expression: `purpose IN ('invitation', 'passwordReset', 'firstAdministrator')` }],
  foreignKeys: [
    { name: 'one_time_link_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'one_time_link_made_by_fkey', target: 'account', columnNames: ['made_by'], referencedColumnNames: ['id'] },
  ],
  indices: [{ name: 'one_time_link_account', columns: ['account_id'] }],
});

/** A row of `login_attempt`; by physical time. */
export type LoginAttemptRow = { id: string; email: string; ip: string; failed: boolean; at: Date };

export const loginAttemptEntity = new EntitySchema<LoginAttemptRow>({
  name: 'login_attempt',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'login_attempt_pkey' },
    email: { type: 'text' },
    ip: { type: 'text' },
    failed: { type: 'boolean' },
    at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
  } satisfies Required<EntitySchemaOptions<LoginAttemptRow>['columns']>,
  indices: [{ name: 'login_attempt_email', columns: ['email', 'at'] }, { name: 'login_attempt_ip', columns: ['ip', 'at'] }],
});
