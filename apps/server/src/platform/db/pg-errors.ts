import { QueryFailedError } from 'typeorm';

/** What a PostgreSQL failure means to the caller. */
export type PgFailure =
  /** A row with that key is there already → 409. */
  | { kind: 'unique'; constraint: string }
  /** A row it points to is missing, or one that points to it is there → 409. */
  | { kind: 'reference'; constraint: string }
  /** A rule of the table refuses the value → 422. */
  | { kind: 'check'; constraint: string }
  /** The value cannot be read: NUL, lone surrogate, out of range, not a date → 400. */
  | { kind: 'badValue' }
  /** Deadlock or serialisation failure: the transaction may be run again. */
  | { kind: 'retry' }
  /** Statement or lock time-out → 503. */
  | { kind: 'timeout' }
  /** The server is away or starting → 503. */
  | { kind: 'unavailable' };

// RELIABILITY.md, "Door and walls": the codes that would otherwise end in a 500.
const BAD_VALUE = new Set(['22021', '22P05', '22003', '22P02', '22P03', '2201W', '2201X', '22007', '22008', '22009', '22023', '22001', '22012', '2201B', '22019', '22025', '23502']);
const UNAVAILABLE = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', '08001', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);

/** @returns what the error means, or undefined when it is no PostgreSQL failure anybody foresaw */
export function classifyPgError(error: unknown): PgFailure | undefined {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error)) return undefined;
  const code = 'code' in cause ? String(cause.code) : '';
  const constraint = 'constraint' in cause ? String(cause.constraint) : '';
  if (code === '23505' || code === '23P01') return { kind: 'unique', constraint };
  if (code === '23503' || code === '23001') return { kind: 'reference', constraint };
  if (code === '23514') return { kind: 'check', constraint };
  if (BAD_VALUE.has(code)) return { kind: 'badValue' };
  if (code === '40001' || code === '40P01') return { kind: 'retry' };
  if (code === '57014' || code === '55P03' || code === '25P03') return { kind: 'timeout' };
  if (UNAVAILABLE.has(code) || /Connection terminated|timeout exceeded when trying to connect|Client was closed|not queryable/i.test(cause.message)) return { kind: 'unavailable' };
  return undefined;
}
