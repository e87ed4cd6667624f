import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DeliveryKind, Language } from '@tawama/contracts';
import { daysBetween, instantToLocal, type ZoneTable } from '@tawama/domain';
import { renderMail, type MailBase, type MailInput, type MailItem, type StepsMail } from '@tawama/messages/mails';
import type { Asked } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { LinkTokens } from '../../platform/http/link-tokens.js';
import { composeMail } from '../../platform/mail/compose.js';
import { keepMail, mailBytes } from '../../platform/mail/mail-parts.js';
import { domainOf, mailbox, oneLine, readMailbox } from '../../platform/mail/mailbox.js';
import { ZONES } from '../../platform/zones.js';
import { CLUB_NAME } from './club-name.js';
import { ContentsStore, type DeliveryFacts, type MandateFacts, type ReminderFacts, type StepFacts } from './contents.store.js';

/** What is kept of a mail that is offered to a server: what the Outbox tells of it, a form from which its bytes can be had again, and their SHA-256. */
export interface Offered { subject: string; email: string; name: string; language: Language; kept: Buffer; hash: Buffer }
/** `told`: how many reminders of open steps it tells of; null where it does not depend on any. */
export interface WrittenMail extends Offered { bytes: Buffer; html: string; text: string; told: number | null }
/** Why a mail is not written after all. */
export type Unwritten = 'nothingLeft' | 'inactive' | 'noAddress' | 'linkUsed';
export interface StepsHead { kind: 'reminder' | 'catchUp' | 'escalation'; language: Language; name: string; side: 'home' | 'partner' | null; localDate: string; late: boolean }

const STEPS = new Set<DeliveryKind>(['reminder', 'catchUp', 'escalation']);

/** What one mail is written from. `all`: also what is over meanwhile. */
interface Material { coordinator: MailBase['coordinator']; steps: ReadonlyMap<string, StepFacts>; reminders: readonly ReminderFacts[]; mandates: readonly MandateFacts[]; all: boolean }

/** Writes mails: gathers what they tell, renders it in the recipient's language, makes the bytes. */
@Injectable()
export class MailWriter {
  private readonly from;

  constructor(readonly contents: ContentsStore, private readonly env: Env, private readonly links: LinkTokens, @Inject(ZONES) private readonly zones: ZoneTable) {
    this.from = readMailbox(env.mailFrom);
  }

  /** Domain of every Message-ID. */
  get domain(): string { return domainOf(this.from.address); }

  /**
   * @param options.language another language than the recipient's, for a look
   * @param options.all also steps that are done or moved meanwhile, for a look at what was sent
   */
  async write(tx: Asked, delivery: DeliveryFacts, options: { language?: Language; all?: boolean } = {}): Promise<WrittenMail | Unwritten> {
    const [written] = await this.writeAll(tx, [{ ...delivery, language: options.language ?? delivery.language }], options.all === true);
    return written ?? 'nothingLeft';
  }

  /** Several at once, with as many queries as for one; in the order given. */
  async writeAll(tx: Asked, deliveries: readonly DeliveryFacts[], all = false): Promise<(WrittenMail | Unwritten)[]> {
    const withSteps = deliveries.filter(({ kind }) => STEPS.has(kind));
    const told = new Map<string, ReminderFacts[]>();
    if (withSteps.length > 0) {
      for (const [id, reminders] of await this.contents.reminders(tx, withSteps.map(({ id }) => id))) {
        const isResend = withSteps.some((one) => one.id === id && one.isResend);
        told.set(id, reminders.filter(({ live }) => live || all || isResend));
      }
    }
    const steps = await this.contents.steps(tx, [...new Set([...told.values()].flat().map(({ milestoneId }) => milestoneId))]);
    const mandates = withSteps.length > 0 ? await this.contents.mandates(tx, withSteps.map(({ id }) => id)) : new Map<string, MandateFacts[]>();
    const everyStepHasOne = withSteps.length === deliveries.length && [...steps.values()].every(({ coordinator: known }) => known !== null);
    const coordinator = everyStepHasOne ? null : await this.contents.anyCoordinator(tx);
    const written: (WrittenMail | Unwritten)[] = [];
    for (const delivery of deliveries) {
      written.push(await this.writeOne(tx, delivery, { coordinator, steps, reminders: told.get(delivery.id) ?? [], mandates: mandates.get(delivery.id) ?? [], all }));
      // Lines at work have their turn between two mails: writing a batch takes as long as they take for several.
      if (deliveries.length > 1) await new Promise((turn) => { setImmediate(turn); });
    }
    return written;
  }

