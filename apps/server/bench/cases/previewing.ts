import type { PlanSheet } from '@tawama/contracts';
import { addDays, subsetTable, type IntendedChange, type ZoneTable } from '@tawama/domain';
import { loadZoneTable } from '../../src/platform/zones.js';
import { longSheet } from '../generate/sheet.js';
import { openRulesPage, type RulesPage } from '../harness/browser.js';
import type { Ground } from '../harness/ground.js';
import { figure, type Figure } from '../harness/outcome.js';
import { percentile } from '../harness/statistics.js';

const STEPS = 100;
const KEY_STROKES = 1_000;
const WARM_UP = 100;
const FRAME_MS = 16;

interface Typed { first: number; taken: number[]; moved: number; reminders: number }

/** The preview that a dialog shows with every key stroke, in a real Chromium: an agreement of 100 steps, reminders started. */
export async function previewing(ground: Ground): Promise<Figure[]> {
  const zones = subsetTable(loadZoneTable(), ['Africa/El_Aaiun', 'Asia/Kolkata']);
  const sheet = longSheet(STEPS, zones);
  const step = sheet.milestones.find(({ status, dueOn }) => status === 'open' && dueOn !== null && dueOn > sheet.today);
  if (!step || sheet.milestones.length !== STEPS) throw new Error('the long agreement is another than it should be');
  const dates = Array.from({ length: 50 }, (_, n) => addDays(sheet.today, n));
  const one = dates.map((dueOn): IntendedChange => ({ of: 'milestone', id: step.id, command: { name: 'reschedule', dueOn, reason: '…' } }));
  // From the day in force everything that is still to come is counted.
  const many = dates.map((date): IntendedChange => ({ of: 'agreement', command: { name: 'record-event', event: 'inForce', on: addDays(date, -130) } }));
  const rules = await openRulesPage();
  if (!rules) { ground.say('  left out: there is no Chromium here'); return []; }
  try {
    const rounds: { one: Typed; many: Typed }[] = [];
    for (let round = 0; round < ground.rounds; round += 1) {
      const taken = { one: await typed(rules, sheet, zones, one, ground.count(KEY_STROKES)), many: await typed(rules, sheet, zones, many, ground.count(KEY_STROKES)) };
      rounds.push(taken);
      ground.say(`  round ${round + 1}: ${sheet.reminders.length} reminders; one step: ${taken.one.moved} moved, ${taken.one.reminders} reminders; day in force: ${taken.many.moved} moved, ${taken.many.reminders} reminders`);
    }
    const of = (kind: 'one' | 'many', part: (typing: Typed) => number): number[] => rounds.map((round) => part(round[kind]));
    const figures = (kind: 'one' | 'many', what: string): Figure[] => [
      figure({ what: `${what}, p50`, unit: 'ms', ours: of(kind, ({ taken }) => percentile(taken, 0.5)), target: { of: 'ours', atMost: FRAME_MS } }),
      figure({ what: `${what}, p99`, unit: 'ms', ours: of(kind, ({ taken }) => percentile(taken, 0.99)), target: { of: 'ours', atMost: FRAME_MS } }),
      figure({ what: `${what}, the first time on a new page`, unit: 'ms', ours: of(kind, ({ first }) => first) }),
    ];
    return [...figures('one', `Preview of another date for one of ${STEPS} steps`), ...figures('many', 'Preview of another day in force, which moves all that follows')];
  } finally {
    await rules.close();
  }
}

/** Types the changes one after the other into a page that has just been loaded. */
async function typed({ page }: RulesPage, sheet: PlanSheet, zones: ZoneTable, changes: readonly IntendedChange[], count: number): Promise<Typed> {
  await page.reload();
  return page.evaluate(async ({ written, table, intended, times, warmUp }) => {
    const { knownPlan, preview } = await import('@tawama/domain');
    const began = performance.now();
    // As it comes over the wire.
    const known = knownPlan(JSON.parse(written) as PlanSheet, table);
    let last = preview(known, intended[0] as IntendedChange);
    const first = performance.now() - began;
    const taken: number[] = [];
    for (let n = 0; n < warmUp + times; n += 1) {
      const from = performance.now();
      last = preview(known, intended[n % intended.length] as IntendedChange);
      if (n >= warmUp) taken.push(performance.now() - from);
    }
    if (!last.ok) throw new Error(last.code);
    return { first, taken, moved: last.value.shifts.length, reminders: last.value.remindersAdded + last.value.remindersCancelled };
  }, { written: JSON.stringify(sheet), table: zones, intended: changes, times: count, warmUp: WARM_UP });
}
