import type { ErrorCode, LocalisedText } from '@tawama/contracts';

/** A rule's answer: a value, or a coded refusal naming the field, and, where something is missing, what (`named`). Rules never throw for business. */
export type Result<T> = { ok: true; value: T } | Refused;
export type Refused = { ok: false; code: ErrorCode; path?: string; named?: LocalisedText };

export const allow = <T>(value: T): Result<T> => ({ ok: true, value });
export const refuse = (code: ErrorCode, path?: string): Refused => (path === undefined ? { ok: false, code } : { ok: false, code, path });
