import type { Chance } from '@tawama/testkit';
import type { LabPostgres } from './postgres.js';

/** What a run measured, by name, in the words of the table. */
export type Figures = Record<string, string | number>;

/** What a run is given: a database server, chance of its own, and a way to say how far it is. */
export interface LabGround { postgres: LabPostgres; seed: number; chance: Chance; say(line: string): void }

export interface Scenario {
  /** like `r1-redis` */
  name: string;
  title: string;
  needs: readonly ('redis' | 'debianPostgres')[];
  /** @throws Error that names every broken promise */
  run(length: 'short' | 'full', ground: LabGround): Promise<Figures>;
}

/** One code for both lengths: only the size differs. */
export function scenario<Size>(given: { name: string; title: string; needs?: Scenario['needs']; short: Size; full: Size; run(ground: LabGround, size: Size): Promise<Figures> }): Scenario {
  const { name, title, needs = [], run } = given;
  return { name, title, needs, run: (length, ground) => run(ground, given[length]) };
}
