import { createHash } from 'node:crypto';

/** An entry as it is sealed. `at` and `recordedAt` are UTC with microseconds, as PostgreSQL writes them. */
export interface SealedEntry {
  id: string; at: string; recordedAt: string; actorId: string | null; action: string; subjectType: string; subjectId: string | null; agreementId: string | null;
  before: unknown; after: unknown; reason: string | null;
}

/** What the first link of the chain hangs on. */
export const BEGINNING: Buffer = Buffer.alloc(32);

/** The hash of an entry: SHA-256 over the previous hash and the entry's canonical JSON. Changing, removing or inserting one breaks every later one. */
export function linkOf(previous: Buffer, entry: SealedEntry): Buffer {
  const { id, at, recordedAt, actorId, action, subjectType, subjectId, agreementId, before, after, reason } = entry;
  return createHash('sha256').update(previous).update(canonicalJson({ id, at, recordedAt, actorId, action, subjectType, subjectId, agreementId, before, after, reason })).digest();
}

/** JSON with the keys of every object in the order of their code points and no white space, so that the same data gives the same bytes. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}

/** The smallest UUIDv7 of ten minutes before this one: no transaction is open that long, so what is older has been sealed or never will be in a hurry. */
export function tenMinutesBefore(id: string): string {
  const milliseconds = Math.max(0, Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) - 600_000);
  const hex = milliseconds.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
