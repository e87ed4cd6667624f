import type { Problem } from '@tawama/contracts';
import { HttpError } from 'ra-core';

/**
 * A refusal of the API as react-admin expects errors: `message` in the reader's language, `body.errors` by field so that forms
 * show each message at its field, `problem` with the whole answer (`current` on 409).
 */
export class ApiProblem extends HttpError {
  constructor(status: number, readonly problem: Problem | null, fallback: string) {
    super(problem?.detail ?? fallback, status, { errors: byField(problem) });
    Object.setPrototypeOf(this, ApiProblem.prototype); // HttpError sets its own
    this.name = 'ApiProblem';
  }
  get code(): string | null { return this.problem?.code ?? null; }
  /** 409 because somebody else saved first; holds what is stored now. */
  get current(): unknown { return this.problem?.code === 'record/stale' ? this.problem.current : undefined; }
}

const byField = (problem: Problem | null): Record<string, unknown> | undefined => {
  if (!problem?.errors?.length) return undefined;
  const errors: Record<string, unknown> = {};
  for (const { path, message } of problem.errors) place(errors, path.split('.'), message);
  return errors;
};

const place = (into: Record<string, unknown>, [head = '', ...rest]: string[], message: string): void => {
  if (rest.length === 0) { into[head] = message; return; }
  const inner = into[head];
  const next: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {};
  into[head] = next;
  place(next, rest, message);
};
