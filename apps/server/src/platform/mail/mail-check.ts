import type { CheckResult } from '../http/health/health-checks.js';
import { SmtpLine } from './smtp-line.js';

const PATIENCE_MS = 2_000;
/** Asking more often would trouble the mail server. */
const ANSWER_LASTS_MS = 20_000;

/** How mail stands: `outboxOnly` without a server; `degraded` when it does not answer, since mails wait and nothing is lost. */
export function mailCheck(smtpUrl: string | undefined): () => Promise<CheckResult> {
  if (smtpUrl === undefined) return async () => ({ status: 'outboxOnly' });
  let last: { at: number; answer: Promise<CheckResult> } | undefined;
  return () => {
    if (last === undefined || performance.now() - last.at > ANSWER_LASTS_MS) {
      last = { at: performance.now(), answer: new SmtpLine(smtpUrl, PATIENCE_MS).greet().then((): CheckResult => ({ status: 'ok' }), (): CheckResult => ({ status: 'degraded' })) };
    }
    return last.answer;
  };
}
