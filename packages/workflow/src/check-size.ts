/** Two of them for each rule inside a rule: eight rules deep is more than anybody reads. */
const DEEPEST = 24;
/** A template of ten thousand steps has some three hundred thousand. */
const MOST_VALUES = 3_000_000;

/** True for a value too deep or too large to be looked at as a template; a circle of objects is too deep. Walks without recursion. */
export function isTooLarge(candidate: unknown): boolean {
  let level: readonly unknown[] = [candidate];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue;
      for (const child of Array.isArray(value) ? value : Object.values(value)) {
        values += 1;
        if (values > MOST_VALUES) return true;
        if (typeof child === 'object' && child !== null) next.push(child);
      }
    }
    level = next;
  }
  return false;
}
