import { Injectable } from '@nestjs/common';
import { PROJECT_STEPS, type MilestoneCommand } from '@tawama/contracts';
import { decide } from '@tawama/domain';
import { startClockAt } from '../../platform/clock.js';
import { Database, type Tx } from '../../platform/db/database.js';
import { ArticlesService } from '../articles/articles.service.js';
import type { By } from '../plans/plan-command.js';
import { Plans } from '../plans/plans.service.js';
import { MeasurementsService } from '../projects/measurements.service.js';
import { ProjectsService } from '../projects/projects.service.js';
import { DEMO_ARTICLES, DEMO_PROJECTS, type ArticleFact, type ProjectFact } from './demo-project-facts.js';
import { DemoStore } from './demo.store.js';

/** When the demonstration's people write down what happened on the ground: after the last deed of their story. */
const WRITTEN_AT = '2026-01-23T15:00:00Z';

const HOME_LEAD = 'coordination.smara@example.org';

/** Tells the projects and articles of the demonstration through the ordinary commands, each part once, also after a start that was killed. */
@Injectable()
export class DemoProjects {
  constructor(
    private readonly database: Database,
    private readonly plans: Plans,
    private readonly projects: ProjectsService,
    private readonly measurements: MeasurementsService,
    private readonly articles: ArticlesService,
  ) {}

  /** @param until ISO instant of the demonstration's present; nothing is told when it lies before */
  async tell(by: By, until: string): Promise<void> {
    if (WRITTEN_AT > until) return;
    await startClockAt(this.database, WRITTEN_AT);
    for (const fact of DEMO_PROJECTS) await this.tellProject(by, fact);
    for (const fact of DEMO_ARTICLES) await this.tellArticle(by, fact);
  }

  private async tellProject(by: By, fact: ProjectFact): Promise<void> {
    const read = <T>(ask: (tx: Tx) => Promise<T>) => this.database.read(ask);
    const id = (await read((tx) => DemoStore.project(tx, fact.title.en)))?.id ?? await this.begin(by, fact);
    for (const step of PROJECT_STEPS) {
      const on = fact.done[step];
      if (on === undefined) continue;
      if ((await read((tx) => DemoStore.projectStep(tx, id, step))).status === 'open') await this.act(by, id, step, { name: 'submit', doneOn: on, note: '' });
      if ((await read((tx) => DemoStore.projectStep(tx, id, step))).status === 'submitted') await this.act(by, id, step, { name: 'accept' });
    }
    for (const { on, value } of fact.measured) if (!await read((tx) => DemoStore.isMeasured(tx, id, on))) await this.measurements.add(by, id, { on, value, note: null });
    const now = await read((tx) => DemoStore.project(tx, fact.title.en));
    if (now && now.status !== fact.status) await this.projects.change(by, id, now.version, { status: fact.status });
  }

  private async begin(by: By, { partners, title, axis, place, startsOn, endsOn, budget, beneficiaries, indicator, steps, status }: ProjectFact): Promise<string> {
    const leads = await this.database.read(async (tx) => {
      const ids: string[] = [];
      for (const partner of partners) ids.push(await DemoStore.agreementOf(tx, partner));
      return { agreementIds: ids, homeLeadId: await DemoStore.personId(tx, HOME_LEAD), partnerLeadId: await DemoStore.focalPointOf(tx, partners[0] ?? '') };
    });
    // A completed one was under way before: its steps were done one after the other.
    const project = await this.projects.create(by, { ...leads, title, axis, place, startsOn, endsOn, budget, beneficiaries, indicator, steps, status: status === 'completed' ? 'running' : status, note: null });
    return project.id;
  }

  private async act(by: By, projectId: string, step: string, command: MilestoneCommand): Promise<void> {
    const { id, version } = await this.database.read((tx) => DemoStore.projectStep(tx, projectId, step));
    await this.plans.run(by, { target: { milestoneId: id }, version, journal: { action: `milestone.${command.name}` }, decide: (plan, circumstances) => decide(plan, id, command, circumstances) }, () => Promise.resolve({}));
  }

  private async tellArticle(by: By, { partner, number, text, steps, projects }: ArticleFact): Promise<void> {
    const given = await this.database.read(async (tx) => {
      const agreementId = await DemoStore.agreementOf(tx, partner);
      if (await DemoStore.hasArticle(tx, agreementId, number)) return null;
      const milestoneIds: string[] = [];
      for (const step of steps) milestoneIds.push((await DemoStore.step(tx, partner, step)).id);
      const projectIds: string[] = [];
      for (const title of projects) { const project = await DemoStore.project(tx, title); if (project) projectIds.push(project.id); }
      return { agreementId, number, text, milestoneIds, projectIds };
    });
    if (given) await this.articles.create(by, given);
  }
}
