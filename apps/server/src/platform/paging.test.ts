import { expect, it } from 'vitest';
import { batchesOf, rowsOf } from './paging.js';

const all = ['a', 'b', 'c', 'd', 'e'];
const asked: (string | null)[] = [];
const next = (after: string | null) => { asked.push(after); return Promise.resolve(all.filter((id) => after === null || id > after).slice(0, 2)); };

it('reads batch after batch, each after the last row of the one before, until none is left', async () => {
  const found: (readonly string[])[] = [];
  for await (const batch of batchesOf(next)) found.push(batch);
  expect(found).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  expect(asked).toEqual([null, 'b', 'd', 'e']);
});

it('reads no further than it is listened to', async () => {
  asked.length = 0;
  for await (const { id } of rowsOf(async (after) => (await next(after)).map((one) => ({ id: one })))) if (id === 'b') break;
  expect(asked).toEqual([null]);
});
