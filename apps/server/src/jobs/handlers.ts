import { JOB_NAMES, type JobName } from '@tawama/contracts';
import type { AccessTidy } from '../features/access/access-tidy.js';
import type { AgreementLife } from '../features/agreements/agreement-life.js';
import type { AgreementVitality } from '../features/dormancy/agreement-vitality.js';
import type { SuccessorQuestions } from '../features/handover/successor-questions.js';
import type { AuditSealer } from '../features/audit/audit-sealer.js';
import type { BackupService } from '../features/backup/backup.service.js';
import type { CouncilSessionsService } from '../features/calendars/council-sessions.service.js';
import type { EvidenceTidy } from '../features/evidence/evidence-tidy.js';
import type { JobFailures } from '../features/incidents/job-failures.js';
import type { PlanUpkeep } from '../features/plans/plan-upkeep.js';
import type { Sender } from '../features/sending/sender.js';
import type { Sweep } from '../features/sweeps/sweep.js';
import type { JobHandlers } from '../platform/queue/job-handlers.js';

/** What each job of the catalogue does: one line each into a feature's service. */
export function createHandlers(failures: JobFailures, sweep: Sweep, sender: Sender, tidy: AccessTidy, sealer: AuditSealer, backups: BackupService, life: AgreementLife, sessions: CouncilSessionsService, upkeep: PlanUpkeep, vitality: AgreementVitality, successors: SuccessorQuestions, evidence: EvidenceTidy): JobHandlers {
  return reporting(failures, {
    'reminders.sweep': async () => { if ((await sweep.run()).work) await sender.drain(); },
    'deliveries.drain': () => sender.drain(),
    'backup.nightly': () => backups.nightly(),
    'agreements.expire': async () => { await life.expireAll(); },
    'plans.keep-up': async () => { await sessions.announce(); await upkeep.run(); },
    'agreements.vitality': () => vitality.run(),
    'people.ask-successors': () => successors.ask(),
    'access.tidy': () => tidy.run(),
    'evidence.tidy': () => evidence.run(),
    'audit.seal': async () => { await sealer.sealAll(); },
  });
}

/** The same handlers; what one of them throws becomes an incident that an administrator sees, and is thrown on to the queue. */
function reporting(failures: JobFailures, handlers: JobHandlers): JobHandlers {
  const reported = (name: JobName): JobHandlers[JobName] => async (context) => {
    try {
      await handlers[name](context);
    } catch (error) {
      await failures.report(name, error).catch(() => {});
      throw error;
    }
  };
  return Object.fromEntries(JOB_NAMES.map((name) => [name, reported(name)])) as Record<JobName, JobHandlers[JobName]>;
}
