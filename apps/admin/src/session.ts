import type { ClubAnswer, Me, Problem } from '@tawama/contracts';
import { currentLanguage } from './preferences.js';

/** Who is signed in, and at which club. */
export interface Session { me: Me; club: ClubAnswer }

/** A refusal of the API, or `null` where nothing answered. */
export class Refused extends Error {
  constructor(readonly status: number, readonly problem: Problem | null) {
    super(problem?.detail ?? `HTTP ${status}`);
  }
}

export const apiHeaders = (extra: Record<string, string> = {}): Record<string, string> =>
  ({ accept: 'application/json', 'accept-language': currentLanguage(), 'x-tawama': '1', ...extra });

/**
 * One request to the API from the pages before the dashboard.
 * @throws Refused with the problem details; status 0 where nothing answered
 */
export async function ask<T>(path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, body === undefined
      ? { headers: apiHeaders() }
      : { method: 'POST', headers: apiHeaders({ 'content-type': 'application/json' }), body: JSON.stringify(body) });
  } catch { throw new Refused(0, null); }
  const text = await response.text();
  const answer: unknown = text === '' ? null : parse(text);
  if (!response.ok) throw new Refused(response.status, isProblem(answer) ? answer : null);
  return answer as T;
}

const parse = (text: string): unknown => { try { return JSON.parse(text) as unknown; } catch { return null; } };
const isProblem = (answer: unknown): answer is Problem => typeof answer === 'object' && answer !== null && 'code' in answer;
