import { ERROR_STATUS, type ErrorCode } from '@tawama/contracts';

/** One refused field: `path` in dotted form; `code` is looked up in the messages, with the refusal's own text as fall-back. */
export type RefusedField = { path: string; code: string };

/** A coded refusal on its way to the client; the problem filter gives it its text in the reader's language. */
export class Refusal extends Error {
  readonly status: number;

  constructor(readonly code: ErrorCode, readonly detail: { fields?: RefusedField[]; current?: unknown; retryAfterSeconds?: number } = {}) {
    super(code);
    this.status = ERROR_STATUS[code];
  }
}
