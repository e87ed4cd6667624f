import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `delivery`: one mail to one person. */
export type DeliveryRow = {
  id: string; kind: string; person_id: string | null; account_id: string | null; link_id: string | null; local_date: string | null; email: string; recipient_name: string;
  language: string; subject: string; state: string; transport: string | null; message_id: string; due_at: Date; sent_at: Date | null; late: boolean; attempts: number;
  fence: number; smtp_code: number | null; outcome: string | null;
  body: Buffer | null; body_hash: Buffer | null; resend_of: string | null; created_at: Date; needs_somebody: boolean;
};

export const deliveryEntity = new EntitySchema<DeliveryRow>({
  name: 'delivery',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'delivery_pkey' },
    kind: { type: 'text' },
    person_id: { type: 'uuid', nullable: true },
    account_id: { type: 'uuid', nullable: true },
    link_id: { type: 'uuid', nullable: true },
    local_date: { type: 'date', nullable: true },
    email: { type: 'text' },
    recipient_name: { type: 'text' },
    language: { type: 'text' },
    subject: { type: 'text', default: '' },
    state: { type: 'text' },
    transport: { type: 'text', nullable: true },
    message_id: { type: 'text' },
    due_at: { type: 'timestamptz' },
    sent_at: { type: 'timestamptz', nullable: true },
    late: { type: 'boolean', default: false },
    attempts: { type: 'integer', default: 0 },
    fence: { type: 'bigint', default: 0 },
    smtp_code: { type: 'integer', nullable: true },
    outcome: { type: 'text', nullable: true },
    body: { type: 'bytea', nullable: true },
    body_hash: { type: 'bytea', nullable: true },
    resend_of: { type: 'uuid', nullable: true },
    created_at: { type: 'timestamptz', default: () => 'club_now()' },
    // A trigger sets it from the state.
    needs_somebody: { type: 'boolean', default: false },
  } satisfies Required<EntitySchemaOptions<DeliveryRow>['columns']>,
  uniques: [{ name: 'delivery_message_id_key', columns: ['message_id'] }],
  checks: [
    { name: 'delivery_language_check', expression: `language IN ('ar', 'fr', 'en')` },
    { name: 'delivery_state_check', expression: `state IN ('pending', 'held', 'sent', 'failed', 'suppressed', 'cancelled')` },
    { name: 'delivery_transport_check', expression: `transport IN ('smtp', 'outbox')` },
    { name: 'delivery_sent_check', expression: `state <> 'sent' OR (sent_at IS NOT NULL AND transport IS NOT NULL)` },
  ],
  foreignKeys: [
    { name: 'delivery_person_id_fkey', target: 'person', columnNames: ['person_id'], referencedColumnNames: ['id'] },
    { name: 'delivery_account_id_fkey', target: 'account', columnNames: ['account_id'], referencedColumnNames: ['id'] },
    { name: 'delivery_link_id_fkey', target: 'one_time_link', columnNames: ['link_id'], referencedColumnNames: ['id'] },
    { name: 'delivery_resend_of_fkey', target: 'delivery', columnNames: ['resend_of'], referencedColumnNames: ['id'] },
  ],
  indices: [
    { name: 'delivery_one_a_day', columns: ['person_id', 'local_date', 'kind'], unique: true, where: 'local_date IS NOT NULL' },
    { name: 'delivery_needs_somebody', columns: ['id'], where: 'needs_somebody' },
    { name: 'delivery_list', synchronize: false },
  ],
});

/** A row of `dispatch`: a pending delivery, with whoever has it now or the moment of its next try. There is one as long as the delivery is pending. */
export type DispatchRow = { delivery_id: string; due_at: Date; free_at: Date; lease_owner: string | null; lease_ends_at: Date; fence: number; attempts: number };

export const dispatchEntity = new EntitySchema<DispatchRow>({
  name: 'dispatch',
  columns: {
    delivery_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'dispatch_pkey' },
    due_at: { type: 'timestamptz' },
    free_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    lease_owner: { type: 'text', nullable: true },
    lease_ends_at: { type: 'timestamptz', default: () => "'-infinity'" },
    fence: { type: 'bigint' },
    attempts: { type: 'integer' },
  } satisfies Required<EntitySchemaOptions<DispatchRow>['columns']>,
  foreignKeys: [{ name: 'dispatch_delivery_id_fkey', target: 'delivery', columnNames: ['delivery_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
  indices: [{ name: 'dispatch_due', columns: ['due_at', 'free_at'] }],
});

/** A row of `delivery_attempt`: how far one try came. */
export type DeliveryAttemptRow = { delivery_id: string; fence: number; phase: string; at: Date; smtp_code: number | null; detail: string | null };

export const deliveryAttemptEntity = new EntitySchema<DeliveryAttemptRow>({
  name: 'delivery_attempt',
  columns: {
    delivery_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'delivery_attempt_pkey' },
    fence: { type: 'bigint', primary: true, primaryKeyConstraintName: 'delivery_attempt_pkey' },
    phase: { type: 'text', primary: true, primaryKeyConstraintName: 'delivery_attempt_pkey' },
    at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    smtp_code: { type: 'integer', nullable: true },
    detail: { type: 'text', nullable: true },
  } satisfies Required<EntitySchemaOptions<DeliveryAttemptRow>['columns']>,
  checks: [{ name: 'delivery_attempt_phase_check', expression: `phase IN ('connected', 'data_sent', 'accepted', 'rejected', 'timeout')` }],
  foreignKeys: [{ name: 'delivery_attempt_delivery_id_fkey', target: 'delivery', columnNames: ['delivery_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
});

/** A row of `suppression`: an address that gets no more mail. */
export type SuppressionRow = { email: string; reason: string; at: Date };

export const suppressionEntity = new EntitySchema<SuppressionRow>({
  name: 'suppression',
  columns: {
    email: { type: 'text', primary: true, primaryKeyConstraintName: 'suppression_pkey' },
    reason: { type: 'text' },
    at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
  } satisfies Required<EntitySchemaOptions<SuppressionRow>['columns']>,
});
