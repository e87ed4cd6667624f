import { z } from 'zod';
import { EVIDENCE_KINDS, evidenceKind, evidenceLevel } from './enums.js';
import type { ListShape } from './lists.js';
import { id, instant, line } from './primitives.js';

/** Types of files that are kept, and how their names end; what a file is, its first bytes say. */
export const EVIDENCE_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
} as const;
export type EvidenceType = keyof typeof EVIDENCE_TYPES;

/** A file that shows that a step was done. */
export const evidence = z.object({
  id, milestoneId: id, agreementId: id,
  kind: evidenceKind,
  title: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  bytes: z.int(),
  /** of the content, in hexadecimal digits */
  sha256: z.string(),
  /** the account; null: nobody signed in */
  uploadedBy: id.nullable(),
  uploadedByName: z.string().nullable(),
  at: instant,
  /** what this file alone proves */
  level: evidenceLevel,
  demonstration: z.boolean(),
});
export type Evidence = z.infer<typeof evidence>;

/** What is said of a file that is sent as the body of the request. */
export const evidenceUpload = z.strictObject({ kind: evidenceKind.default('document'), title: line(200, 0).default(''), fileName: line(255, 0).default('') });
export type EvidenceUpload = z.infer<typeof evidenceUpload>;

export const evidenceList = {
  sort: ['at', 'fileName'], defaultOrder: 'desc',
  filters: { id: 'id', milestoneId: 'id', agreementId: 'id', kind: EVIDENCE_KINDS, at: 'instant' }, search: false,
} as const satisfies ListShape;
