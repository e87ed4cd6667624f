import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EARLIEST_DATE, fromDayNumber, LATEST_DATE, toDayNumber, type Weekday, weekdayOfDayNumber } from './plain-date.js';
import { WorkIndex, type WorkingDays } from './work-index.js';

const [FIRST, LAST] = [toDayNumber(EARLIEST_DATE), toDayNumber(LATEST_DATE)];
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Days off in the weeks around a day, estimated or not, so close that they follow each other. */
const side = (around: number): fc.Arbitrary<WorkingDays> => fc.record({
  weekend: fc.subarray([...WEEKDAYS]), off: fc.uniqueArray(fc.integer({ min: -15, max: 15 }), { maxLength: 20 }), estimates: fc.uniqueArray(fc.integer({ min: -15, max: 15 }), { maxLength: 8 }),
}).map(({ weekend, off, estimates }) => {
  const days = (places: readonly number[]): string[] => places.map((place) => around + place).filter((day) => day >= FIRST && day <= LAST).map(fromDayNumber);
  return { weekend, holidays: new Set([...days(off), ...days(estimates)]), estimated: new Set(days(estimates).filter((day) => !days(off).includes(day))) };
});
const AROUND = fc.oneof(fc.constantFrom(FIRST, FIRST + 10, LAST - 10, LAST), fc.integer({ min: FIRST, max: LAST }));

it('counts as one who walks day by day, also where the calendar ends', () => {
  fc.assert(fc.property(AROUND.chain((around) => fc.tuple(fc.constant(around), fc.array(side(around), { minLength: 1, maxLength: 2 }), fc.integer({ min: -20, max: 20 }), fc.integer({ min: -12, max: 12 }))), ([around, sides, place, days]) => {
    const index = new WorkIndex(sides);
    const works = (day: number): boolean => day >= FIRST && day <= LAST && sides.every(({ weekend, holidays }) => !weekend.includes(weekdayOfDayNumber(day)) && !holidays.has(fromDayNumber(day)));
    const from = Math.min(LAST, Math.max(FIRST, around + place));
    expect(index.isWorking(from)).toBe(works(from));
    let on = from;
    if (days === 0) while (on <= LAST && !works(on)) on += 1;
    for (let left = Math.abs(days); left > 0 && on >= FIRST && on <= LAST;) { on += Math.sign(days); if (works(on)) left -= 1; }
    expect(index.add(from, days)).toBe(on >= FIRST && on <= LAST ? on : null);
  }), { numRuns: 2_000 });
});

it('knows no working day where nobody works, and none outside its years', () => {
  const never = new WorkIndex([{ weekend: WEEKDAYS, holidays: new Set() }]);
  expect([never.add(0, 1), never.add(0, 0), never.add(0, -1), never.isWorking(0)]).toEqual([null, null, null, false]);
  const always = new WorkIndex([{ weekend: [], holidays: new Set() }]);
  expect([always.add(FIRST - 1, 1), always.add(LAST + 1, -1), always.isWorking(FIRST - 1), always.isWorking(LAST + 1)]).toEqual([null, null, false, false]);
});
