import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoToInstant, nextWeekday, type ZoneTable } from '../calendar/index.js';
import { localToInstant } from '../calendar/zone.js';
import { decideMail, followingDigest, forecastMails, type MailRecipient } from './mails.js';
import type { ReminderDraft } from './plan.js';

const zones: ZoneTable = { version: 'test', zones: { Smara: { untils: [], offsets: [0] }, India: { untils: [], offsets: [330] } } };
const home: MailRecipient = { personId: 'h', zone: 'Smara', side: 'home', lastMailOn: null, lastEscalationOn: null };
const partner: MailRecipient = { personId: 'p', zone: 'India', side: 'partner', lastMailOn: null, lastEscalationOn: null };

let serial = 0;
function reminder(to: MailRecipient, rung: string, on: string, change: Partial<ReminderDraft> = {}): ReminderDraft {
  return {
    milestoneId: `m${(serial += 1)}`, agreementId: 'a', rung, cycleNo: 0, role: to.side === 'home' ? 'owner' : 'counterpart', personId: to.personId, hold: false,
    rungOn: on, localDate: on, localTime: '09:00', zone: to.zone, dueAt: localToInstant(zones, to.zone, on, '09:00'), ...change,
  };
}
const forecast = (planned: ReminderDraft[], recipients: MailRecipient[], from: string, to: string) =>
  forecastMails({ planned, recipients, now: isoToInstant(`${from}T00:00:00Z`), from: isoToInstant(`${from}T00:00:00Z`), to: isoToInstant(`${to}T00:00:00Z`), zones });
const lines = (mails: ReturnType<typeof forecast>) => mails.map((mail) => `${mail.localDate} ${mail.personId} ${mail.reminders.map(({ rung }) => rung).sort().join(' ')}`);

describe('one mail', () => {
  it('holds all reminders of a person and a date', () => {
    expect(lines(forecast([reminder(home, 'd0', '2026-02-03'), reminder(home, 'd-7', '2026-02-03'), reminder(partner, 'd0', '2026-02-03')], [home, partner], '2026-02-01', '2026-02-08')))
      .toEqual(['2026-02-03 p d0', '2026-02-03 h d-7 d0']);
  });

  it('leaves a partner in peace for a week, except on the day itself', () => {
    const planned = [reminder(partner, 'd-7', '2026-02-02'), reminder(partner, 'd-7', '2026-02-04'), reminder(partner, 'd+7', '2026-02-05')];
    expect(lines(forecast(planned, [partner], '2026-02-01', '2026-03-01'))).toEqual(['2026-02-02 p d-7', '2026-02-09 p d+7 d-7']);
    expect(lines(forecast([...planned, reminder(partner, 'd0', '2026-02-06')], [partner], '2026-02-01', '2026-03-01'))).toEqual(['2026-02-02 p d-7', '2026-02-06 p d+7 d-7 d0']);
  });

  it('waits for the next day when one has gone today', () => {
    expect(lines(forecast([reminder(home, 'd0', '2026-02-03')], [{ ...home, lastMailOn: '2026-02-03' }], '2026-02-03', '2026-03-01'))).toEqual(['2026-02-04 h d0']);
    expect(lines(forecast([reminder(partner, 'd0', '2026-02-03')], [{ ...partner, lastMailOn: '2026-02-03' }], '2026-02-03', '2026-03-01'))).toEqual(['2026-02-04 p d0']);
  });

  it('is a draft of its own above the coordinator', () => {
    const held = reminder(home, 'd+21', '2026-02-03', { hold: true, role: 'president' });
    expect(forecast([held, reminder(home, 'd0', '2026-02-03')], [home], '2026-02-01', '2026-03-01').map(({ kind, held: waits }) => [kind, waits])).toEqual([['reminder', false], ['escalation', true]]);
  });

  it('says when it is late, and gathers everything after a longer outage', () => {
    const planned = [reminder(home, 'd0', '2026-02-03'), reminder(home, 'd+3', '2026-02-02')];
    const at = (instant: string) => decideMail({ planned, recipient: home, now: isoToInstant(instant), zones }, 'ordinary');
    expect(at('2026-02-02T08:59:00Z')).toEqual({ step: 'wait' });
    expect(at('2026-02-02T09:00:10Z')).toMatchObject({ step: 'mail', kind: 'reminder', late: false, localDate: '2026-02-02' });
    expect(at('2026-02-03T08:00:00Z')).toMatchObject({ step: 'mail', kind: 'reminder', late: true, localDate: '2026-02-02', dueAt: isoToInstant('2026-02-02T09:00:00Z') });
    const after = at('2026-03-03T12:00:00Z');
    expect(after).toMatchObject({ step: 'mail', kind: 'catchUp', localDate: '2026-03-03', dueAt: isoToInstant('2026-03-03T12:00:00Z') });
    expect(after.step === 'mail' && after.reminders).toHaveLength(2);
  });

  it('goes on every Monday', () => {
    expect(lines(forecast([reminder(home, 'digest-1', '2026-02-02')], [home], '2026-02-01', '2026-02-20'))).toEqual(['2026-02-02 h digest-1', '2026-02-09 h digest-2', '2026-02-16 h digest-3']);
    const digest = reminder(home, 'digest-1', '2026-02-02');
    expect(followingDigest(digest, '2026-03-10', zones)).toMatchObject({ rung: 'digest-7', rungOn: '2026-03-16' });
    expect(followingDigest(reminder(home, 'd0', '2026-02-02'), '2026-03-10', zones)).toBeUndefined();
  });
});

