import { startSmtpSink, type SmtpSink } from '@tawama/testkit';
import type { Claim } from '../src/features/sending/sending.store.js';
import { openGround, type TestGround } from './ground.js';
import { postOfficeOn, type PostOffice } from './post-office.js';

/** A club with one agreement of two open steps, a mail server that takes everything, and a worker. */
export interface MailGround {
  ground: TestGround; sink: SmtpSink; office: PostOffice; abroad: string; agreementId: string; milestoneIds: string[];
  /** A pending mail to a new person unless one is named; answers the delivery's id. */
  mail(email?: string, steps?: number, language?: 'ar' | 'fr' | 'en', personId?: string): Promise<string>;
  /** The delivery as it is, with what is known of its way. */
  row(id: string): Promise<Record<string, unknown> | undefined>;
  /** The phases of all its tries. */
  phases(id: string): Promise<string[]>;
  expireLeases(): Promise<unknown>;
  claim(owner: string): Promise<Claim>;
  close(): Promise<void>;
}

export async function openMailGround(): Promise<MailGround> {
  const ground = await openGround('2026-01-27T12:00:00Z');
  const sink = await startSmtpSink();
  const office = postOfficeOn(ground, { SMTP_URL: sink.url, MAIL_FROM: 'Club <club@smara.example>' });
  const [home, abroad] = [await ground.city('smara', { role: 'home' }), await ground.city('abroad')];
  const { id: agreementId, milestoneIds } = await ground.agreement(home, abroad, [{ status: 'open', dueOn: '2026-01-27' }, { status: 'open', dueOn: '2026-01-28' }]);
  const coordinator = await ground.person(home, { name: 'Amal', email: 'amal@example.org', language: 'ar' });
  await ground.test.query('UPDATE agreement SET reminders_started_at = club_now(), coordinator_id = $2 WHERE id = $1', [agreementId, coordinator]);
  let mails = 0;
  return {
    ground, sink, office, abroad, agreementId, milestoneIds,
    async mail(email, steps = 1, language = 'en', personId) {
      mails += 1;
      const address = email ?? `p${mails}@example.org`;
      const person = personId ?? await ground.person(abroad, { name: 'Jean, "le" Maire', email: address, language });
      const [row] = await ground.test.query<{ id: string }>(
        `INSERT INTO delivery (id, message_id, kind, person_id, local_date, email, recipient_name, language, state, due_at)
         SELECT n.id, '<d-' || n.id || '@smara.example>', 'reminder', $1, (SELECT '2026-01-27'::date + count(*)::int FROM delivery WHERE person_id = $1), $2, 'x', $3, 'pending', club_now() FROM (SELECT new_id() AS id) n RETURNING id`, [person, address, language]);
      for (const milestoneId of milestoneIds.slice(0, steps)) {
        await ground.test.query(`INSERT INTO reminder (agreement_id, milestone_id, rung, cycle_no, role, person_id, rung_on, local_date, local_time, zone, due_at, tz_version, state, delivery_id)
          VALUES ($1, $2, $5, 0, 'counterpart', $3, '2026-01-27', '2026-01-27', '09:00', 'Africa/El_Aaiun', club_now(), 'test', 'materialised', $4)`, [agreementId, milestoneId, person, row?.id, `d+${mails}`]);
      }
      return row?.id ?? '';
    },
    async row(id) {
      return (await ground.test.query<Record<string, unknown>>(
        `SELECT d.state, coalesce(x.attempts, d.attempts) AS attempts, coalesce(x.fence, d.fence) AS fence, d.transport, d.smtp_code, d.outcome, d.subject, d.email, d.body IS NOT NULL AS kept, x.lease_owner AS owner,
                x.free_at > clock_timestamp() AS later, extract(epoch FROM x.free_at - clock_timestamp())::float8 AS pause FROM delivery d LEFT JOIN dispatch x ON x.delivery_id = d.id WHERE d.id = $1`, [id]))[0];
    },
    async phases(id) { return (await ground.test.query<{ phase: string }>('SELECT phase FROM delivery_attempt WHERE delivery_id = $1 ORDER BY fence, at', [id])).map(({ phase }) => phase); },
    expireLeases: () => ground.test.query(`UPDATE dispatch SET lease_ends_at = clock_timestamp() - interval '1 second' WHERE lease_owner IS NOT NULL`),
    async claim(owner) {
      const { claims: [one] } = await office.sending.claim(10, owner, 90);
      if (!one) throw new Error('nothing was claimed');
      return one;
    },
    async close() {
      await office.lifecycle.stop();
      await sink.close();
      await ground.close();
    },
  };
}
