import type { Known } from './known.js';

/** Parts of steps that do not apply are left out where another remains. */
function counted(parts: readonly Known[]): { readonly counted: readonly Known[]; readonly leftOut: boolean } {
  const remaining = parts.filter((part) => !part.leftOut);
  return remaining.length > 0 ? { counted: remaining, leftOut: false } : { counted: parts, leftOut: true };
}

/** The latest of the parts; needs them all. */
export function latest(parts: readonly Known[]): Known {
  const { counted: remaining, leftOut } = counted(parts);
  let on: number | null = null;
  for (const part of remaining) {
    if (part.on === null) return { on: null, settled: false, leftOut };
    if (on === null || part.on > on) on = part.on;
  }
  return { on, settled: remaining.every((part) => part.settled), leftOut };
}

/** The earliest of the parts that are known: an unknown one can only bring it forward, so that it is provisional until all are. */
export function earliest(parts: readonly Known[]): Known {
  const { counted: remaining, leftOut } = counted(parts);
  let on: number | null = null;
  for (const part of remaining) if (part.on !== null && (on === null || part.on < on)) on = part.on;
  return { on, settled: remaining.every((part) => part.settled && part.on !== null), leftOut };
}
