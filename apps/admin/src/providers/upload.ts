import type { Evidence, EvidenceKind, Problem } from '@tawama/contracts';
import { apiHeaders } from '../session.js';
import { queryString, unreachableText } from './http.js';
import { ApiProblem } from './problem.js';

export interface Sending<Answer = Evidence> { answer: Promise<Answer>; stop: () => void }

/** Sends one file as evidence of a milestone. */
export const sendEvidence = (milestoneId: string, file: File, kind: EvidenceKind, onProgress: (part: number) => void): Sending =>
  sendFile<Evidence>(`milestones/${encodeURIComponent(milestoneId)}/evidence`, { kind, fileName: file.name.slice(-255) }, file, onProgress);

/**
 * Sends one file as the body of a request, telling how far it is (0 to 1): what `fetch` cannot tell. The answer is refused with an
 * ApiProblem; with status 0 where nothing answered, or where it was stopped.
 * @param said what is said of the file beside it; empty values are left out
 */
export function sendFile<Answer>(path: string, said: Record<string, unknown>, file: File, onProgress: (part: number) => void): Sending<Answer> {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer>((done, fail) => {
    request.open('POST', `/api/${path}${queryString(said)}`);
    for (const [name, value] of Object.entries(apiHeaders({ 'content-type': 'application/octet-stream', 'idempotency-key': globalThis.crypto.randomUUID() }))) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) done(request.response as Answer);
      else fail(new ApiProblem(request.status, request.response as Problem | null, unreachableText()));
    };
    request.onerror = request.onabort = () => fail(new ApiProblem(0, null, unreachableText()));
    request.send(file);
  });
  return { answer, stop: () => request.abort() };
}
