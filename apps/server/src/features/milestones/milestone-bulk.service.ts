import { Inject, Injectable } from '@nestjs/common';
import { ROUTES, type Language, type Milestone, type MilestoneBulk, type MilestoneBulkAnswer, type MilestoneBulkLine, type MilestoneCommand } from '@tawama/contracts';
import type { Tx } from '../../platform/db/database.js';
import { problemOf, refusalOf } from '../../platform/http/problem.js';
import { Refusal } from '../../platform/http/refusal.js';
import type { Viewer } from '../../platform/http/viewer.js';
import { LOG, type Log } from '../../platform/log.js';
import { byViewer, type By } from '../plans/plan-command.js';
import { MilestonesService } from './milestones.service.js';
import { MilestonesStore } from './milestones.store.js';

/** One command to many milestones, one use case after the other: each is saved or refused by itself. */
@Injectable()
export class MilestoneBulkService {
  constructor(private readonly milestones: MilestonesService, private readonly store: MilestonesStore, @Inject(LOG) private readonly log: Log) {}

  /** @throws Refusal `access/denied` for whoever may not give the single command; what is refused of one milestone stands in its line */
  async act(viewer: Viewer, dryRun: boolean, { ids, command: name, versions, body: { version: ofAll, ...body } }: MilestoneBulk, language: Language): Promise<MilestoneBulkAnswer> {
    if (!viewer.permissions.has(ROUTES[`POST /api/milestones/:id/${name}`])) throw new Refusal('access/denied');
    // The schema has seen that this body is that command's; the type of a pair taken apart does not say so any more.
    const command = { name, ...body } as MilestoneCommand;
    const by = byViewer(viewer, dryRun);
    const shown = new Map<string, number | undefined>(ids.map((id) => [id, versions[id] ?? ofAll]));
    const data: MilestoneBulkLine[] = [];
    for (const id of ids) data.push(await this.line(by, id, command, shown, language));
    return { dryRun, data };
  }

  private async line(by: By, id: string, command: MilestoneCommand, shown: Map<string, number | undefined>, language: Language): Promise<MilestoneBulkLine> {
    try {
      const version = shown.get(id);
      if (version === undefined) throw new Refusal('request/version-required');
      const { grown, dryRun, moved, remindersAdded, remindersCancelled, stepsAdded, ...record } = await this.milestones.actAndTell(by, id, version, command, (tx, before) => this.grown(tx, before, shown));
      // What an earlier line moved, nobody else has changed: it is not stale for a later one.
      if (!dryRun) for (const [other, now] of grown) shown.set(other, now);
      return { id, status: 200, record, moved, remindersAdded, remindersCancelled, stepsAdded };
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.status >= 500) this.log.error({ err: error, milestoneId: id }, refusal.code);
      const { status, code, detail, errors, current } = problemOf(refusal, language);
      return { id, status, code, detail, ...(errors && { errors }), ...(current === undefined ? {} : { current: current as Milestone }) };
    }
  }

  /** Which of the milestones of the request this transaction changed while they were as the screen showed them, and to which version. */
  private async grown(tx: Tx, before: ReadonlyMap<string, number>, shown: ReadonlyMap<string, number | undefined>): Promise<{ grown: Map<string, number> }> {
    const current = [...shown].filter(([id, version]) => before.get(id) === version && version !== undefined).map(([id]) => id);
    return { grown: await this.store.versions(tx, current) };
  }
}
