import { loadEurope } from '../generate/europe.js';
import { sizesOf } from '../harness/europe.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';

/** Every twinning of Europe into an empty database, keys and indexes included. Once: a second time would only be longer. */
export async function generating(ground: Ground): Promise<Figure[]> {
  const sizes = sizesOf(ground);
  const from = performance.now();
  let counts = { agreements: 0, milestones: 0, reminders: 0, deliveries: 0 };
  await ground.template(`bench_europe_${sizes.agreements}`, async (url) => { counts = await loadEurope(url, sizes); });
  const seconds = (performance.now() - from) / 1000;
  return counts.agreements === 0 ? [] : [figure({ what: `Generating ${counts.agreements} agreements, ${counts.milestones} milestones, ${counts.reminders} reminders, ${counts.deliveries} mails`, unit: 's', ours: [seconds], target: { of: 'ours', atMost: 600 } })];
}
