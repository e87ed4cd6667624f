import { ERROR_STATUS, type ErrorCode, type LocalisedText } from '@tawama/contracts';
import type { Result } from '@tawama/domain';

/** One refused field: `path` in dotted form; `code` is an error code, zod's issue code or a rule's own (`date/out-of-range`); `params` are the limits its sentence names, `named` is what is missing. */
export type RefusedField = { path: string; code: string; params?: Record<string, unknown>; named?: LocalisedText };

/** A coded refusal on its way to the client; the problem filter gives it its text in the reader's language. */
export class Refusal extends Error {
  readonly status: number;

  constructor(readonly code: ErrorCode, readonly detail: { fields?: RefusedField[]; current?: unknown; retryAfterSeconds?: number } = {}) {
    super(code);
    this.status = ERROR_STATUS[code];
  }
}

/**
 * The value a rule of the domain decided on.
 * @throws Refusal with the rule's code, and the field it names
 */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Refusal(result.code, result.path === undefined ? {} : { fields: [{ path: result.path, code: result.code, ...(result.named && { named: result.named }) }] });
}
