import { type EpochMs, isoToInstant } from '../calendar/instant.js';
import type { ZoneTable } from '../calendar/zone.js';
import { instantToLocal } from '../calendar/zone.js';
import type { Plan, PlanMilestone } from '../plans/plan.js';
import { laddersOf, type LadderOf } from '../reminders/ladder.js';
import { decideMail, followingDigest, type ForecastMail, type MailRecipient } from '../reminders/mails.js';
import { planReminders, type RemindedPeople, type ReminderDraft, type StoredReminder } from '../reminders/plan.js';

/** A planned or sent reminder as the database would hold it. */
type Row = Omit<StoredReminder, 'state'> & ReminderDraft & { state: StoredReminder['state'] };

/** What is planned for one person. `notBefore`: none of it is due earlier. */
interface Planned { readonly rows: Set<Row>; notBefore: EpochMs }

interface World { readonly peopleOf: (milestone: PlanMilestone) => RemindedPeople; readonly recipients: readonly MailRecipient[]; readonly zones: ZoneTable }

/** Plans and sends the mails of a plan that is played, row by row as the running program does, only in memory. */
export class Postman {
  readonly mails: ForecastMail[] = [];
  /** every reminder of a step, as planning asks for them */
  private readonly rows = new Map<string, Row[]>();
  /** the planned ones by person: years of sent ones are not looked at again */
  private readonly planned = new Map<string, Planned>();
  private readonly seen = new Map<string, PlanMilestone>();
  private readonly recipients: Map<string, MailRecipient>;
  /** a plan that is played follows one version from its first day to its last */
  private ladderOf: LadderOf | undefined;
  private nextId = 0;

  constructor(private readonly world: World, private now: EpochMs) {
    this.recipients = new Map(world.recipients.map((one) => [one.personId, one]));
  }

  /** Plans the reminders of every step that is another than before. */
  keepUp(plan: Plan, now: EpochMs): void {
    this.now = now;
    const ladderOf = this.ladderOf ??= laddersOf(plan.template);
    const { id: agreementId, status, remindersStartedAt } = plan.agreement;
    const agreement = { status, remindersStartedAt: remindersStartedAt === null ? null : isoToInstant(remindersStartedAt) };
    for (const milestone of plan.milestones) {
      const before = this.seen.get(milestone.id);
      if (before === milestone) continue;
      if (before && before.status === milestone.status && before.dueOn === milestone.dueOn && before.provisional === milestone.provisional) continue;
      this.seen.set(milestone.id, milestone);
      const existing = this.rows.get(milestone.id) ?? [];
      const cycleNo = Math.max(milestone.cycleNo, ...existing.map((row) => row.cycleNo));
      const { add, renew, cancel } = planReminders({ milestone: { ...milestone, agreementId, cycleNo }, agreement, people: this.world.peopleOf(milestone), ladder: ladderOf(milestone.key), existing, now, zones: this.world.zones });
      if (add.length + renew.length + cancel.length === 0) continue;
      const gone = new Set(cancel);
      const anew = new Map(renew.map(({ id, draft }) => [id, draft]));
      for (const row of existing) {
        const draft = anew.get(row.id);
        if (draft) this.put(row, { ...draft, id: row.id, state: 'planned' }); else if (gone.has(row.id)) this.put(row, { ...row, state: 'cancelled' });
      }
      for (const draft of add) this.add(draft);
    }
  }

  /** Everything that leaves up to this instant. */
  deliverUntil(to: EpochMs): void {
    for (;;) {
      let at = Infinity;
      let personId = '';
      for (const [person, planned] of this.planned) {
        // Most acts are followed by the next one before anybody is due another mail.
        if (planned.notBefore > to || planned.notBefore >= at) continue;
        let earliest = Infinity;
        for (const { dueAt } of planned.rows) if (dueAt < earliest) earliest = dueAt;
        planned.notBefore = earliest;
        if (earliest < at) { at = earliest; personId = person; }
      }
      if (at > to) break;
      this.write(personId, Math.max(at, this.now));
    }
    this.now = to;
  }

  private write(personId: string, now: EpochMs): void {
    const mine = [...this.planned.get(personId)?.rows ?? []];
    const recipient = this.recipients.get(personId);
    if (!recipient) {
      for (const row of mine) this.put(row, { ...row, state: 'cancelled' });
      return;
    }
    for (const stream of ['ordinary', 'escalation'] as const) {
      const decision = decideMail({ planned: mine, recipient, now, zones: this.world.zones }, stream);
      if (decision.step === 'wait') continue;
      const { localDate, dueAt, reminders } = decision;
      if (decision.step === 'putOff') {
        for (const row of reminders) this.put(row, { ...row, localDate, dueAt });
        continue;
      }
      const held = stream === 'escalation';
      this.mails.push({ personId, kind: decision.kind, held, localDate, localTime: instantToLocal(this.world.zones, recipient.zone, dueAt).time, zone: recipient.zone, dueAt, reminders });
      for (const row of reminders) {
        this.put(row, { ...row, state: 'materialised' });
        const following = followingDigest(row, localDate, this.world.zones);
        if (following) this.add(following);
      }
      this.recipients.set(personId, { ...recipient, ...(held ? { lastEscalationOn: localDate } : { lastMailOn: localDate }) });
    }
  }

  private put(before: Row, after: Row): void {
    const rows = this.rows.get(before.milestoneId);
    const place = rows?.indexOf(before) ?? -1;
    if (rows && place >= 0) rows[place] = after;
    this.planned.get(before.personId)?.rows.delete(before);
    this.plan(after);
  }

  private add(draft: ReminderDraft): void {
    this.nextId += 1;
    const row: Row = { ...draft, id: String(this.nextId), state: 'planned' };
    const rows = this.rows.get(row.milestoneId);
    if (rows) rows.push(row); else this.rows.set(row.milestoneId, [row]);
    this.plan(row);
  }

  private plan(row: Row): void {
    if (row.state !== 'planned') return;
    const planned = this.planned.get(row.personId);
    if (!planned) { this.planned.set(row.personId, { rows: new Set([row]), notBefore: row.dueAt }); return; }
    planned.rows.add(row);
    if (row.dueAt < planned.notBefore) planned.notBefore = row.dueAt;
  }
}
