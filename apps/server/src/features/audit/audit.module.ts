import { Module } from '@nestjs/common';
import { AuditJournal } from './audit-journal.js';
import { AuditSealer } from './audit-sealer.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { AuditStore } from './audit.store.js';

@Module({ controllers: [AuditController], providers: [AuditJournal, AuditSealer, AuditService, AuditStore], exports: [AuditJournal, AuditSealer, AuditService] })
export class AuditModule {}
