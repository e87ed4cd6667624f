import { Module, type DynamicModule } from '@nestjs/common';
import { BackupController } from './backup.controller.js';
import { BACKED_UP_DATABASE, BackupService } from './backup.service.js';
import { BackupTimer } from './backup-timer.js';

@Module({})
export class BackupModule {
  static over(databaseUrl: string): DynamicModule {
    return {
      module: BackupModule,
      controllers: [BackupController],
      providers: [{ provide: BACKED_UP_DATABASE, useValue: databaseUrl }, BackupService, BackupTimer],
      exports: [BackupService],
    };
  }
}
