import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { EvidenceTidy } from './evidence-tidy.js';
import { EvidenceTimer } from './evidence-timer.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { Files } from './files.js';
import { EvidenceStore } from './evidence.store.js';
import { Proofs } from './proofs.js';

@Module({ imports: [AuditModule], controllers: [EvidenceController], providers: [EvidenceService, EvidenceStore, EvidenceTidy, EvidenceTimer, Files, Proofs], exports: [EvidenceService, Files, EvidenceTidy, Proofs] })
export class EvidenceModule {}
