import { AgreementLife } from '../src/features/agreements/agreement-life.js';
import { AgreementsService } from '../src/features/agreements/agreements.service.js';
import { AgreementsStore } from '../src/features/agreements/agreements.store.js';
import { ReminderStart } from '../src/features/agreements/reminder-start.js';
import { EvidenceStore } from '../src/features/evidence/evidence.store.js';
import { Proofs } from '../src/features/evidence/proofs.js';
import { MilestoneDesk } from '../src/features/milestones/milestone-desk.js';
import { MilestonesService } from '../src/features/milestones/milestones.service.js';
import { MilestonesStore } from '../src/features/milestones/milestones.store.js';
import { AgreementOpening } from '../src/features/plans/agreement-opening.js';
import { PlanCheck } from '../src/features/plans/plan-check.js';
import { PlanDesk } from '../src/features/plans/plan-desk.js';
import { Plans } from '../src/features/plans/plans.service.js';
import { PlansStore } from '../src/features/plans/plans.store.js';
import { TemplateLibrary } from '../src/features/templates/template-library.js';
import { TemplatesStore } from '../src/features/templates/templates.store.js';
import type { TestGround } from './ground.js';
import { postOfficeOn } from './post-office.js';

/** The services of agreements and milestones over a test ground, wired as the modules wire them. */
export function plansOn(ground: TestGround): { agreements: AgreementsService; start: ReminderStart; life: AgreementLife; milestones: MilestonesService; library: TemplateLibrary } {
  const library = new TemplateLibrary(ground.database, new TemplatesStore());
  const store = new PlansStore();
  const desk = new PlanDesk(store, library, ground.clock);
  const plans = new Plans(ground.database, desk, store, ground.journal, ground.planner);
  const agreementsStore = new AgreementsStore();
  const agreements = new AgreementsService(ground.database, ground.clock, plans, new AgreementOpening(store, desk, library, ground.journal), agreementsStore);
  return {
    library, agreements, life: new AgreementLife(plans, agreements, agreementsStore, ground.database, ground.clock), start: new ReminderStart(plans, agreements, postOfficeOn(ground).forecast, ground.clock),
    milestones: new MilestonesService(ground.database, plans, new MilestoneDesk(new MilestonesStore(), library, ground.clock), ground.clock, new Proofs(new EvidenceStore())),
  };
}

/** The check of stored plans, over the same rules. */
export function planCheckOn(ground: TestGround): PlanCheck {
  const store = new PlansStore();
  return new PlanCheck(ground.database, new PlanDesk(store, new TemplateLibrary(ground.database, new TemplatesStore()), ground.clock), store, ground.planner);
}
