export interface FieldChange { field: string; before: unknown; after: unknown }

const fieldsOf = (side: unknown): [string, unknown][] => (typeof side === 'object' && side !== null && !Array.isArray(side) ? Object.entries(side) : []);
/** Bookkeeping that says nothing to a reader. */
const SILENT = new Set(['id', 'version', 'demonstration', 'searchText', 'eventTitles']);

/** The fields of an entry that differ before and after; a side that knows nothing of a field has `undefined`. */
export const changesOf = (before: unknown, after: unknown): FieldChange[] => {
  const [was, is] = [new Map(fieldsOf(before)), new Map(fieldsOf(after))];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !SILENT.has(field) && JSON.stringify(was.get(field) ?? null) !== JSON.stringify(is.get(field) ?? null))
    .map((field) => ({ field, before: was.get(field), after: is.get(field) }));
};
