import { Injectable } from '@nestjs/common';
import { JOB_NAMES, type Incident, type ListQuery, type Page } from '@tawama/contracts';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { WorkQueue } from '../../platform/queue/work-queue.js';
import { AuditJournal } from '../audit/audit-journal.js';
import { DeliveriesStore } from '../deliveries/deliveries.store.js';
import { IncidentsStore } from '../incidents/incidents.store.js';
import { MailWriter } from '../mails/mail-writer.js';

/** Mails that did not arrive. */
@Injectable()
export class FailedMails {
  constructor(private readonly store: DeliveriesStore, private readonly writer: MailWriter) {}

  /** A failed mail goes on where it stopped; one to an address that was given up becomes a new one. */
  async again(tx: Tx, deliveryId: string): Promise<void> {
    const state = await this.store.lock(tx, deliveryId);
    const delivery = await this.store.find(tx, deliveryId, null);
    if (!delivery) return;
    await this.store.liftSuppression(tx, delivery.personId, delivery.email);
    if (state === 'failed') await this.store.sendOff(tx, deliveryId);
    if (state === 'suppressed') await this.store.repeat(tx, deliveryId, this.writer.domain);
    await this.store.wake(tx);
  }
}

/** What went wrong, for a person to try again or to set aside. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly database: Database,
    private readonly store: IncidentsStore,
    private readonly mails: FailedMails,
    private readonly journal: AuditJournal,
    private readonly queue: WorkQueue,
  ) {}

  list(query: ListQuery): Promise<Page<Incident>> { return this.database.read((tx) => this.store.list(tx, query)); }

  get(id: string): Promise<Incident> { return this.database.read(async (tx) => found(await this.store.find(tx, id))); }

  /** Tries again what failed: the same mail or the same job once more. @throws Refusal `record/not-found`, `incident/closed` */
  async retry(viewer: Viewer, id: string): Promise<Incident> {
    const incident = await this.close(viewer, id, 'retried');
    const job = JOB_NAMES.find((name) => name === incident.job);
    // Never throws and does not wait long; the sweep makes good what the queue misses.
    if (job) await this.queue.nudge(job);
    return incident;
  }

  /** @throws Refusal `record/not-found`, `incident/closed` */
  dismiss(viewer: Viewer, id: string): Promise<Incident> { return this.close(viewer, id, 'dismissed'); }

  private close(viewer: Viewer, id: string, state: 'retried' | 'dismissed'): Promise<Incident> {
    return this.database.transaction(async (tx) => {
      const incident = found(await this.store.lock(tx, id));
      if (incident.state !== 'open') throw new Refusal('incident/closed', { current: incident });
      if (state === 'retried' && incident.deliveryId !== null) await this.mails.again(tx, incident.deliveryId);
      await this.store.close(tx, id, state);
      await this.journal.record(tx, { actorId: viewer.accountId, action: state === 'retried' ? 'incident.retry' : 'incident.dismiss', subjectType: 'incident', subjectId: id, before: { state: 'open' }, after: { state } });
      return found(await this.store.find(tx, id));
    });
  }
}

function found(incident: Incident | undefined): Incident {
  if (!incident) throw new Refusal('record/not-found');
  return incident;
}
