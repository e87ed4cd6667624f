import { expect, it, vi } from 'vitest';
import type { Courier, Letter } from './courier.js';
import { LetterTray } from './letter-tray.js';
import type { Claim, SendingStore } from './sending.store.js';

const SLOTS = 2;
const claimOf = (n: number): Claim => ({ id: `d${n}`, fence: 1, owner: 'me', attempts: 1 });
const letterOf = (claim: Claim): Letter => ({ claim, mail: null, told: null, to: 'p@example.org', bytes: Buffer.from('') });

/** A tray over a table that always has more, and a writer that fails as long as it is told to. */
function tray(writer: { fails: boolean }) {
  let claimed = 0;
  const store: Pick<SendingStore, 'claim'> = { claim: async (limit) => ({ claims: Array.from({ length: limit }, () => claimOf((claimed += 1))), expired: 0 }) };
  const courier: Pick<Courier, 'prepare'> = { prepare: async (claims) => { if (writer.fails) throw new Error('the database is away'); return claims.map(letterOf); } };
  return new LetterTray(store as SendingStore, courier as Courier, { owner: 'me', leaseSeconds: 90, slots: SLOTS, isStopping: () => false, linesAreOpen: () => true });
}

it('lets go of what it could not write, and takes as much again once that works', async () => {
  const writer = { fails: true };
  const one = tray(writer);
  for (let n = 0; n < 3; n += 1) {
    one.lookAgain();
    await expect(one.next()).rejects.toThrow('the database is away');
  }
  writer.fails = false;
  one.lookAgain();
  const letters = [];
  for (let n = 0; n < 2 * SLOTS; n += 1) letters.push(await one.next());
  expect(letters.filter(Boolean)).toHaveLength(2 * SLOTS);
});

it('looks no further when its hands are full, instead of looking for ever', async () => {
  const one = tray({ fails: false });
  one.lookAgain();
  for (let n = 0; n < 2 * SLOTS; n += 1) await one.next();
  expect(await one.next()).toBeUndefined();
});

it('holds more while letters leave quickly, and few again after one that did not', async () => {
  const one = tray({ fails: false });
  const take = async (most: number) => {
    one.lookAgain();
    const letters: Letter[] = [];
    while (letters.length < most) {
      const letter = await one.next();
      if (!letter) break;
      letters.push(letter);
    }
    return letters;
  };
  const first = await take(2 * SLOTS);
  expect(first).toHaveLength(2 * SLOTS);
  for (const letter of first) one.done(letter);
  for (let round = 0; round < 20; round += 1) for (const letter of await take(2)) one.done(letter);
  const many = await take(100);
  expect(many).toHaveLength(6 * SLOTS);
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
  for (const letter of many) one.done(letter);
  expect(await take(100)).toHaveLength(2 * SLOTS);
  vi.restoreAllMocks();
});
