import { Injectable } from '@nestjs/common';
import type { Delivery, DeliveryKind, DeliveryState, deliveryList, Language, ListQuery, Page } from '@tawama/contracts';
import type { EntityManager } from 'typeorm';
import { selectPage, type ListSource } from '../../platform/db/list-sql.js';
import type { Viewer } from '../../platform/http/viewer.js';

export interface NewDelivery {
  kind: DeliveryKind; email: string; name: string; language: Language; state: 'pending' | 'held';
  personId?: string; accountId?: string | null; linkId?: string | null;
  /** the recipient's date; null for mails that no day limits */
  localDate?: string; dueAt?: string; late?: boolean; resendOf?: string; subject?: string;
}
export type NewStepsMail = Required<Pick<NewDelivery, 'kind' | 'personId' | 'localDate' | 'email' | 'name' | 'language' | 'state' | 'dueAt' | 'late' | 'subject'>>;
/** Who may look: an account's own mails hold links that open its door, so only administrators see those of others. */
type Scope = Pick<Viewer, 'accountId' | 'agreementIds' | 'role'>;

const ORIGINAL = 'coalesce(d.resend_of, d.id)';
const FROM = 'delivery d LEFT JOIN dispatch x ON x.delivery_id = d.id';
/** What is in a worker's hands is pending for everybody else, and shown as leased. */
const STATE = `CASE WHEN x.lease_ends_at > clock_timestamp() THEN 'leased' ELSE d.state END`;
const COLUMNS = `d.id, d.kind, ARRAY(SELECT r.id FROM reminder r WHERE r.delivery_id = ${ORIGINAL} ORDER BY r.id) AS "reminderIds", d.person_id AS "personId", d.recipient_name AS "recipientName",
  d.email, d.language, d.subject, ${STATE} AS state, d.transport, d.message_id AS "messageId", d.due_at AS "dueAt", d.sent_at AS "sentAt", coalesce(x.attempts, d.attempts) AS attempts,
  CASE WHEN x.lease_owner IS NULL THEN x.free_at END AS "nextAttemptAt", d.outcome, d.local_date AS "localDate", d.late`;
const withReminder = (column: string) => (values: string) => `EXISTS (SELECT 1 FROM reminder r WHERE r.delivery_id = ${ORIGINAL} AND r.${column} = ANY(${values}))`;

/** Name, address and subject in the form in which questions are compared: a mail is no record of its own, so it has no column for it. */
const SEARCHED = `regexp_replace(translate(lower(d.recipient_name || ' ' || d.email || ' ' || d.subject), 'أإآٱئؤةىیگڭکàâäçéèêëîïôöùûü', 'اااايوهييكككaaaceeeeiioouuu'), '[^[:alnum:]]+', ' ', 'g')`;
/** The highest fence there was of delivery `d`: it goes on from there, so that a finish from before stays a late one. */
export const NEXT_LIFE_FENCE = '(SELECT greatest(d.fence, max(a.fence)) FROM delivery_attempt a WHERE a.delivery_id = d.id)';

const LIST = {
  from: FROM, select: COLUMNS, id: 'd.id', search: SEARCHED,
  // A mail that also tells of another agreement is not theirs to read.
  within: (agreementIds) => `(SELECT bool_and(r.agreement_id = ANY(${agreementIds})) FROM reminder r WHERE r.delivery_id = ${ORIGINAL}) IS TRUE`,
  columns: {
    id: { sql: 'd.id', type: 'uuid' }, kind: 'd.kind', personId: { sql: 'd.person_id', type: 'uuid' }, state: STATE, language: 'd.language', transport: 'd.transport',
    agreementId: { sql: 'd.id', type: 'uuid', matches: withReminder('agreement_id') }, milestoneId: { sql: 'd.id', type: 'uuid', matches: withReminder('milestone_id') },
    dueAt: { sql: 'd.due_at', type: 'timestamptz' }, sentAt: { sql: 'd.sent_at', type: 'timestamptz' },
  },
} satisfies ListSource<typeof deliveryList>;

