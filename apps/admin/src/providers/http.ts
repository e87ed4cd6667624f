import type { Problem } from '@tawama/contracts';
import { apiHeaders } from '../session.js';
import { ApiProblem } from './problem.js';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
export interface CallOptions { method?: Method; body?: unknown; version?: number; idempotencyKey?: string; signal?: AbortSignal }

/** The sentence for an answer that carries none; set with the language when the dashboard starts. */
let unreachable = '';
export const unreachableText = (): string => unreachable;
export const setUnreachableText = (text: string): void => { unreachable = text; };

/**
 * One request to the API.
 * @throws ApiProblem; status 0 where nothing answered
 */
export async function call<T>(path: string, { method = 'GET', body, version, idempotencyKey, signal }: CallOptions = {}): Promise<T> {
  const headers = apiHeaders({
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  });
  const response = await fetch(`/api/${path}`, {
    method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }), ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, null, unreachable);
  });
  const text = await response.text();
  const answer = read(text);
  if (!response.ok) throw new ApiProblem(response.status, isProblem(answer) ? answer : null, unreachable);
  return answer as T;
}

/** One reading that answers text, not JSON: the preview of a mail. @throws ApiProblem */
export async function callText(path: string): Promise<string> {
  const response = await fetch(`/api/${path}`, { headers: apiHeaders({ accept: 'text/html, text/plain' }) }).catch(() => { throw new ApiProblem(0, null, unreachable); });
  const text = await response.text();
  if (response.ok) return text;
  const answer = read(text);
  throw new ApiProblem(response.status, isProblem(answer) ? answer : null, unreachable);
}

const read = (text: string): unknown => { try { return text === '' ? null : (JSON.parse(text) as unknown); } catch { return null; } };
const isProblem = (answer: unknown): answer is Problem => typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer;

/** A query string; lists are joined with commas, empty values are left out. */
export const queryString = (values: Record<string, unknown>): string => {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    parameters.set(key, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
};