/** The same rules told day by day, slowly. */
function oracle(planned: ReminderDraft[], to: MailRecipient, first: string, days: number): string[] {
  let waiting = planned.map(({ rung, rungOn }) => ({ rung, rungOn }));
  let last = to.lastMailOn;
  const mails: string[] = [];
  for (let day = 0; day < days; day += 1) {
    const today = addDays(first, day);
    const due = waiting.filter(({ rungOn }) => rungOn <= today);
    if (due.length === 0) continue;
    const since = last === null ? Infinity : daysBetween(last, today);
    if (since < 1 || (to.side === 'partner' && since < 7 && !due.some(({ rung }) => rung === 'd0'))) continue;
    mails.push(`${today} ${to.personId} ${due.map(({ rung }) => rung).sort().join(' ')}`);
    last = today;
    waiting = waiting.filter(({ rungOn }) => rungOn > today);
    for (const { rung, rungOn } of due) {
      if (!rung.startsWith('digest-')) continue;
      const next = nextWeekday(today, 1);
      waiting.push({ rung: `digest-${Number(rung.slice(7)) + daysBetween(rungOn, next) / 7}`, rungOn: next });
    }
  }
  return mails;
}

describe('the forecast', () => {
  const plan = (to: MailRecipient) => fc.array(fc.record({ rung: fc.constantFrom('d-7', 'd-1', 'd0', 'd+3', 'd+7', 'digest-1'), day: fc.integer({ min: 0, max: 60 }) }), { maxLength: 25 })
    .map((all) => all.map(({ rung, day }) => reminder(to, rung, rung === 'digest-1' ? nextWeekday(addDays('2026-02-01', day), 1) : addDays('2026-02-01', day))));
  const last = fc.option(fc.integer({ min: -8, max: 0 }).map((days) => addDays('2026-02-01', days)));

  it.each([home, partner])('agrees with the calendar told day by day, %o', (to) => {
    fc.assert(fc.property(plan(to), last, (planned, lastMailOn) => {
      const recipient = { ...to, lastMailOn };
      expect(lines(forecast(planned, [recipient], '2026-02-01', '2026-06-01'))).toEqual(oracle(planned, recipient, '2026-02-01', 120));
    }), { numRuns: 300 });
  });

  it.each([home, partner])('does not depend on where it is cut, %o', (to) => {
    fc.assert(fc.property(plan(to), last, fc.integer({ min: 1, max: 80 }), (planned, lastMailOn, days) => {
      const now = isoToInstant('2026-02-01T00:00:00Z');
      const cut = isoToInstant(`${addDays('2026-02-01', days)}T12:00:00Z`);
      const end = isoToInstant('2026-06-01T00:00:00Z');
      const between = (from: number, until: number) => forecastMails({ planned, recipients: [{ ...to, lastMailOn }], now, from, to: until, zones });
      expect([...between(now, cut), ...between(cut, end)]).toEqual(between(now, end));
    }));
  });
});
