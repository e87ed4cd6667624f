import { EntitySchema, type EntitySchemaOptions } from 'typeorm';

/** A row of `reminder`: one reminder to one person. */
export type ReminderRow = {
  id: string; agreement_id: string; milestone_id: string; rung: string; cycle_no: number; role: string; person_id: string; hold: boolean;
  rung_on: string; local_date: string; local_time: string; zone: string; due_at: Date; tz_version: string;
  state: string; delivery_id: string | null; created_at: Date;
};

export const reminderEntity = new EntitySchema<ReminderRow>({
  name: 'reminder',
  columns: {
    id: { type: 'uuid', primary: true, default: () => 'new_id()', primaryKeyConstraintName: 'reminder_pkey' },
    agreement_id: { type: 'uuid' },
    milestone_id: { type: 'uuid' },
    rung: { type: 'text' },
    cycle_no: { type: 'integer' },
    role: { type: 'text' },
    person_id: { type: 'uuid' },
    hold: { type: 'boolean', default: false },
    rung_on: { type: 'date' },
    local_date: { type: 'date' },
    local_time: { type: 'text' },
    zone: { type: 'text' },
    due_at: { type: 'timestamptz' },
    tz_version: { type: 'text' },
    state: { type: 'text', default: 'planned' },
    delivery_id: { type: 'uuid', nullable: true },
    created_at: { type: 'timestamptz', default: () => 'club_now()' },
  } satisfies Required<EntitySchemaOptions<ReminderRow>['columns']>,
  uniques: [{ name: 'reminder_milestone_id_rung_cycle_no_role_person_id_key', columns: ['milestone_id', 'rung', 'cycle_no', 'role', 'person_id'] }],
  checks: [
    { name: 'reminder_state_check', expression: `state IN ('planned', 'materialised', 'cancelled')` },
    { name: 'reminder_mail_check', expression: `(state = 'materialised') = (delivery_id IS NOT NULL)` },
  ],
  foreignKeys: [
    { name: 'reminder_agreement_id_fkey', target: 'agreement', columnNames: ['agreement_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'reminder_milestone_id_fkey', target: 'milestone', columnNames: ['milestone_id'], referencedColumnNames: ['id'], onDelete: 'CASCADE' },
    { name: 'reminder_person_id_fkey', target: 'person', columnNames: ['person_id'], referencedColumnNames: ['id'] },
    { name: 'reminder_delivery_id_fkey', target: 'delivery', columnNames: ['delivery_id'], referencedColumnNames: ['id'] },
  ],
  indices: [
    { name: 'reminder_due', columns: ['due_at', 'id'], where: `state = 'planned'` },
    { name: 'reminder_agreement', columns: ['agreement_id'] },
    { name: 'reminder_person', columns: ['person_id', 'due_at'], where: `state = 'planned'` },
    { name: 'reminder_delivery', columns: ['delivery_id'], where: 'delivery_id IS NOT NULL' },
  ],
});
