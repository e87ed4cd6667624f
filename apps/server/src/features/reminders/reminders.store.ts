import { Injectable } from '@nestjs/common';
import type { ListQuery, Page, Reminder, reminderList } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';

const COLUMNS = `r.id, r.person_id AS "personId", r.milestone_id AS "milestoneId", r.agreement_id AS "agreementId", r.rung, r.role, r.cycle_no AS "cycleNo", r.local_date AS "localDate",
  r.local_time AS "localTime", r.zone, r.due_at AS "dueAt", r.state, r.delivery_id AS "deliveryId"`;
const LIST = {
  from: 'reminder r', select: COLUMNS, id: 'r.id', within: (agreementIds) => `r.agreement_id = ANY(${agreementIds})`,
  columns: {
    id: { sql: 'r.id', type: 'uuid' }, personId: { sql: 'r.person_id', type: 'uuid' }, milestoneId: { sql: 'r.milestone_id', type: 'uuid' }, agreementId: { sql: 'r.agreement_id', type: 'uuid' },
    deliveryId: { sql: 'r.delivery_id', type: 'uuid' }, state: 'r.state', rung: 'r.rung', dueAt: { sql: 'r.due_at', type: 'timestamptz' }, localDate: { sql: 'r.local_date', type: 'date' },
  },
} satisfies ListSource<typeof reminderList>;

/** Reading reminders, one or many. */
@Injectable()
export class RemindersStore {
  list(tx: EntityManager, query: ListQuery, scope: readonly string[] | null): Promise<Page<Reminder>> { return selectPage<Reminder>(tx, LIST, query, scope); }

  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<Reminder | undefined> {
    return (await tx.query<Reminder[]>(`SELECT ${COLUMNS} FROM reminder r WHERE r.id = $1 AND ($2::uuid[] IS NULL OR r.agreement_id = ANY($2))`, [id, scope]))[0];
  }
}
