import { appendFileSync } from 'node:fs';
import { chanceFrom, debianPostgres, redisServer } from '@tawama/testkit';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startLabPostgres, type LabPostgres } from './postgres.js';
import { chosen } from './scenarios.js';
import { SETTINGS } from './settings.js';

const PRESENT = { redis: () => redisServer() !== undefined, debianPostgres: () => debianPostgres() !== undefined };

/** Makes each scenario a test of the given length. */
export function proveAll(length: 'short' | 'full', patienceMs: number): void {
  const say = (line: string): void => { process.stdout.write(`  ${line}\n`); };
  let postgres: LabPostgres;
  beforeAll(async () => {
    say(`SEED=${SETTINGS.seed}`);
    postgres = await startLabPostgres();
  });
  afterAll(() => postgres?.remove());

  describe.each(chosen(SETTINGS.only).map((scenario) => [scenario.name, scenario] as const))('%s', (name, scenario) => {
    it.skipIf(scenario.needs.some((tool) => !PRESENT[tool]()))(`${scenario.title}: 0 lost, 0 recorded twice`, async () => {
      const figures = await scenario.run(length, { postgres, seed: SETTINGS.seed, chance: chanceFrom(SETTINGS.seed).fork(name), say: (line) => say(`${name}: ${line}`) });
      say(`${name}: ${Object.entries(figures).map(([what, figure]) => `${what} ${figure}`).join(', ')}`);
      if (SETTINGS.report) appendFileSync(SETTINGS.report, `${JSON.stringify({ name, figures })}\n`);
    }, patienceMs);
  });
}
