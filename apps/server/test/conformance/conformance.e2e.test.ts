import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Club, SWEEP_SECONDS } from './club.js';
import { CONFIGURATIONS } from './configurations.js';

/** Less than a sweep's pause, so that only a wake-up can explain it. */
const AWAKE_MS = SWEEP_SECONDS * 1000 - 1_500;
const refused = (series: string, answer: { code: number; text?: string }) => (to: string) => (to.startsWith(series) ? answer : 'accept' as const);

// The same promises, whatever the club stands on.
describe.each(CONFIGURATIONS.map((configuration) => [configuration.name, configuration] as const))('%s', (_name, configuration) => {
  const there = it.skipIf(!configuration.isHere());
  let club: Club;
  beforeAll(async () => { if (configuration.isHere()) club = await Club.open(configuration); });
  beforeEach(() => { club?.sink.script(() => 'accept'); });
  afterAll(() => club?.close());

  there('finds what is due without being told, and mails each person once', async () => {
    await club.plant(20, 'plain-');
    for (const mail of await club.reach('plain-', 'sent', 20)) expect(mail).toMatchObject({ kind: 'reminder', transport: 'smtp', attempts: 1 });
    expect(club.copiesTo('plain-')).toBe(20);
  });

  there('wakes when told, long before the next sweep', async () => {
    await club.plant(1, 'before-');
    await club.reach('before-', 'sent', 1);
    const from = performance.now();
    expect((await club.api.post('/api/deliveries/test')).status).toBe(201);
    await club.reach('admin@', 'sent', 1);
    expect(performance.now() - from).toBeLessThan(AWAKE_MS);
  });

  there('waits for the instant and not for the sweep', async () => {
    await club.announce(3, 'soon-', { dueAt: `club_now() + interval '3 seconds' + n * interval '200 milliseconds'` });
    for (const { sentAt, dueAt } of await club.reach('soon-', 'sent', 3)) {
      const late = Date.parse(sentAt ?? '') - Date.parse(dueAt);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(SWEEP_SECONDS * 1000);
    }
  });

  there('tries again after a 4xx', async () => {
    club.sink.script(refused('busy-', { code: 451 }));
    await club.announce(2, 'busy-');
    await expect.poll(async () => (await club.mails('busy-')).filter(({ state, attempts }) => state === 'pending' && attempts === 1).length, { timeout: 30_000 }).toBe(2);
    club.sink.script(() => 'accept');
    await club.hurry();
    for (const mail of await club.reach('busy-', 'sent', 2)) expect(mail.attempts).toBe(2);
  });

  there('gives up at a 5xx and opens an incident', async () => {
    club.sink.script(refused('full-', { code: 552, text: '5.2.2 mailbox full' }));
    await club.announce(2, 'full-');
    const failed = await club.reach('full-', 'failed', 2);
    expect(failed[0]?.outcome).toContain('mailbox full');
    const { body } = await club.api.get('/api/incidents?kind=mail/failed&perPage=100');
    const incidents = Array.isArray(body['data']) ? body['data'].map(({ deliveryId }: { deliveryId: string }) => deliveryId) : [];
    expect(incidents).toEqual(expect.arrayContaining(failed.map(({ id }) => id)));
  });

  there('suppresses an address that is unknown twice, and writes to it again on request', async () => {
    club.sink.script(refused('gone-', { code: 550, text: '5.1.1 no such mailbox' }));
    await club.announce(1, 'gone-');
    const [first] = await club.reach('gone-', 'failed', 1);
    await club.command(first?.id ?? '', 'resend');
    const [second] = await club.reach('gone-', 'suppressed', 1);
    club.sink.script(() => 'accept');
    await club.command(second?.id ?? '', 'resend');
    await club.reach('gone-', 'sent', 1);
    expect(club.copiesTo('gone-')).toBe(1);
  });

  there('holds, releases, cancels and sends again what a person says', async () => {
    club.sink.script(refused('hand-', { code: 451 }));
    await club.announce(2, 'hand-');
    await expect.poll(async () => (await club.mails('hand-')).filter(({ state, attempts }) => state === 'pending' && attempts === 1).length, { timeout: 30_000 }).toBe(2);
    const [one, other] = await club.mails('hand-');
    await club.command(one?.id ?? '', 'hold');
    await club.command(other?.id ?? '', 'cancel');
    club.sink.script(() => 'accept');
    await club.hurry();
    await club.announce(1, 'witness-');
    await club.reach('witness-', 'sent', 1);
    expect((await club.mails('hand-')).map(({ state }) => state).sort()).toEqual(['cancelled', 'held']);
    expect(club.copiesTo('hand-')).toBe(0);

    await club.command(one?.id ?? '', 'release');
    const [released] = await club.reach('hand-', 'sent', 1);
    const again = await club.command(released?.id ?? '', 'resend');
    expect(again.messageId).not.toBe(released?.messageId);
    await club.reach('hand-', 'sent', 2);
    expect(club.copiesTo('hand-')).toBe(2);
  });

  there('lets what goes above the coordinator wait for release', async () => {
    await club.announce(1, 'mayor-', { dueAt: `club_now() + interval '1 hour'` });
    await club.query(`UPDATE reminder r SET hold = true, due_at = club_now() FROM person p WHERE p.id = r.person_id AND p.email LIKE 'mayor-%'`);
    await club.wake();
    const [held] = await club.reach('mayor-', 'held', 1);
    expect(held).toMatchObject({ kind: 'escalation' });
    expect(club.copiesTo('mayor-')).toBe(0);
    await club.command(held?.id ?? '', 'release');
    await club.reach('mayor-', 'sent', 1);
  });

  there('mails nothing for a step that was done before its reminder fell due', async () => {
    await club.announce(2, 'done-', { dueAt: `club_now() + interval '1 hour'` });
    await club.query(`UPDATE milestone SET status = 'done' WHERE id IN (SELECT r.milestone_id FROM reminder r JOIN person p ON p.id = r.person_id WHERE p.email LIKE 'done-%')`);
    await club.query(`UPDATE reminder r SET due_at = club_now() FROM person p WHERE p.id = r.person_id AND p.email LIKE 'done-%'`);
    await club.wake();
    await expect.poll(() => club.query(`SELECT DISTINCT r.state FROM reminder r JOIN person p ON p.id = r.person_id WHERE p.email LIKE 'done-%'`), { timeout: 30_000 }).toEqual([{ state: 'cancelled' }]);
    expect(await club.mails('done-')).toEqual([]);
  });

  there('stops in the middle, leaves nothing behind, and goes on where it stopped; what an outage left behind comes in one mail a person', async () => {
    await club.plant(5, 'outage-', { steps: 6, dueAt: `club_now() + interval '1 hour'` });
    club.sink.script(() => ({ delayMs: 20 }));
    await club.announce(150, 'middle-');
    await expect.poll(() => club.copiesTo('middle-'), { timeout: 30_000, interval: 5 }).toBeGreaterThan(10);
    expect(new Set(await club.stop())).toEqual(new Set([0]));
    expect(club.copiesTo('middle-')).toBeLessThan(150);
    await club.start();
    // Sooner than a lease ends: nothing was left leased.
    await club.reach('middle-', 'sent', 150);
    expect(club.copiesTo('middle-')).toBe(150);

    await club.query(`UPDATE reminder r SET due_at = club_now() - (1 + m.place) * interval '1 day' FROM person p, milestone m WHERE p.id = r.person_id AND m.id = r.milestone_id AND p.email LIKE 'outage-%'`);
    await club.wake();
    expect((await club.reach('outage-', 'sent', 5)).map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'catchUp'));
    await club.announce(1, 'later-');
    await club.reach('later-', 'sent', 1);
    expect(club.copiesTo('outage-')).toBe(5);
  });

  there('has no row that contradicts the promise, and three histories that agree', async () => {
    expect(await club.broken()).toEqual(configuration.roles.filter((role) => role !== 'api').map(() => 0));
    expect(await club.faults({ copies: 0 })).toEqual([]);
  });
});
