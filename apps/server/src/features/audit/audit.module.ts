import { Module } from '@nestjs/common';
import { AuditJournal } from './audit-journal.js';
import { AuditStore } from './audit.store.js';

@Module({ providers: [AuditJournal, AuditStore], exports: [AuditJournal] })
export class AuditModule {}
