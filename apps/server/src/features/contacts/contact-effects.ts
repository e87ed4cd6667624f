import { Injectable } from '@nestjs/common';
import type { Contact } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { VitalityDesk } from '../vitality/vitality-desk.js';

/** What follows from a contact in the same transaction: its line in the journal, and the vitality of its agreement. */
@Injectable()
export class ContactEffects {
  constructor(private readonly journal: AuditJournal, private readonly vitality: VitalityDesk) {}

  async logged(tx: Tx, actorId: string, contact: Contact): Promise<void> {
    await this.journal.record(tx, { actorId, action: 'contact.create', subjectType: 'contact', subjectId: contact.id, agreementId: contact.agreementId, after: said(contact) });
    await this.refresh(tx, contact);
  }

  async removed(tx: Tx, actorId: string, contact: Contact): Promise<void> {
    await this.journal.record(tx, { actorId, action: 'contact.delete', subjectType: 'contact', subjectId: contact.id, agreementId: contact.agreementId, before: said(contact) });
    await this.refresh(tx, contact);
  }

  private async refresh(tx: Tx, { agreementId }: Contact): Promise<void> {
    if (agreementId !== null) await this.vitality.refresh(tx, [agreementId]);
  }
}

/** The line may name people: the journal keeps that somebody was spoken to, not what was said. */
const said = ({ subject, personId, kind, on }: Contact) => ({ subjectType: subject.type, subjectId: subject.id, personId, kind, on });
