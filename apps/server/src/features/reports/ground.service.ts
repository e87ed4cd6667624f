import { Injectable } from '@nestjs/common';
import type { Ground } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { CoverageDesk } from '../articles/coverage-desk.js';
import { ReportsStore } from './reports.store.js';

/** The figures that lead: what happens on the ground. */
@Injectable()
export class GroundService {
  constructor(private readonly database: Database, private readonly store: ReportsStore, private readonly coverage: CoverageDesk) {}

  /** Inside the viewer's scope. */
  figures(viewer: Viewer): Promise<Ground> {
    return this.database.read(async (tx) => ({ ...await this.store.projects(tx, viewer.agreementIds), ...await this.coverage.figures(tx, viewer.agreementIds) }));
  }
}
