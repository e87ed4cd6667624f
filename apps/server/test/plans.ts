import { AgreementLife } from '../src/features/agreements/agreement-life.js';
import { AgreementsService } from '../src/features/agreements/agreements.service.js';
import { AgreementsStore } from '../src/features/agreements/agreements.store.js';
import { ReminderStart } from '../src/features/agreements/reminder-start.js';
import { CalendarChanges } from '../src/features/calendars/calendar-changes.js';
import { CouncilSessionsService } from '../src/features/calendars/council-sessions.service.js';
import { CouncilSessionsStore } from '../src/features/calendars/council-sessions.store.js';
import { PlanCalendars } from '../src/features/calendars/plan-calendars.js';
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
import { Plans } from '../src/features/plans/plans.service.js';
import { PlansStore } from '../src/features/plans/plans.store.js';
import { TemplateLibrary } from '../src/features/templates/template-library.js';
import { TemplatesStore } from '../src/features/templates/templates.store.js';
import type { TestGround } from './ground.js';
import { postOfficeOn } from './post-office.js';

/** The services of agreements and milestones over a test ground, wired as the modules wire them. */
export function plansOn(ground: TestGround): { agreements: AgreementsService; start: ReminderStart; life: AgreementLife; milestones: MilestonesService; library: TemplateLibrary; sessions: CouncilSessionsService; upkeep: PlanUpkeep } {
  const library = new TemplateLibrary(ground.database, new TemplatesStore());
  const store = new PlansStore();
  const desk = new PlanDesk(store, library, new PlanCalendars(), ground.clock);
  const plans = new Plans(ground.database, desk, new PlanRecord(store, desk, new AppearedSteps(store), ground.journal), ground.planner);
  const agreementsStore = new AgreementsStore();
  const agreements = new AgreementsService(ground.database, ground.clock, plans, new AgreementOpening(store, desk, library, new AppearedSteps(store), ground.journal), agreementsStore);
  const survey = new PlanSurvey(ground.database, desk, store, library, ground.clock);
  return {
    sessions: new CouncilSessionsService(ground.database, new CouncilSessionsStore(), ground.journal, ground.clock), upkeep: new PlanUpkeep(ground.database, plans, survey, new CalendarChanges()),
    library, agreements, life: new AgreementLife(plans, agreements, agreementsStore, ground.database, ground.clock), start: new ReminderStart(plans, agreements, postOfficeOn(ground).forecast, ground.clock),
    milestones: new MilestonesService(ground.database, plans, new MilestoneDesk(new MilestonesStore(), library, ground.clock), ground.clock),
  };
}

/** The check of stored plans, over the same rules. */
export function planCheckOn(ground: TestGround): PlanCheck {
  const store = new PlansStore();
  return new PlanCheck(ground.database, new PlanDesk(store, new TemplateLibrary(ground.database, new TemplatesStore()), new PlanCalendars(), ground.clock), store, ground.planner);
}
