import { Injectable } from '@nestjs/common';
import type { Agreement, AgreementCommandAnswer, AgreementCreate, AgreementPatch, HistoryEntry, ListQuery, Page, RecordEvent } from '@tawama/contracts';
import { changeCoordinator, recordEvent, type Plan } from '@tawama/domain';
import { ClubClock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AgreementOpening } from '../plans/agreement-opening.js';
import { type By, byViewer } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { AgreementsStore } from './agreements.store.js';

type Reader = (tx: Tx) => Promise<Agreement>;

/** The agreements of the club, and what is done to one as a whole. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly database: Database,
    private readonly clock: ClubClock,
    private readonly plans: Plans,
    private readonly opening: AgreementOpening,
    private readonly store: AgreementsStore,
  ) {}

  list(viewer: Viewer, query: ListQuery): Promise<Page<Agreement>> {
    return this.database.read((tx) => this.store.list(tx, query, viewer.agreementIds, this.clock.dateAt(viewer.askedAt), viewer.language));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  get(viewer: Viewer, id: string): Promise<Agreement> {
    return this.database.read(this.reader(id, viewer.agreementIds));
  }

  /** @throws Refusal `record/not-found`, also outside the viewer's scope */
  history(viewer: Viewer, id: string, query: ListQuery): Promise<Page<HistoryEntry>> {
    return this.database.read(async (tx) => {
      await this.reader(id, viewer.agreementIds)(tx);
      return this.store.history(tx, id, query);
    });
  }

  /**
   * Opens an agreement; its reminders wait until they are started.
   * @throws Refusal `access/denied` for whoever may only see certain agreements, and what `AgreementOpening.open` refuses
   */
  async open(viewer: Viewer, given: AgreementCreate, dryRun: boolean): Promise<AgreementCommandAnswer> {
    if (viewer.agreementIds !== null) throw new Refusal('access/denied');
    return this.plans.inTransaction(dryRun, async (tx) => {
      const id = await this.opening.open(tx, { actorId: viewer.accountId, ...given });
      return { ...await this.reader(id, null)(tx), dryRun, moved: [], remindersAdded: 0, remindersCancelled: 0, stepsAdded: 0 };
    });
  }

  /**
   * Changes coordinator or note. Steps that the earlier coordinator followed go to the new one.
   * @throws Refusal `record/not-found`, `record/stale`, `agreement/closed`, and what assigning refuses
   */
  change(viewer: Viewer, id: string, version: number, { coordinatorId, note }: AgreementPatch): Promise<Agreement> {
    return this.plans.run(byViewer(viewer, false), {
      target: { agreementId: id }, version,
      journal: { action: 'agreement.update', after: note === undefined ? {} : { note: note !== null } },
      names: coordinatorId ? [coordinatorId] : [],
      decide: (plan, circumstances) => (coordinatorId === undefined ? unchanged(plan) : changeCoordinator(plan, coordinatorId, circumstances)),
      also: (tx) => (note === undefined ? Promise.resolve() : this.store.updateNote(tx, id, note)),
    }, this.reader(id, viewer.agreementIds)).then(withoutEffect);
  }

  /** @throws Refusal `record/not-found`, `record/stale`, `agreement/closed`, `agreement/unknown-event`, `event/in-the-future`, `event/before-anchor` */
  recordEvent(by: By, id: string, { version, event, on, note }: RecordEvent): Promise<AgreementCommandAnswer> {
    return this.plans.run(by, {
      target: { agreementId: id }, version, eventNote: note,
      journal: { action: 'agreement.record-event', reason: note, after: { event, on } },
      decide: (plan, circumstances) => recordEvent(plan, { event, on }, circumstances),
    }, this.reader(id, by.scope));
  }

  /** Reads one agreement as the API shows it, in a transaction to come. @throws Refusal `record/not-found`, also outside the scope */
  reader(id: string, scope: readonly string[] | null): Reader {
    return async (tx) => {
      const agreement = await this.store.find(tx, id, scope, await this.clock.today(tx));
      if (!agreement) throw new Refusal('record/not-found');
      return agreement;
    };
  }
}

const unchanged = (plan: Plan) => ({ ok: true as const, value: { plan, moved: [], completed: [], opened: [], cancelled: [], appeared: [] } });

const withoutEffect = ({ dryRun: _d, moved: _m, remindersAdded: _a, remindersCancelled: _c, stepsAdded: _s, ...agreement }: AgreementCommandAnswer): Agreement => agreement;
