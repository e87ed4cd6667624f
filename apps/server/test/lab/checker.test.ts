import { describe, expect, it } from 'vitest';
import { faultsOf, type Expected, type FaultName } from './checker.js';
import type { AttemptRecord, DeliveryRecord, Histories, ReminderRecord } from './histories.js';

const delivery = (id: string, more: Partial<DeliveryRecord> = {}): DeliveryRecord => ({
  id, kind: 'reminder', personId: `person-${id}`, localDate: '2026-03-02', state: 'sent', messageId: `<d-${id}>`, email: `${id}@example.org`, fence: 1, transport: 'smtp', underWay: false, bodyHash: `hash-${id}`, early: false, ...more,
});
const attempts = (deliveryId: string, fence: number, ...phases: string[]): AttemptRecord[] => phases.map((phase) => ({ deliveryId, fence, phase }));
/** The row itself says that its last try was accepted. */
const WHOLE = ['connected', 'data_sent'];

/** A run in which everything went well: one plain mail, one that was sent again after a kill, one refused, one cancelled, one kept in the outbox. */
const good = (): { [Part in keyof Histories]: [...Histories[Part]] } => ({
  reminders: [
    { id: 'r1', state: 'materialised', isDue: true, deliveryId: 'plain' }, { id: 'r2', state: 'materialised', isDue: true, deliveryId: 'again' }, { id: 'r3', state: 'materialised', isDue: true, deliveryId: 'refused' },
    { id: 'r4', state: 'cancelled', isDue: true, deliveryId: null }, { id: 'r5', state: 'planned', isDue: false, deliveryId: null },
  ],
  deliveries: [
    delivery('plain'), delivery('again', { fence: 3 }), delivery('refused', { state: 'failed', transport: null, bodyHash: null, localDate: '2026-03-03' }),
    delivery('dropped', { state: 'cancelled', fence: 0, transport: null, bodyHash: null }), delivery('kept', { transport: 'outbox' }),
  ],
  attempts: [...attempts('plain', 1, ...WHOLE), ...attempts('again', 1, 'connected', 'data_sent'), ...attempts('again', 2, ...WHOLE, 'accepted'), ...attempts('again', 3, ...WHOLE), ...attempts('refused', 1, 'connected', 'rejected')],
  recordings: [{ deliveryId: 'plain', fence: 1, from: 'pending' }, { deliveryId: 'again', fence: 3, from: 'pending' }, { deliveryId: 'kept', fence: 1, from: 'pending' }],
  taken: ['plain', 'again', 'again', 'again'].map((id) => ({ messageId: `<d-${id}>`, to: `${id}@example.org`, hash: `hash-${id}` })),
});
const EXPECTED: Expected = { sent: 3, copies: 2 };
const namesOf = (histories: Histories, expected = EXPECTED): FaultName[] => [...new Set(faultsOf(histories, expected).map(({ name }) => name))].sort();

it('finds nothing where nothing is wrong', () => {
  expect(faultsOf(good(), EXPECTED)).toEqual([]);
});

type Good = ReturnType<typeof good>;
const change = <Key extends 'reminders' | 'deliveries'>(part: Key, id: string, more: Partial<Key extends 'reminders' ? ReminderRecord : DeliveryRecord>) => (run: Good): void => {
  const found = run[part].find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  Object.assign(found, more);
};
const without = (part: 'attempts' | 'taken', matches: (one: Record<string, unknown>) => boolean) => (run: Good): void => { Object.assign(run, { [part]: run[part].filter((one) => !matches({ ...one })) }); };

