import { Injectable } from '@nestjs/common';
import type { DeliveryKind, Language, LocalisedText, PersonFunction, RecipientRole, WaitingOn } from '@tawama/contracts';
import { stageTitle } from '@tawama/messages';
import { readOccurrenceKey } from '@tawama/workflow';
import { groupBy } from '../../platform/group-by.js';
import type { Asked } from '../../platform/db/database.js';
import { keptBytes } from '../../platform/mail/mail-parts.js';

/** A step as mails tell it. */
export interface StepFacts {
  milestoneId: string; title: LocalisedText; agreementId: string; agreementTitle: LocalisedText; cityNames: LocalisedText[]; stageTitle: LocalisedText; dueOn: string;
  evidence: LocalisedText | null; waitingOn: WaitingOn | null; ownerName: string | null; coordinator: { name: string; email: string } | null;
}
/** A reminder in a mail. `live`: the step is still open for the date it was reminded of. */
export interface ReminderFacts { milestoneId: string; rung: string; role: RecipientRole; live: boolean }
/** Somebody without a successor whose mandate ends within 60 days, or has ended. */
export interface MandateFacts { personId: string; name: string; function: PersonFunction; endsOn: string; steps: number }
/** A delivery with its recipient as they are now; `side` null for an account without a person. */
export interface DeliveryFacts {
  id: string; kind: DeliveryKind; personId: string | null; accountId: string | null; linkId: string | null; localDate: string | null; email: string | null; name: string; language: Language;
  active: boolean; side: 'home' | 'partner' | null; zone: string | null; messageId: string; late: boolean; isResend: boolean; suppressed: boolean; createdAt: Date;
  /** what was offered to a server once; from then on nothing else is */
  offered: { bytes: Buffer; subject: string; email: string; name: string; language: Language } | null;
}
/** `invitedBy`: the name of whoever asked for the link; null for the program itself. */
export interface LinkFacts { usable: boolean; hours: number; invitedBy: string | null }

/** SQL: a reminder `r` speaks of a step `m` that is still open for the date it was reminded of, in an agreement `a` that runs. */
export const STEP_IS_LIVE = `m.status = 'open' AND NOT m.provisional AND m.cycle_no = r.cycle_no AND a.status IN ('preparing', 'active') AND NOT (${termIsOver()})`;

/** Its last day has passed in every zone, and no job has ended it yet: after days without anybody the mails may be looked at first. */
function termIsOver(): string {
  return `EXISTS (SELECT FROM agreement_event e WHERE e.agreement_id = a.id AND e.key = 'expiry' AND a.status = 'active' AND extract(epoch FROM e."on") + 36 * 3600 <= extract(epoch FROM club_now()))`;
}

/** What a template version calls its stages, and what proves each of its steps. */
interface TemplateWords { stages: readonly { key: string; title: LocalisedText }[]; evidence: ReadonlyMap<string, LocalisedText | null> }

/** What mails are written from. */
@Injectable()
export class ContentsStore {
  private readonly words = new Map<string, TemplateWords>();

  /** In the order of the ids; one that does not exist is left out. */
  async deliveries(tx: Asked, ids: readonly string[]): Promise<DeliveryFacts[]> {
    const rows = await tx.query<(Omit<DeliveryFacts, 'offered'> & { body: Buffer | null; subject: string; storedEmail: string; storedName: string; storedLanguage: Language })[]>(
      `SELECT d.id, d.kind, d.person_id AS "personId", d.account_id AS "accountId", d.link_id AS "linkId", d.local_date AS "localDate",
              CASE WHEN p.id IS NULL THEN d.email ELSE p.email END AS email, coalesce(p.name, d.recipient_name) AS name, coalesce(p.language, d.language) AS language,
              coalesce(p.active, true) AS active, c.role AS side, coalesce(p.time_zone, c.time_zone) AS zone, d.message_id AS "messageId", d.late, d.resend_of IS NOT NULL AS "isResend",
              d.body, d.subject, d.email AS "storedEmail", d.recipient_name AS "storedName", d.language AS "storedLanguage", EXISTS (SELECT 1 FROM suppression s WHERE s.email = coalesce(p.email, d.email)) AS suppressed, d.created_at AS "createdAt"
       FROM delivery d LEFT JOIN person p ON p.id = d.person_id LEFT JOIN city c ON c.id = p.city_id WHERE d.id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], d.id)`, [ids]);
    return rows.map(({ body, subject, storedEmail, storedName, storedLanguage, ...facts }) => ({
      ...facts, offered: body === null ? null : { bytes: keptBytes(body), subject, email: storedEmail, name: storedName, language: storedLanguage },
    }));
  }

  /** The reminders of each delivery, of its original where it repeats one. */
  async reminders(tx: Asked, deliveryIds: readonly string[]): Promise<Map<string, ReminderFacts[]>> {
    const rows = await tx.query<(ReminderFacts & { deliveryId: string })[]>(
      `SELECT d.id AS "deliveryId", r.milestone_id AS "milestoneId", r.rung, r.role,
              ${STEP_IS_LIVE} AS live
       FROM delivery d, LATERAL (SELECT * FROM reminder WHERE delivery_id = coalesce(d.resend_of, d.id) OFFSET 0) r JOIN milestone m ON m.id = r.milestone_id JOIN agreement a ON a.id = m.agreement_id
       WHERE d.id = ANY ($1::uuid[]) ORDER BY r.rung_on, r.id`, [deliveryIds]);
    return groupBy(rows, ({ deliveryId }) => deliveryId);
  }

