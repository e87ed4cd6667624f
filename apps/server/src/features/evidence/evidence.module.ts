import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { JobTimers } from '../../platform/queue/job-timers.js';
import { AuditModule } from '../audit/audit.module.js';
import { EvidenceTidy } from './evidence-tidy.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { Files } from './files.js';
import { EvidenceStore } from './evidence.store.js';
import { Proofs } from './proofs.js';

@Module({ imports: [AuditModule], controllers: [EvidenceController], providers: [EvidenceService, EvidenceStore, EvidenceTidy, Files, Proofs], exports: [EvidenceService, Files, EvidenceTidy, Proofs] })
export class EvidenceModule implements OnApplicationBootstrap {
  constructor(private readonly timers: JobTimers) {}

  onApplicationBootstrap(): void {
    this.timers.watch({ job: 'evidence.tidy', everyMs: 3_600_000 });
  }
}
