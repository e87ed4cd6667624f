import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { JobTimers } from '../../platform/queue/job-timers.js';
import { BackupController } from './backup.controller.js';
import { BackupService } from './backup.service.js';

@Module({ controllers: [BackupController], providers: [BackupService], exports: [BackupService] })
export class BackupModule implements OnApplicationBootstrap {
  constructor(private readonly timers: JobTimers, private readonly backups: BackupService) {}

  onApplicationBootstrap(): void {
    this.timers.watch({ job: 'backup.nightly', isDue: () => this.backups.isDue(), firstLookMs: 60_000, everyMs: 600_000 });
  }
}
