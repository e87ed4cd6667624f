/** The rows by the year, or the month, of their day, in the order in which they first come; without a day they are left out. */
export function byTime<T>(list: readonly T[], dateOf: (one: T) => string | null, unit: 'year' | 'month'): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = dateOf(one)?.slice(0, unit === 'year' ? 4 : 7);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one); else groups.set(key, [one]);
  }
  return [...groups];
}

/** Every year that is played, also one in which nothing happens. */
export const yearsBetween = (from: string, until: string): string[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(until.slice(0, 4))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => String(first + place));
};

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Where a day lies in its year, in per cent of its length, from the side on which reading begins. */
export function placeInYear(on: string, dir: 'ltr' | 'rtl'): number {
  const day = (DAYS_BEFORE_MONTH[Number(on.slice(5, 7)) - 1] ?? 0) + Number(on.slice(8, 10)) - 1;
  const share = Math.round(Math.min(1, day / 365) * 10_000) / 100;
  return dir === 'rtl' ? 100 - share : share;
}
