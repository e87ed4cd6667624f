import type { AccessTidy } from '../features/access/access-tidy.js';
import type { AuditSealer } from '../features/audit/audit-sealer.js';
import type { BackupService } from '../features/backup/backup.service.js';
import type { Sender } from '../features/deliveries/sender.js';
import type { Sweep } from '../features/reminders/sweep.js';
import type { JobHandlers } from '../platform/queue/job-handlers.js';

/** What each job of the catalogue does: one line each into a feature's service. */
export function createHandlers(sweep: Sweep, sender: Sender, tidy: AccessTidy, sealer: AuditSealer, backups: BackupService): JobHandlers {
  return {
    'reminders.sweep': async () => { if (await sweep.run()) await sender.drain(); },
    'deliveries.drain': () => sender.drain(),
    'backup.nightly': () => backups.nightly(),
    'access.tidy': () => tidy.run(),
    'audit.seal': async () => { await sealer.sealAll(); },
  };
}