/** All SQL of the list of mails and its commands. */
@Injectable()
export class DeliveriesStore {
  /** @returns the id of the new row; undefined when the person has one of this kind and date */
  async insert(tx: EntityManager, given: NewDelivery, domain: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO delivery (id, message_id, kind, person_id, account_id, link_id, local_date, email, recipient_name, language, state, due_at, late, resend_of, subject)
       SELECT n.id, '<d-' || n.id || '@' || $1 || '>', $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11::timestamptz, club_now()), $12, $13, $14 FROM (SELECT new_id() AS id) n
       ON CONFLICT DO NOTHING RETURNING id`,
      [domain, given.kind, given.personId ?? null, given.accountId ?? null, given.linkId ?? null, given.localDate ?? null, given.email, given.name, given.language, given.state,
        given.dueAt ?? null, given.late ?? false, given.resendOf ?? null, given.subject ?? '']);
    return row?.id;
  }

  /**
   * Many mails with reminders, one of a kind and person at the most. Put down a moment before it is due, a mail is of the moment when it is.
   * @returns their ids by `<person> <kind>`; one that the person has already for that date is missing
   */
  async insertAll(tx: EntityManager, given: readonly NewStepsMail[], domain: string): Promise<Map<string, string>> {
    const column = <K extends keyof NewStepsMail>(name: K): NewStepsMail[K][] => given.map((one) => one[name]);
    const rows = await tx.query<{ id: string; personId: string; kind: string }[]>(
      `INSERT INTO delivery (id, message_id, kind, person_id, local_date, email, recipient_name, language, state, due_at, late, subject, created_at)
       SELECT n.id, '<d-' || n.id || '@' || $1 || '>', n.kind, n.person, n.local_date, n.email, n.name, n.language, n.state, n.due_at, n.late, n.subject, greatest(club_now(), n.due_at)
       FROM (SELECT new_id() AS id, g.* FROM unnest($2::text[], $3::uuid[], $4::date[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::boolean[], $11::text[])
             AS g (kind, person, local_date, email, name, language, state, due_at, late, subject)) n
       ON CONFLICT DO NOTHING RETURNING id, person_id AS "personId", kind`,
      [domain, column('kind'), column('personId'), column('localDate'), column('email'), column('name'), column('language'), column('state'), column('dueAt'), column('late'), column('subject')]);
    return new Map(rows.map(({ id, personId, kind }) => [`${personId} ${kind}`, id]));
  }

  /** Tells the timers that there is something to do now. */
  async wake(tx: EntityManager): Promise<void> { await tx.query(`SELECT pg_notify('tawama_wake', '')`); }

  list(tx: EntityManager, query: ListQuery, viewer: Scope): Promise<Page<Delivery>> { return selectPage<Delivery>(tx, LIST, query, viewer.agreementIds); }

  async find(tx: EntityManager, id: string, scope: readonly string[] | null): Promise<Delivery | undefined> {
    return (await tx.query<Delivery[]>(`SELECT ${COLUMNS} FROM ${FROM} WHERE d.id = $1 AND ($2::uuid[] IS NULL OR ${LIST.within('$2::uuid[]')})`, [id, scope]))[0];
  }

  /** Keeps it from workers and other people until the transaction ends. */
  async lock(tx: EntityManager, id: string): Promise<DeliveryState | undefined> {
    // The same order as a worker that records: first what is on its way, then the mail.
    await tx.query('SELECT 1 FROM dispatch WHERE delivery_id = $1 FOR UPDATE', [id]);
    return (await tx.query<{ state: DeliveryState }[]>(`SELECT ${STATE} AS state FROM ${FROM} WHERE d.id = $1 FOR UPDATE OF d`, [id]))[0]?.state;
  }

  /** Takes it off the way. What it has learnt there stays with it. */
  async setAside(tx: EntityManager, id: string, state: 'held' | 'cancelled'): Promise<void> {
    await tx.query(
      `WITH gone AS (DELETE FROM dispatch WHERE delivery_id = $1 RETURNING fence, attempts)
       UPDATE delivery SET state = $2, fence = coalesce((SELECT fence FROM gone), fence), attempts = coalesce((SELECT attempts FROM gone), attempts) WHERE id = $1`, [id, state]);
  }

  /** Puts it on its way once more. */
  async sendOff(tx: EntityManager, id: string): Promise<void> {
    await tx.query(`UPDATE delivery SET state = 'pending' WHERE id = $1`, [id]);
    await tx.query(
      `INSERT INTO dispatch (delivery_id, due_at, fence, attempts)
       SELECT id, due_at, ${NEXT_LIFE_FENCE}, attempts FROM delivery d WHERE id = $1`, [id]);
  }

  /** A new mail with the contents of another, to the person's present address. */
  async repeat(tx: EntityManager, id: string, domain: string): Promise<string> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO delivery (id, message_id, kind, person_id, account_id, link_id, email, recipient_name, language, state, due_at, resend_of, subject)
       SELECT n.id, '<d-' || n.id || '@' || $2 || '>', d.kind, d.person_id, d.account_id, d.link_id, coalesce(p.email, d.email), coalesce(p.name, d.recipient_name), coalesce(p.language, d.language),
              'pending', club_now(), ${ORIGINAL}, d.subject
       FROM (SELECT new_id() AS id) n, delivery d LEFT JOIN person p ON p.id = d.person_id WHERE d.id = $1 RETURNING id`, [id, domain]);
    if (!row) throw new Error(`delivery ${id} vanished`);
    return row.id;
  }

  /** The agreement a delivery is about; null when there are several or none. */
  async agreementOf(tx: EntityManager, id: string): Promise<string | null> {
    const rows = await tx.query<{ id: string }[]>(`SELECT DISTINCT r.agreement_id AS id FROM delivery d JOIN reminder r ON r.delivery_id = ${ORIGINAL} WHERE d.id = $1`, [id]);
    return rows.length === 1 ? rows[0]?.id ?? null : null;
  }

  /** The mailbox of an account, for a test mail. */
  async mailboxOf(tx: EntityManager, accountId: string): Promise<{ email: string; name: string; language: Language } | undefined> {
    return (await tx.query<{ email: string; name: string; language: Language }[]>('SELECT email, name, language FROM account WHERE id = $1', [accountId]))[0];
  }

  /** The person's present address and the one that was written to get mail again. */
  async liftSuppression(tx: EntityManager, personId: string | null, email: string): Promise<void> {
    await tx.query('DELETE FROM suppression WHERE email = $2 OR email = (SELECT email FROM person WHERE id = $1)', [personId, email]);
  }
}
