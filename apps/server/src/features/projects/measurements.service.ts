import { Injectable } from '@nestjs/common';
import type { ListQuery, Measurement, MeasurementCreate, Page } from '@tawama/contracts';
import { ClubClock } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { AuditJournal } from '../audit/audit-journal.js';
import type { By } from '../plans/plan-command.js';
import { MeasurementsStore } from './measurements.store.js';
import { ProjectsService } from './projects.service.js';

/** What the indicator of a project was found to be, day by day. */
@Injectable()
export class MeasurementsService {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectsService,
    private readonly store: MeasurementsStore,
    private readonly journal: AuditJournal,
    private readonly clock: ClubClock,
  ) {}

  /** @throws Refusal `record/not-found` */
  list(viewer: Viewer, projectId: string, query: ListQuery): Promise<Page<Measurement>> {
    return this.database.read(async (tx) => {
      await this.projects.read(tx, projectId, viewer.agreementIds);
      return this.store.list(tx, projectId, query);
    });
  }

  /** @throws Refusal `record/not-found`, `access/denied`, `event/in-the-future`, `record/duplicate` for a day that has its value, `project/no-indicator` where nothing says what is measured */
  add(by: By, projectId: string, given: MeasurementCreate): Promise<Measurement> {
    return this.database.transaction(async (tx) => {
      const project = await this.projects.editable(tx, projectId, by.scope);
      if (project.indicator === null) throw new Refusal('project/no-indicator');
      if (given.on > await this.clock.today(tx)) throw new Refusal('event/in-the-future', { fields: [{ path: 'on', code: 'event/in-the-future' }] });
      const id = await this.store.insert(tx, projectId, given, by.demonstration === true);
      const { on, value } = given;
      await this.record(tx, by.actorId, 'project.measure', project, { after: { on, value } });
      return found(await this.store.find(tx, projectId, id));
    });
  }

  /** @throws Refusal `record/not-found`, `access/denied` */
  delete(viewer: Viewer, projectId: string, id: string): Promise<Measurement> {
    return this.database.transaction(async (tx) => {
      const project = await this.projects.editable(tx, projectId, viewer.agreementIds);
      const stored = found(await this.store.find(tx, projectId, id));
      await this.store.delete(tx, id);
      const { on, value } = stored;
      await this.record(tx, viewer.accountId, 'project.remove-measurement', project, { before: { on, value } });
      return stored;
    });
  }

  private record(tx: Tx, actorId: string | null, action: string, project: { id: string; agreementIds: string[] }, sides: { before?: object; after?: object }): Promise<void> {
    return this.journal.record(tx, { actorId, action, subjectType: 'project', subjectId: project.id, agreementId: project.agreementIds[0] ?? null, ...sides });
  }
}

function found(measurement: Measurement | undefined): Measurement {
  if (!measurement) throw new Refusal('record/not-found');
  return measurement;
}