  async steps(tx: Asked, milestoneIds: readonly string[]): Promise<Map<string, StepFacts>> {
    if (milestoneIds.length === 0) return new Map();
    const rows = await tx.query<(Omit<StepFacts, 'evidence' | 'stageTitle'> & { key: string; stage: string; template: string; version: number })[]>(
      `SELECT m.id AS "milestoneId", m.title, a.id AS "agreementId", a.title AS "agreementTitle", m.stage, m.due_on AS "dueOn", m.waiting_on AS "waitingOn", o.name AS "ownerName",
              coalesce((SELECT jsonb_agg(c.name ORDER BY x.place) FROM agreement_partner x JOIN city c ON c.id = x.city_id WHERE x.agreement_id = a.id), '[]') AS "cityNames",
              m.key, a.template_key AS template, a.template_version AS version,
              CASE WHEN k.email IS NOT NULL AND k.active THEN jsonb_build_object('name', k.name, 'email', k.email) END AS coordinator
       FROM milestone m JOIN agreement a ON a.id = m.agreement_id LEFT JOIN person o ON o.id = m.owner_id LEFT JOIN person k ON k.id = a.coordinator_id
       WHERE m.id = ANY($1::uuid[]) AND m.due_on IS NOT NULL`, [milestoneIds]);
    const steps = new Map<string, StepFacts>();
    for (const { key, stage, template, version, ...row } of rows) {
      const { stages, evidence } = await this.wordsOf(tx, template, version);
      steps.set(row.milestoneId, { ...row, stageTitle: stageTitle(stages, stage), evidence: evidence.get(readOccurrenceKey(key)?.milestone ?? key) ?? null });
    }
    return steps;
  }

  /** A version in use never changes, so its words are read once. */
  private async wordsOf(tx: Asked, template: string, version: number): Promise<TemplateWords> {
    const known = this.words.get(`${template} ${version}`);
    if (known) return known;
    const [row] = await tx.query<{ stages: TemplateWords['stages']; steps: { key: string; evidence: LocalisedText | null }[] }[]>(
      `SELECT definition->'stages' AS stages, definition->'milestones' AS steps FROM template_version WHERE key = $1 AND version = $2`, [template, version]);
    const read = { stages: row?.stages ?? [], evidence: new Map((row?.steps ?? []).map(({ key, evidence }) => [key, evidence])) };
    this.words.set(`${template} ${version}`, read);
    return read;
  }

  /**
   * The successors that each mail asks its reader for: whoever coordinates an agreement in which the person has steps, or is the coordinator of
   * the person's own city, is asked once a week, in the first mail after the question came up.
   */
  async mandates(tx: Asked, deliveryIds: readonly string[]): Promise<Map<string, MandateFacts[]>> {
    const rows = await tx.query<(MandateFacts & { deliveryId: string })[]>(
      `SELECT d.id AS "deliveryId", p.id AS "personId", p.name, p.function, h.mandate_ends_on AS "endsOn",
              (SELECT count(*)::int FROM milestone m JOIN agreement a ON a.id = m.agreement_id WHERE (m.owner_id = p.id OR m.counterpart_id = p.id) AND m.status IN ('planned', 'open', 'submitted', 'blocked') AND a.status IN ('preparing', 'active', 'suspended')) AS steps
       FROM handover h JOIN person p ON p.id = h.person_id AND p.active AND p.mandate_ends_on = h.mandate_ends_on
       CROSS JOIN delivery d JOIN person r ON r.id = d.person_id JOIN city c ON c.id = r.city_id AND c.role = 'home'
       WHERE h.done_on IS NULL AND d.id = ANY ($1::uuid[]) AND d.kind IN ('reminder', 'catchUp') AND d.local_date >= h.asked_on
         AND ((r.function = 'coordinator' AND r.city_id = p.city_id) OR EXISTS (SELECT FROM agreement a WHERE a.coordinator_id = r.id AND a.status IN ('preparing', 'active', 'suspended') AND (a.coordinator_id = p.id
           OR EXISTS (SELECT FROM milestone m WHERE m.agreement_id = a.id AND (m.owner_id = p.id OR m.counterpart_id = p.id) AND m.status IN ('planned', 'open', 'submitted', 'blocked')))))
         AND NOT EXISTS (SELECT FROM delivery e WHERE e.person_id = d.person_id AND e.kind IN ('reminder', 'catchUp') AND e.resend_of IS NULL AND e.state <> 'cancelled'
           AND e.local_date >= greatest(h.asked_on, date_trunc('week', d.local_date)::date) AND e.local_date < d.local_date)
       ORDER BY h.mandate_ends_on, p.id`, [deliveryIds]);
    return groupBy(rows, ({ deliveryId }) => deliveryId);
  }

  /** The coordinator who answers where no agreement names one. */
  async anyCoordinator(tx: Asked): Promise<{ name: string; email: string } | null> {
    const [row] = await tx.query<{ name: string; email: string }[]>(
      `SELECT p.name, p.email FROM person p JOIN city c ON c.id = p.city_id WHERE p.function = 'coordinator' AND p.active AND p.email IS NOT NULL AND c.role = 'home' ORDER BY p.id LIMIT 1`);
    return row ?? null;
  }

  /** Whether a one-time link still opens something, and how many hours it was made for. */
  async link(tx: Asked, linkId: string, deliveryId: string): Promise<LinkFacts | undefined> {
    const [row] = await tx.query<LinkFacts[]>(
      `SELECT l.used_at IS NULL AND l.expires_at > club_now() AS usable, greatest(1, round(extract(epoch FROM l.expires_at - d.created_at) / 3600))::int AS hours, i.name AS "invitedBy"
       FROM delivery d, one_time_link l LEFT JOIN account i ON i.id = l.made_by WHERE l.id = $1 AND d.id = $2`, [linkId, deliveryId]);
    return row;
  }
}
