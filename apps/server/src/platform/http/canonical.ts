/** A value of a JSON body as text in which the order of keys makes no difference. For what `refuseNasty` has let through: it is not deep. */
export const canonical = (value: unknown): string => JSON.stringify(inOrder(value)) ?? 'null';

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  // Pairs rather than an object: a key such as "1" would take a place of its own.
  return { of: Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, inOrder(inner)]) };
}
