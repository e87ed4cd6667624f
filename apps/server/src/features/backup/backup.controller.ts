import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { backupStatus } from '@tawama/contracts';
import { BackupService, type BackupStatus } from './backup.service.js';

@ApiTags('backup')
@Controller('api/backup')
export class BackupController {
  constructor(private readonly backups: BackupService) {}

  @Get()
  @ApiOkResponse({ standardSchema: backupStatus })
  status(): Promise<BackupStatus> {
    return this.backups.status();
  }
}
