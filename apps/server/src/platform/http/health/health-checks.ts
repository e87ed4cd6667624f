import { Injectable } from '@nestjs/common';

export type CheckStatus = 'ok' | 'degraded' | 'down' | 'outboxOnly';
export interface CheckResult { status: CheckStatus; [detail: string]: string | number | boolean }

/** A failing one of these makes the whole program not ready; any other only degrades it. */
const VITAL = new Set(['database', 'clock', 'zoneData']);
const PATIENCE_MS = 3_000;

/** Parts of the program register here how to ask them whether they are well. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, () => Promise<CheckResult> | CheckResult>();

  register(name: string, check: () => Promise<CheckResult> | CheckResult): void { this.checks.set(name, check); }

  /** Asks all parts at once; one that throws or does not answer in 3 s is down. */
  async ask(): Promise<{ status: 'ok' | 'degraded' | 'down'; checks: Record<string, CheckResult> }> {
    const answers = await Promise.all([...this.checks].map(async ([name, check]) => [name, await answerOf(check)] as const));
    const bad = answers.filter(([, { status }]) => status === 'down' || status === 'degraded');
    const status = bad.some(([name, result]) => VITAL.has(name) && result.status === 'down') ? 'down' : bad.length > 0 ? 'degraded' : 'ok';
    return { status, checks: Object.fromEntries(answers) };
  }
}

async function answerOf(check: () => Promise<CheckResult> | CheckResult): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<CheckResult>((settle) => { timer = setTimeout(() => settle({ status: 'down' }), PATIENCE_MS); });
  try {
    return await Promise.race([check(), silence]);
  } catch {
    return { status: 'down' };
  } finally {
    clearTimeout(timer);
  }
}
