/** A row with its id, or the id alone. */
type Row = string | { readonly id: string };
/** The next rows after an id; of the first batch, after null. */
type NextBatch<R extends Row> = (after: string | null) => Promise<readonly R[]>;

/** Reads rows a batch at a time, in the order of their ids, until none is left; what changes meanwhile makes none come twice. */
export async function* batchesOf<R extends Row>(next: NextBatch<R>): AsyncGenerator<readonly R[], void> {
  for (let rows = await next(null); ;) {
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    rows = await next(typeof last === 'string' ? last : last.id);
  }
}

/** The same, row by row. */
export async function* rowsOf<R extends Row>(next: NextBatch<R>): AsyncGenerator<R, void> {
  for await (const rows of batchesOf(next)) yield* rows;
}
