import type { Ground } from '../harness/ground.js';
import type { Figure } from '../harness/outcome.js';
import { dating } from './dating.js';
import { generating } from './generating.js';
import { handingOut } from './handing-out.js';
import { idle } from './idle.js';
import { lone } from './lone.js';
import { migrating } from './migrating.js';
import { nightly } from './nightly.js';
import { pipeline } from './pipeline.js';
import { playing } from './playing.js';
import { previewing } from './previewing.js';
import { reading } from './reading.js';
import { replanning } from './replanning.js';
import { rescheduling } from './rescheduling.js';
import { sweeping } from './sweeping.js';
import { timely } from './timely.js';

/** Every benchmark by its name, in the order in which they run. */
export const CASES: Readonly<Record<string, (ground: Ground) => Promise<Figure[]>>> = {
  pipeline, 'handing-out': handingOut, timely, lone, sweeping, replanning, dating, previewing, playing, generating, rescheduling, migrating, nightly, reading, idle,
};
