import { type EpochMs, isoToInstant } from '../calendar/instant.js';
import type { ZoneTable } from '../calendar/zone.js';
import { instantToLocal } from '../calendar/zone.js';
import type { Plan, PlanMilestone } from '../plans/plan.js';
import type { LadderRung } from '../reminders/ladder.js';
import { decideMail, followingDigest, type ForecastMail, type MailRecipient } from '../reminders/mails.js';
import { planReminders, type RemindedPeople, type ReminderDraft, type StoredReminder } from '../reminders/plan.js';

/** A planned or sent reminder as the database would hold it. */
type Row = Omit<StoredReminder, 'state'> & ReminderDraft & { state: StoredReminder['state'] };

interface World { readonly peopleOf: (milestone: PlanMilestone) => RemindedPeople; readonly recipients: readonly MailRecipient[]; readonly ladder: readonly LadderRung[]; readonly zones: ZoneTable }

/** Plans and sends the mails of a plan that is played, row by row as the running program does, only in memory. */
export class Postman {
  readonly mails: ForecastMail[] = [];
  private readonly rows = new Map<string, Row[]>();
  private readonly seen = new Map<string, PlanMilestone>();
  private readonly recipients: Map<string, MailRecipient>;
  private nextId = 0;

  constructor(private readonly world: World, private now: EpochMs) {
    this.recipients = new Map(world.recipients.map((one) => [one.personId, one]));
  }

  /** Plans the reminders of every step that is another than before. */
  keepUp(plan: Plan, now: EpochMs): void {
    this.now = now;
    const { id: agreementId, status, remindersStartedAt } = plan.agreement;
    const agreement = { status, remindersStartedAt: remindersStartedAt === null ? null : isoToInstant(remindersStartedAt) };
    for (const milestone of plan.milestones) {
      const before = this.seen.get(milestone.id);
      if (before && before.status === milestone.status && before.dueOn === milestone.dueOn && before.provisional === milestone.provisional) continue;
      this.seen.set(milestone.id, milestone);
      const existing = this.rows.get(milestone.id) ?? [];
      const cycleNo = Math.max(milestone.cycleNo, ...existing.map((row) => row.cycleNo));
      const { add, renew, cancel } = planReminders({ milestone: { ...milestone, agreementId, cycleNo }, agreement, people: this.world.peopleOf(milestone), ladder: this.world.ladder, existing, now, zones: this.world.zones });
      if (add.length + renew.length + cancel.length === 0) continue;
      const gone = new Set(cancel);
      const anew = new Map(renew.map(({ id, draft }) => [id, draft]));
      this.rows.set(milestone.id, [
        ...existing.map((row): Row => { const draft = anew.get(row.id); return draft ? { ...draft, id: row.id, state: 'planned' } : gone.has(row.id) ? { ...row, state: 'cancelled' } : row; }),
        ...add.map((draft) => this.planned(draft)),
      ]);
    }
  }

  /** Everything that leaves up to this instant. */
  deliverUntil(to: EpochMs): void {
    for (;;) {
      let at = Infinity;
      let personId = '';
      for (const row of this.due()) if (row.dueAt < at) { at = row.dueAt; personId = row.personId; }
      if (at > to) break;
      this.write(personId, Math.max(at, this.now));
    }
    this.now = to;
  }

  private *due(): Generator<Row> {
    for (const rows of this.rows.values()) for (const row of rows) if (row.state === 'planned') yield row;
  }

  private write(personId: string, now: EpochMs): void {
    const mine = [...this.due()].filter((row) => row.personId === personId);
    const recipient = this.recipients.get(personId);
    if (!recipient) return this.put(mine.map((row): [Row, Row] => [row, { ...row, state: 'cancelled' }]));
    for (const stream of ['ordinary', 'escalation'] as const) {
      const decision = decideMail({ planned: mine, recipient, now, zones: this.world.zones }, stream);
      if (decision.step === 'wait') continue;
      const { localDate, dueAt, reminders } = decision;
      if (decision.step === 'putOff') {
        this.put(reminders.map((row): [Row, Row] => [row, { ...row, localDate, dueAt }]));
        continue;
      }
      const held = stream === 'escalation';
      this.mails.push({ personId, kind: decision.kind, held, localDate, localTime: instantToLocal(this.world.zones, recipient.zone, dueAt).time, zone: recipient.zone, dueAt, reminders });
      this.put(reminders.map((row): [Row, Row] => [row, { ...row, state: 'materialised' }]));
      for (const row of reminders) {
        const following = followingDigest(row, localDate, this.world.zones);
        if (following) this.rows.get(row.milestoneId)?.push(this.planned(following));
      }
      this.recipients.set(personId, { ...recipient, ...(held ? { lastEscalationOn: localDate } : { lastMailOn: localDate }) });
    }
  }

  private put(changes: readonly (readonly [Row, Row])[]): void {
    for (const [before, after] of changes) {
      const rows = this.rows.get(before.milestoneId);
      const place = rows?.findIndex(({ id }) => id === before.id) ?? -1;
      if (rows && place >= 0) rows[place] = after;
    }
  }

  private planned(draft: ReminderDraft): Row {
    this.nextId += 1;
    return { ...draft, id: String(this.nextId), state: 'planned' };
  }
}
