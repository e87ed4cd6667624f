import type { MachineFigures } from '@tawama/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MACHINE_PARTS, machineLines, needed, type MachinePart, type MachineTrouble } from './machine.js';

const calm: MachineFigures = {
  database: 'ok', clock: 'ok', queue: 'ok', mail: 'ok', zoneDataVersion: '2026f', upSeconds: 86_400, sweepAgeSeconds: 8, backupAgeSeconds: 3_600,
  late: 0, oldestLateSeconds: null, waitingMails: 4, openIncidents: 0, brokenRows: 0,
};
const lineOf = (part: MachinePart, more: Partial<MachineFigures>) => machineLines({ ...calm, ...more }).find((line) => line.part === part);

describe('what the figures of the machinery mean', () => {
  it('is one line a part, all well, when nothing is wrong', () => {
    const lines = machineLines(calm);
    expect(lines.map(({ part }) => part)).toEqual([...MACHINE_PARTS]);
    expect(lines.map(({ tone }) => tone)).toEqual(MACHINE_PARTS.map(() => 'well'));
    expect(needed(lines)).toBe(0);
  });

  it.each<[string, MachinePart, Partial<MachineFigures>, MachineTrouble]>([
    ['a database that is away', 'database', { database: 'down' }, 'databaseSilent'],
    ['a clock without a row', 'clock', { clock: 'down' }, 'clockSilent'],
    ['a queue that is away', 'queue', { queue: 'down' }, 'queueSilent'],
    ['a mail server that does not answer', 'mail', { mail: 'degraded' }, 'mailSilent'],
    ['mail that could not even be asked about', 'mail', { mail: 'down' }, 'mailSilent'],
    ['no round yet', 'sweep', { sweepAgeSeconds: null }, 'sweepNever'],
    ['rounds that stopped', 'sweep', { sweepAgeSeconds: 121 }, 'sweepOld'],
    ['no backup yet', 'backup', { backupAgeSeconds: null }, 'backupNever'],
    ['two nights without a backup', 'backup', { backupAgeSeconds: 172_801 }, 'backupOld'],
    ['one late mail', 'late', { late: 1, oldestLateSeconds: 4_000 }, 'late'],
    ['one incident', 'incidents', { openIncidents: 1 }, 'incidents'],
    ['one row that contradicts the promise', 'whole', { brokenRows: 1 }, 'broken'],
  ])('%s asks for somebody', (_, part, more, trouble) => {
    expect(lineOf(part, more)).toMatchObject({ tone: 'act', trouble });
    expect(needed(machineLines({ ...calm, ...more }))).toBe(1);
  });

  it.each<[MachinePart, Partial<MachineFigures>]>([['sweep', { sweepAgeSeconds: 120 }], ['backup', { backupAgeSeconds: 172_800 }]])('%s at the very limit is still well', (part, more) => {
    expect(lineOf(part, more)?.tone).toBe('well');
  });

  it('mails that stay in the Outbox by choice ask for nobody', () => {
    expect(lineOf('mail', { mail: 'outboxOnly' })).toMatchObject({ tone: 'note', trouble: 'outboxOnly', count: 4 });
    expect(needed(machineLines({ ...calm, mail: 'outboxOnly' }))).toBe(0);
  });

  it('what comes within minutes of the start is not missed before', () => {
    const young = { backupAgeSeconds: null, sweepAgeSeconds: null };
    expect([lineOf('backup', { ...young, upSeconds: 599 })?.tone, lineOf('sweep', { ...young, upSeconds: 599 })?.tone]).toEqual(['note', 'note']);
    expect(needed(machineLines({ ...calm, ...young, upSeconds: 600 }))).toBe(2);
    // An old backup is old, however young the process.
    expect(lineOf('backup', { backupAgeSeconds: 172_801, upSeconds: 1 })?.tone).toBe('act');
  });

  it('carries the numbers that its sentence names', () => {
    expect(lineOf('late', { late: 7, oldestLateSeconds: 9_000 })).toMatchObject({ count: 7, seconds: 9_000 });
    expect(lineOf('incidents', { openIncidents: 3 })?.count).toBe(3);
    expect(lineOf('whole', { brokenRows: 2 })?.count).toBe(2);
    expect(lineOf('sweep', { sweepAgeSeconds: 8 })?.seconds).toBe(8);
    expect(lineOf('backup', { backupAgeSeconds: 3_600 })?.seconds).toBe(3_600);
  });

  it('puts first what asks for somebody, then what is good to know', () => {
    const parts = machineLines({ ...calm, mail: 'outboxOnly', brokenRows: 1, backupAgeSeconds: null }).map(({ part }) => part);
    expect(parts).toEqual(['whole', 'backup', 'mail', 'database', 'clock', 'sweep', 'queue', 'late', 'incidents']);
  });

  it('one part never speaks for another', () => {
    const troubles: Partial<MachineFigures>[] = [{ database: 'down' }, { clock: 'down' }, { queue: 'down' }, { mail: 'degraded' }, { sweepAgeSeconds: null }, { backupAgeSeconds: null }, { late: 2 }, { openIncidents: 2 }, { brokenRows: 2 }];
    fc.assert(fc.property(fc.subarray(troubles), (some) => {
      expect(needed(machineLines(Object.assign({}, calm, ...some)))).toBe(some.length);
    }));
  });
});
