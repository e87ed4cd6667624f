import { r1 } from './r1-kills.js';
import { r2 } from './r2-redis-away.js';
import { r3 } from './r3-sleepers.js';
import { r4 } from './r4-farewells.js';
import { r5 } from './r5-database.js';
import { r6 } from './r6-sweeps.js';
import { r7 } from './r7-edits.js';
import { r8 } from './r8-clock.js';
import { r9 } from './r9-outage.js';
import { r10 } from './r10-year.js';
import type { Scenario } from './scenario.js';

/** Everything that is done to the reminder core, by the numbers of the figures to hold. */
export const SCENARIOS: readonly Scenario[] = [...r1, r2, r3, r4, r5, r6, r7, r8, r9, r10];

/** @param only names or their beginnings, such as `r1` for `r1-postgres` and `r1-redis`; none: all */
export function chosen(only: readonly string[]): readonly Scenario[] {
  const unknown = only.filter((name) => !SCENARIOS.some((one) => matches(one, name)));
  if (unknown.length > 0) throw new Error(`there is no scenario ${unknown.join(', ')}; there are ${SCENARIOS.map(({ name }) => name).join(', ')}`);
  return SCENARIOS.filter((one) => only.length === 0 || only.some((name) => matches(one, name)));
}

const matches = ({ name }: Scenario, asked: string): boolean => name === asked || name.startsWith(`${asked}-`);
