import { Module } from '@nestjs/common';
import { BackupController } from './backup.controller.js';
import { BackupService } from './backup.service.js';
import { BackupTimer } from './backup-timer.js';

@Module({ controllers: [BackupController], providers: [BackupService, BackupTimer], exports: [BackupService] })
export class BackupModule {}