  private async writeOne(tx: Asked, delivery: DeliveryFacts, material: Material): Promise<WrittenMail | Unwritten> {
    if (!delivery.active) return 'inactive';
    const to = delivery.email === null ? undefined : mailbox(delivery.name, delivery.email);
    if (!to) return 'noAddress';
    const { language, kind } = delivery;
    const input = await this.inputOf(tx, delivery, material);
    if (typeof input === 'string') return input;
    const rendered = renderMail(input);
    const replyTo = input.coordinator ? mailbox(input.coordinator.name, input.coordinator.email) ?? null : null;
    const parts = composeMail({
      from: this.from.name === '' ? { name: oneLine(CLUB_NAME[language]), address: this.from.address } : this.from,
      to, replyTo, messageId: delivery.messageId, date: delivery.createdAt, ...this.threadOf(delivery, input), ...rendered,
      unsubscribe: STEPS.has(kind) ? { address: replyTo?.address ?? this.from.address, subject: `unsubscribe ${delivery.id}` } : null,
    });
    const bytes = mailBytes(parts);
    return {
      ...rendered, email: to.address, language, name: delivery.name, bytes, kept: keepMail(parts), hash: createHash('sha256').update(bytes).digest(),
      told: STEPS.has(kind) && !delivery.isResend ? material.reminders.length : null,
    };
  }

  /** The day's mail of one person as data; items whose step is gone are left out. */
  stepsInput(head: StepsHead, reminders: readonly Pick<ReminderFacts, 'milestoneId' | 'rung' | 'role'>[], steps: ReadonlyMap<string, StepFacts>, coordinator: MailBase['coordinator']): StepsMail | 'nothingLeft' {
    const { kind, localDate, late } = head;
    const items = itemsOf(head, reminders, steps, this.env.publicUrl);
    const first = items[0] ? steps.get(items[0].milestoneId) : undefined;
    if (items.length === 0) return 'nothingLeft';
    return { ...this.base(head, first?.coordinator ?? coordinator), kind, localDate, late, items };
  }

  private async inputOf(tx: Asked, delivery: DeliveryFacts, { coordinator, steps, reminders, mandates, all }: Material): Promise<MailInput | Unwritten> {
    const { kind } = delivery;
    const localDate = delivery.localDate ?? instantToLocal(this.zones, delivery.zone ?? this.env.clubTimeZone, delivery.createdAt.getTime()).date;
    if (kind === 'test') return { ...this.base(delivery, coordinator), kind, localDate };
    if (kind === 'reminder' || kind === 'catchUp' || kind === 'escalation') {
      const input = this.stepsInput({ ...delivery, kind, localDate }, reminders, steps, coordinator);
      return input === 'nothingLeft' || mandates.length === 0 ? input : { ...input, mandates: mandates.map(({ personId, ...facts }) => ({ ...facts, url: `${this.env.publicUrl}/people/${personId}` })) };
    }
    const link = delivery.linkId === null ? undefined : await this.contents.link(tx, delivery.linkId, delivery.id);
    if (!link || delivery.linkId === null || !(link.usable || all)) return 'linkUsed';
    return { ...this.base(delivery, coordinator), kind, link: await this.links.addressOf(delivery.linkId), validHours: link.hours, accountEmail: delivery.email ?? '', invitedBy: link.invitedBy };
  }

  private base({ language, name }: { language: Language; name: string }, coordinator: MailBase['coordinator']): MailBase {
    return { language, clubName: CLUB_NAME, recipient: { name }, coordinator, dashboardUrl: this.env.publicUrl };
  }

  /** One step: a conversation of its own in the agreement's list. Several: the person's conversation in the club's. */
  private threadOf({ personId }: DeliveryFacts, input: MailInput): { references: string | null; list: { id: string; name: string } | null } {
    if (!('items' in input) || personId === null) return { references: null, list: null };
    const [only, second] = input.items;
    if (only && !second) return { references: `<ms-${only.milestoneId}@${this.domain}>`, list: { id: `agreement-${only.agreementId}.${this.domain}`, name: '' } };
    return { references: `<p-${personId}@${this.domain}>`, list: { id: `club.${this.domain}`, name: '' } };
  }
}

/** One item a step, with the last rung that speaks of it, by due date. */
function itemsOf(head: StepsHead, reminders: readonly Pick<ReminderFacts, 'milestoneId' | 'rung' | 'role'>[], steps: ReadonlyMap<string, StepFacts>, dashboard: string): MailItem[] {
  const last = new Map(reminders.map((one) => [one.milestoneId, one]));
  return [...last.values()].flatMap(({ milestoneId, rung, role }): MailItem[] => {
    const step = steps.get(milestoneId);
    if (!step) return [];
    const withAccount = head.side === 'home' && role !== 'council';
    return [{
      milestoneId, title: step.title, agreementId: step.agreementId, agreementTitle: step.agreementTitle, cityName: step.cityNames.length === 1 ? step.cityNames[0] ?? null : null,
      stageTitle: step.stageTitle, dueOn: step.dueOn, daysLeft: daysBetween(head.localDate, step.dueOn), evidence: step.evidence, waitingOn: step.waitingOn,
      rung: head.kind === 'catchUp' ? null : rung, role, ownerName: step.ownerName, url: withAccount ? `${dashboard}/agreements/${step.agreementId}` : null,
    }];
  }).sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.milestoneId < b.milestoneId ? -1 : 1));
}