describe('names what is wrong with', () => {
  const corruptions: [FaultName, string, (run: Good) => void][] = [
    ['reminder/lost', 'a due reminder that is only planned', change('reminders', 'r5', { isDue: true })],
    ['reminder/adrift', 'a reminder of which a mail was made, but none is named', change('reminders', 'r1', { deliveryId: null })],
    ['reminder/adrift', 'a reminder that names a mail which is not there', change('reminders', 'r1', { deliveryId: 'nowhere' })],
    ['reminder/attached', 'a cancelled reminder that names a mail', change('reminders', 'r4', { deliveryId: 'plain' })],
    ['delivery/unfinished', 'a mail left pending', change('deliveries', 'dropped', { state: 'pending' })],
    ['delivery/unfinished', 'a mail left in a worker’s hands', change('deliveries', 'dropped', { state: 'pending', underWay: true })],
    ['delivery/under-way', 'a sent mail that is still to be sent', change('deliveries', 'plain', { underWay: true })],
    ['delivery/unexplained', 'a failure without a refusal', (run) => { without('attempts', ({ phase }) => phase === 'rejected')(run); }],
    ['delivery/recorded-twice', 'a row recorded twice', (run) => { run.recordings.push({ deliveryId: 'plain', fence: 1, from: 'pending' }); }],
    ['delivery/recorded-astray', 'a held mail recorded as sent', (run) => { Object.assign(run.recordings[0] ?? {}, { from: 'held' }); }],
    ['delivery/early', 'a mail before its time', change('deliveries', 'plain', { early: true })],
    ['delivery/twice-a-day', 'two mails of a kind on a date', (run) => { run.deliveries.push(delivery('second', { personId: 'person-plain', state: 'cancelled', fence: 0, transport: null })); }],
    ['attempt/fence', 'an attempt above the row’s fence', (run) => { run.attempts.push(...attempts('refused', 2, 'connected')); }],
    ['attempt/fence', 'two attempts with one fence', (run) => { run.attempts.push(...attempts('plain', 1, 'connected')); }],
    ['attempt/unnoted', 'a copy that nobody noted as offered', without('attempts', ({ deliveryId, fence, phase }) => deliveryId === 'again' && fence === 1 && phase === 'data_sent')],
    ['mail/stranger', 'a mail that no row knows', (run) => { run.taken.push({ messageId: '<d-other>', to: 'x@example.org', hash: 'x' }); }],
    ['mail/other-bytes', 'a copy with other bytes', (run) => { Object.assign(run.taken[3] ?? {}, { hash: 'changed' }); }],
    ['mail/other-bytes', 'bytes that are not those the row keeps', change('deliveries', 'plain', { bodyHash: 'changed' })],
    ['delivery/bytes-lost', 'a sent mail that keeps no bytes', change('deliveries', 'plain', { bodyHash: null })],
    ['mail/other-address', 'a copy to somebody else', (run) => { Object.assign(run.taken[0] ?? {}, { to: 'x@example.org' }); }],
  ];
  it.each(corruptions)('%s: %s', (name, _what, corrupt) => {
    const run = good();
    corrupt(run);
    expect(namesOf(run)).toEqual([name]);
  });

  it('a mail that never reached the server', () => {
    const run = good();
    without('taken', ({ to }) => to === 'plain@example.org')(run);
    expect(namesOf(run)).toEqual(['attempt/boasted', 'delivery/lost']);
  });

  it('an acceptance that was recorded under another fence than the row has', () => {
    const run = good();
    without('attempts', ({ deliveryId, fence }) => deliveryId === 'again' && fence === 3)(run);
    expect(namesOf(run)).toEqual(['attempt/unnoted', 'delivery/unanswered']);
  });

  it('a mail that was taken, and a row that says it was not', () => {
    const run = good();
    change('deliveries', 'plain', { state: 'cancelled', transport: null })(run);
    expect(namesOf(run, { copies: 2 })).toEqual(['delivery/unrecorded']);
  });

  it('more acceptances than copies', () => {
    const run = good();
    run.taken.pop();
    expect(namesOf(run)).toEqual([]);
    run.taken.pop();
    expect(namesOf(run)).toEqual(['attempt/boasted']);
  });

  it('more copies than kills explain, and a number of mails that is not the expected one', () => {
    expect(namesOf(good(), { sent: 3, copies: 1 })).toEqual(['mail/too-many-copies']);
    expect(namesOf(good(), { sent: 4, copies: 2 })).toEqual(['run/count']);
  });
});

it('lets a mail rest or be early only where the run says so', () => {
  const run = good();
  change('deliveries', 'dropped', { state: 'held' })(run);
  change('deliveries', 'plain', { early: true })(run);
  expect(namesOf(run)).toEqual(['delivery/early', 'delivery/unfinished']);
  expect(namesOf(run, { ...EXPECTED, resting: ['held'], early: 1 })).toEqual([]);
});
