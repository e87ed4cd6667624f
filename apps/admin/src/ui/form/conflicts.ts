/** One field that two people changed: what this form holds, and what is stored now. */
export interface Conflict { field: string; mine: unknown; theirs: unknown }

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Fields changed in the form and, differently, in the store since the form was opened. */
export const conflictsOf = (base: object, mine: object, theirs: object): Conflict[] => {
  const [before, now] = [new Map<string, unknown>(Object.entries(base)), new Map<string, unknown>(Object.entries(theirs))];
  return Object.entries(mine).flatMap(([field, value]: [string, unknown]) =>
    (!same(value, before.get(field)) && !same(now.get(field), before.get(field)) && !same(value, now.get(field)) ? [{ field, mine: value, theirs: now.get(field) }] : []));
};
