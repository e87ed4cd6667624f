import { Global, Module } from '@nestjs/common';
import { AccessTidy } from '../features/access/access-tidy.js';
import { AccessModule } from '../features/access/access.module.js';
import { AgreementLife } from '../features/agreements/agreement-life.js';
import { AgreementsModule } from '../features/agreements/agreements.module.js';
import { AgreementVitality } from '../features/dormancy/agreement-vitality.js';
import { DormancyModule } from '../features/dormancy/dormancy.module.js';
import { HandoverModule } from '../features/handover/handover.module.js';
import { SuccessorQuestions } from '../features/handover/successor-questions.js';
import { AuditSealer } from '../features/audit/audit-sealer.js';
import { AuditModule } from '../features/audit/audit.module.js';
import { BackupModule } from '../features/backup/backup.module.js';
import { BackupService } from '../features/backup/backup.service.js';
import { CalendarsModule } from '../features/calendars/calendars.module.js';
import { CouncilSessionsService } from '../features/calendars/council-sessions.service.js';
import { EvidenceModule } from '../features/evidence/evidence.module.js';
import { EvidenceTidy } from '../features/evidence/evidence-tidy.js';
import { IncidentsModule } from '../features/incidents/incidents.module.js';
import { JobFailures } from '../features/incidents/job-failures.js';
import { PlanUpkeep } from '../features/plans/plan-upkeep.js';
import { PlansModule } from '../features/plans/plans.module.js';
import { Sender } from '../features/sending/sender.js';
import { SendingModule } from '../features/sending/sending.module.js';
import { Sweep } from '../features/sweeps/sweep.js';
import { SweepsModule } from '../features/sweeps/sweeps.module.js';
import { JOB_HANDLERS } from '../platform/queue/job-handlers.js';
import { createHandlers } from './handlers.js';

/** Ties the job catalogue to the features; `inject` names the services that `createHandlers` takes, in its order. */
@Global()
@Module({
  imports: [AccessModule, AgreementsModule, AuditModule, BackupModule, CalendarsModule, DormancyModule, HandoverModule, EvidenceModule, IncidentsModule, PlansModule, SendingModule, SweepsModule],
  providers: [{ provide: JOB_HANDLERS, inject: [JobFailures, Sweep, Sender, AccessTidy, AuditSealer, BackupService, AgreementLife, CouncilSessionsService, PlanUpkeep, AgreementVitality, SuccessorQuestions, EvidenceTidy], useFactory: createHandlers }],
  exports: [JOB_HANDLERS],
})
export class JobsModule {}
