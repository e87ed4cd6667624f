import { AgreementLife } from '../src/features/agreements/agreement-life.js';
import { AgreementsService } from '../src/features/agreements/agreements.service.js';
import { AgreementsStore } from '../src/features/agreements/agreements.store.js';
import { ReminderStart } from '../src/features/agreements/reminder-start.js';
import { CalendarChanges } from '../src/features/calendars/calendar-changes.js';
import { CouncilSessionsService } from '../src/features/calendars/council-sessions.service.js';
import { CouncilSessionsStore } from '../src/features/calendars/council-sessions.store.js';
import { PlanCalendars } from '../src/features/calendars/plan-calendars.js';
import { ArticlesService } from '../src/features/articles/articles.service.js';
import { ArticlesStore } from '../src/features/articles/articles.store.js';
import { CoverageDesk } from '../src/features/articles/coverage-desk.js';
import { AgreementVitality } from '../src/features/dormancy/agreement-vitality.js';
import { Dormancy } from '../src/features/dormancy/dormancy.js';
import { DormancyStore } from '../src/features/dormancy/dormancy.store.js';
import { HandoverStore } from '../src/features/handover/handover.store.js';
import { SuccessorQuestions } from '../src/features/handover/successor-questions.js';
import { Night } from '../src/features/night/night.js';
import { EvidenceStore } from '../src/features/evidence/evidence.store.js';
import { Proofs } from '../src/features/evidence/proofs.js';
import { MilestoneDesk } from '../src/features/milestones/milestone-desk.js';
import { MilestonesService } from '../src/features/milestones/milestones.service.js';
import { MilestonesStore } from '../src/features/milestones/milestones.store.js';
import { AgreementOpening } from '../src/features/plans/agreement-opening.js';
import { AppearedSteps } from '../src/features/plans/appeared-steps.js';
import { PlanCheck } from '../src/features/plans/plan-check.js';
import { PlanDesk } from '../src/features/plans/plan-desk.js';
import { PlanRecord } from '../src/features/plans/plan-record.js';
import { PlanSurvey } from '../src/features/plans/plan-survey.js';
import { PlanUpkeep } from '../src/features/plans/plan-upkeep.js';
import { PlansAlive } from '../src/features/plans/plans-alive.js';
import type { Plans } from '../src/features/plans/plans.service.js';
import { PlansStore } from '../src/features/plans/plans.store.js';
import { MeasurementsService } from '../src/features/projects/measurements.service.js';
import { MeasurementsStore } from '../src/features/projects/measurements.store.js';
import { ProjectDesk } from '../src/features/projects/project-desk.js';
import { ProjectsService } from '../src/features/projects/projects.service.js';
import { ProjectsStore } from '../src/features/projects/projects.store.js';
import { VitalityDesk } from '../src/features/vitality/vitality-desk.js';
import { VitalityStore } from '../src/features/vitality/vitality.store.js';
import { TemplateLibrary } from '../src/features/templates/template-library.js';
import { TemplatesStore } from '../src/features/templates/templates.store.js';
import type { TestGround } from './ground.js';
import { postOfficeOn } from './post-office.js';

/** What every service of plans stands on. */
function deskOn(ground: TestGround): { library: TemplateLibrary; store: PlansStore; desk: PlanDesk; plans: Plans; appeared: AppearedSteps; vitality: VitalityDesk } {
  const [library, store] = [new TemplateLibrary(ground.database, new TemplatesStore()), new PlansStore()];
  const desk = new PlanDesk(store, library, new PlanCalendars(), ground.clock);
  const [appeared, vitality] = [new AppearedSteps(store), new VitalityDesk(new VitalityStore(), ground.clock)];
  const plans = new PlansAlive([ground.database, desk, new PlanRecord(store, appeared, ground.journal), ground.planner], vitality);
  return { library, store, desk, appeared, vitality, plans };
}

export type PlanServices = {
  agreements: AgreementsService; start: ReminderStart; life: AgreementLife; milestones: MilestonesService; library: TemplateLibrary; plans: Plans; store: PlansStore; desk: PlanDesk; vitality: VitalityDesk;
  sessions: CouncilSessionsService; upkeep: PlanUpkeep; alive: AgreementVitality;
};

/** The services of agreements and milestones over a test ground, wired as the modules wire them. */
export function plansOn(ground: TestGround): PlanServices {
  const { library, store, desk, plans, appeared, vitality } = deskOn(ground);
  const [agreementsStore, dormancies] = [new AgreementsStore(library), new DormancyStore()];
  const agreements = new AgreementsService(ground.database, ground.clock, plans, new AgreementOpening(store, desk, appeared, ground.journal, vitality), agreementsStore);
  return {
    library, plans, store, desk, vitality, agreements, life: new AgreementLife(plans, agreements, agreementsStore, ground.database, ground.clock), start: new ReminderStart(plans, agreements, postOfficeOn(ground).forecast, ground.clock),
    milestones: new MilestonesService(ground.database, plans, new MilestoneDesk(new MilestonesStore(), library, ground.clock), ground.clock, new Proofs(new EvidenceStore())),
    sessions: new CouncilSessionsService(ground.database, new CouncilSessionsStore(), ground.journal, ground.clock),
    alive: new AgreementVitality(ground.database, vitality, new VitalityStore(), dormancies, new Dormancy(ground.database, plans, store, dormancies)),
    upkeep: new PlanUpkeep(ground.database, plans, new PlanSurvey(ground.database, desk, store, library, ground.clock), new CalendarChanges()),
  };
}

/** What time does to the club, over the same services. */
export function nightOn({ database, journal, clock }: TestGround, { sessions, upkeep, alive, life }: PlanServices): Night {
  return new Night(sessions, upkeep, alive, new SuccessorQuestions(database, new HandoverStore(), journal, clock), life);
}

/** The check of stored plans, over the same rules. */
export function planCheckOn(ground: TestGround): PlanCheck {
  const { desk, store } = deskOn(ground);
  return new PlanCheck(ground.database, desk, store, ground.planner);
}

/** The services of projects, their measurements and the articles, over the same plans. */
export function projectsOn(ground: TestGround): { projects: ProjectsService; measurements: MeasurementsService; articles: ArticlesService } {
  const { library, store, plans } = deskOn(ground);
  const [projectsStore, articlesStore] = [new ProjectsStore(), new ArticlesStore()];
  const projects = new ProjectsService(ground.database, projectsStore, new ProjectDesk(projectsStore, store, ground.clock), plans, ground.journal);
  const coverage = new CoverageDesk(articlesStore, new MilestoneDesk(new MilestonesStore(), library, ground.clock), ground.clock);
  return { projects, measurements: new MeasurementsService(ground.database, projects, new MeasurementsStore(), ground.journal, ground.clock), articles: new ArticlesService(ground.database, articlesStore, coverage, ground.journal) };
}
