import type { Type } from '@nestjs/common';
import { JOB_NAMES, type JobName } from '@tawama/contracts';
import { AccessTidy } from '../features/access/access-tidy.js';
import { AuditSealer } from '../features/audit/audit-sealer.js';
import { BackupService } from '../features/backup/backup.service.js';
import { EvidenceTidy } from '../features/evidence/evidence-tidy.js';
import { JobFailures } from '../features/incidents/job-failures.js';
import { Night } from '../features/night/night.js';
import { Sender } from '../features/sending/sender.js';
import { Sweep } from '../features/sweeps/sweep.js';
import type { JobHandlers } from '../platform/queue/job-handlers.js';

/** Finds a service of the program by its class. @throws where there is none */
export type FindService = <S>(service: Type<S>) => S;

/** A job's line: the service it belongs to, and what is asked of it. */
interface Line { readonly service: Type; run(find: FindService): Promise<unknown> }

/** What each job of the catalogue does: one line each into a feature's service. A job without a line does not compile, a line without its service does not start. */
const LINES: Readonly<Record<JobName, Line>> = {
  'reminders.sweep': by(Sweep, async (sweep, find) => { if ((await sweep.run()).work) await find(Sender).drain(); }),
  'deliveries.drain': by(Sender, (sender) => sender.drain()),
  'backup.nightly': by(BackupService, (backups) => backups.nightly()),
  'agreements.expire': by(Night, (night) => night.endTerms()),
  'plans.keep-up': by(Night, (night) => night.keepUp()),
  'agreements.vitality': by(Night, (night) => night.reckon()),
  'people.ask-successors': by(Night, (night) => night.askSuccessors()),
  'access.tidy': by(AccessTidy, (tidy) => tidy.run()),
  'evidence.tidy': by(EvidenceTidy, (tidy) => tidy.run()),
  'audit.seal': by(AuditSealer, (sealer) => sealer.sealAll()),
};

function by<S>(service: Type<S>, run: (service: S, find: FindService) => Promise<unknown>): Line {
  return { service, run: (find) => run(find(service), find) };
}

/** Everything that some job takes. */
export const servicesOfJobs = (): ReadonlySet<Type> => new Set([JobFailures, ...Object.values(LINES).map(({ service }) => service)]);

/** The handlers of the catalogue; what one of them throws becomes an incident that an administrator sees, and is thrown on to the queue. */
export function createHandlers(find: FindService): JobHandlers {
  const handler = (name: JobName): JobHandlers[JobName] => async () => {
    try {
      await LINES[name].run(find);
    } catch (error) {
      await find(JobFailures).report(name, error).catch(() => {});
      throw error;
    }
  };
  return Object.fromEntries(JOB_NAMES.map((name) => [name, handler(name)])) as Record<JobName, JobHandlers[JobName]>;
}
