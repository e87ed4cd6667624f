/**
 * Does the work for every item, so many at a time. After a failure no further item is begun; it is thrown once those in hand are through.
 */
export async function sideBySide<Item>(items: AsyncIterable<Item>, atOnce: number, work: (item: Item) => Promise<void>): Promise<void> {
  const source = items[Symbol.asyncIterator]();
  let failed = false;
  const hand = async (): Promise<void> => {
    for (;;) {
      const next = failed ? undefined : await source.next();
      if (next === undefined || next.done === true) return;
      try { await work(next.value); } catch (error) { failed = true; throw error; }
    }
  };
  const hands = await Promise.allSettled(Array.from({ length: atOnce }, hand));
  const broken = hands.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
}
