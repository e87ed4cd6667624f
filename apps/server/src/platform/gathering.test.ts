import { describe, expect, it } from 'vitest';
import { Gathering } from './gathering.js';

describe('a gathering', () => {
  it('joins what comes in one tick, and what comes while two groups are under way', async () => {
    const groups: number[][] = [];
    const releases: (() => void)[] = [];
    const gathering = new Gathering<number, number>(async (items) => {
      groups.push([...items]);
      if (groups.length <= 2) await new Promise<void>((go) => { releases.push(go); });
      return items.map((item) => item * 2);
    }, 100);
    const ends = [gathering.add(1), gathering.add(2)];
    await expect.poll(() => groups.length).toBe(1);
    ends.push(gathering.add(3));
    await expect.poll(() => groups.length).toBe(2);
    ends.push(gathering.add(4), gathering.add(5));
    await new Promise((later) => setTimeout(later, 20));
    ends.push(gathering.add(6));
    expect(groups).toHaveLength(2);
    for (const release of releases) release();
    expect(await Promise.all(ends)).toEqual([2, 4, 6, 8, 10, 12]);
    expect(groups).toEqual([[1, 2], [3], [4, 5, 6]]);
  });

  it('takes no more at one time than it may', async () => {
    const sizes: number[] = [];
    const gathering = new Gathering<number, number>(async (items) => { sizes.push(items.length); return items; }, 3);
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => gathering.add(n)));
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('refuses only the item that is bad', async () => {
    const gathering = new Gathering<number, number>(async (items) => {
      if (items.includes(2)) throw new Error('two');
      return items;
    }, 10);
    const ends = await Promise.allSettled([1, 2, 3].map((n) => gathering.add(n)));
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await gathering.add(4)).toBe(4);
  });

  it('never answers with somebody else’s answer', async () => {
    const gathering = new Gathering<number, number>(async (items) => items.slice(1), 10);
    await expect(gathering.add(1)).rejects.toThrow('0 answers to 1 questions');
  });
});
