import { EUROPE, loadEurope, type Sizes } from './europe.js';

/** `node …/generate/main.js ADDRESS [agreements] [milestones each] [reminders each] [seed]`: fills a migrated, empty database. */
const [url, ...numbers] = process.argv.slice(2);
if (url === undefined) {
  process.stderr.write('usage: generate ADDRESS [agreements] [milestones each] [reminders each] [seed]\n');
  process.exit(1);
}
const [agreements = EUROPE.agreements, milestonesEach = EUROPE.milestonesEach, remindersEach = EUROPE.remindersEach, seed = EUROPE.seed] = numbers.map(Number);
const sizes: Sizes = { agreements, milestonesEach, remindersEach, seed };
const from = performance.now();
const counts = await loadEurope(url, sizes);
process.stdout.write(`${JSON.stringify(counts)} in ${((performance.now() - from) / 1000).toFixed(1)} s\n`);
