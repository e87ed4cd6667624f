import { expect, it } from 'vitest';
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
  const courier: Pick<Courier, 'write'> = { write: async (claims) => { if (writer.fails) throw new Error('the database is away'); return claims.map(letterOf); } };
  return new LetterTray(store as SendingStore, courier as Courier, { owner: 'me', leaseSeconds: 90, slots: SLOTS, isStopping: () => false });
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
