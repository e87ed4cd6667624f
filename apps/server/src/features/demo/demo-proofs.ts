import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import type { Confirmation, ConfirmingSide, EvidenceKind } from '@tawama/contracts';
import { Database } from '../../platform/db/database.js';
import { Env } from '../../platform/env.js';
import { receive } from '../../platform/storage/intake.js';
import type { Upload } from '../../platform/storage/upload.js';
import { DRAFTS_FOLDER } from '../../platform/storage/storage.module.js';
import { EvidenceService } from '../evidence/evidence.service.js';
import { Proofs } from '../evidence/proofs.js';
import type { By } from '../plans/plan-command.js';
import { PhotosService } from '../projects/photos.service.js';
import { drawing } from './demo-drawing.js';
import { DEMO_PROJECTS } from './demo-project-facts.js';
import { DemoStore } from './demo.store.js';

interface Shown { partner: string; milestone: string; file?: { kind: EvidenceKind; title: string; fileName: string }; says?: Partial<Record<ConfirmingSide, string>> }

/** One step of each level, and one on which the two sides disagree. */
const SHOWN: readonly Shown[] = [
  { partner: 'niamey', milestone: 'joint-committee', file: { kind: 'minutes', title: 'محضر تنصيب اللجنة المشتركة', fileName: 'محضر اللجنة.pdf' }, says: { home: '2025-12-15', partner: '2025-12-15' } },
  { partner: 'ndjamena', milestone: 'joint-committee', file: { kind: 'siteVisit', title: 'تقرير المعاينة الميدانية', fileName: 'معاينة.pdf' }, says: { home: '2025-12-22' } },
  { partner: 'timbuktu', milestone: 'action-plan', file: { kind: 'document', title: 'برنامج العمل السنوي', fileName: 'برنامج العمل.pdf' } },
  { partner: 'banjul', milestone: 'joint-committee', says: { home: '2025-12-30', partner: '2025-12-29' } },
];

/** Invented proof of invented steps, and drawn pictures of invented projects, tagged as such. */
@Injectable()
export class DemoProofs {
  constructor(private readonly database: Database, private readonly evidence: EvidenceService, private readonly proofs: Proofs, private readonly photos: PhotosService, private readonly env: Env) {}

  /** Done again after a start that was killed, it adds only what is missing. */
  async bring(accountId: string): Promise<void> {
    for (const { partner, milestone, file, says = {} } of SHOWN) {
      const { id, proven } = await this.database.read(async (tx) => {
        const step = await DemoStore.step(tx, partner, milestone);
        return { id: step.id, proven: await DemoStore.isProven(tx, step.id) };
      });
      await this.database.transaction(async (tx) => {
        for (const [side, on] of Object.entries(says)) await this.proofs.say(tx, id, side === 'home' ? 'home' : 'partner', said(on, side === 'home' ? accountId : null));
      });
      if (file && !proven) await this.attach(id, file, accountId);
    }
  }

  /** Pictures of the projects that are told already, each once. */
  async hangPictures(by: By): Promise<void> {
    for (const { title, photos = [] } of DEMO_PROJECTS) for (const { caption, takenOn, drawing: of } of photos) {
      const project = await this.database.read(async (tx) => {
        const told = await DemoStore.project(tx, title.en);
        return told && !await DemoStore.hasPhoto(tx, told.id, caption) ? told : undefined;
      });
      if (project) await this.withUpload(drawing(of), (upload) => this.photos.add(by, project.id, { caption, takenOn }, upload));
    }
  }

  private attach(milestoneId: string, file: NonNullable<Shown['file']>, accountId: string): Promise<void> {
    return this.withUpload(page(file.kind), (upload) => this.evidence.add({ accountId, scope: null, demonstration: true }, milestoneId, file, upload));
  }

  private async withUpload(content: Buffer, work: (upload: Upload) => Promise<unknown>): Promise<void> {
    const upload = await receive(Readable.from([content]), join(this.env.dataDir, DRAFTS_FOLDER), this.env.uploadMaxBytes);
    try {
      await work(upload);
    } finally {
      await rm(upload.path, { force: true });
    }
  }
}

const said = (on: string, by: string | null): Confirmation => ({ on, denied: false, reason: null, by });

/** A PDF of one page that says what it is. */
function page(kind: string): Buffer {
  const words = `BT /F1 24 Tf 72 720 Td (Demonstration: ${kind}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(`${text}xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}
