import { EUROPE, loadEurope, type Sizes } from '../generate/europe.js';
import type { Ground } from './ground.js';

const SMALL_PART = 20;

/** Which Europe this run looks at: all of it, or a twentieth in a quick run. */
export const sizesOf = (ground: Ground): Sizes => (ground.count(5) === 5 ? EUROPE : { ...EUROPE, agreements: EUROPE.agreements / SMALL_PART });

/** Name of the database with every twinning of Europe, made once a run. It is only looked at; who changes rows takes a copy. */
export function europe(ground: Ground): Promise<string> {
  const sizes = sizesOf(ground);
  return ground.template(`bench_europe_${sizes.agreements}`, async (url) => {
    ground.say(`  loading ${sizes.agreements} agreements …`);
    const from = performance.now();
    const counts = await loadEurope(url, sizes);
    ground.say(`  ${JSON.stringify(counts)} in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  });
}
