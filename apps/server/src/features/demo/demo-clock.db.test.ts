import { startSmtpSink } from '@tawama/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { postOfficeOn, type PostOffice } from '../../../test/post-office.js';
import { OwnClients } from '../../platform/db/own-client.js';
import { createLog } from '../../platform/log.js';
import { nightOn, plansOn } from '../../../test/plans.js';
import { DemoCalendar } from './demo-calendar.js';
import { ReminderCalendar } from '../sweeps/reminder-calendar.js';
import { DemoClock, durationMs } from './demo-clock.service.js';
import { DemoClockStore } from './demo-clock.store.js';

const START = '2026-01-26T08:00:00Z';
let ground: TestGround;
let office: PostOffice;

beforeEach(async () => {
  ground = await openGround(START);
  office = postOfficeOn(ground);
  const smara = await ground.city('smara', { role: 'home' });
  const abroad = await ground.city('vijayawada', { timeZone: 'Asia/Kolkata' });
  const owner = await ground.person(smara, { name: 'Owner', email: 'owner@example.org' });
  const partner = await ground.person(abroad, { name: 'Partner', email: 'partner@example.org', function: 'focalPoint' });
  const { id } = await ground.agreement(smara, abroad, ['2026-01-27', '2026-01-27', '2026-01-29'].map((dueOn) => ({ status: 'open', dueOn, ownerId: owner, counterpartId: partner })));
  await ground.test.query('UPDATE agreement SET reminders_started_at = club_now() WHERE id = $1', [id]);
  await ground.database.transaction((tx) => ground.planner.replanAgreement(tx, id));
});
afterEach(() => ground.close());

function clockOver(post: PostOffice): DemoClock {
  return new DemoClock(ground.clock, new OwnClients(ground.database, createLog('silent')), new DemoClockStore(ground.database), new DemoCalendar(new ReminderCalendar(post.materialise, post.sweep), nightOn(ground, plansOn(ground))), post.sender);
}
const mails = () => ground.test.query<{ email: string; dueAt: Date; sentAt: Date; state: string }>('SELECT email, due_at AS "dueAt", sent_at AS "sentAt", state FROM delivery ORDER BY due_at, email');

describe('the demo clock', () => {
  it('plays a week: every mail that was announced, at its instant', async () => {
    const clock = clockOver(office);
    const { now } = await clock.now();
    const to = new Date(Date.parse(now) + 7 * 86_400_000).toISOString();
    const announced = await office.forecast.between({ from: now, to }, null);
    const played = await clock.play({ now: to });
    expect(played).toMatchObject({ sent: announced.length, held: 0, failed: 0 });
    expect(played).not.toHaveProperty('pending');
    expect(Date.parse(played.now) - Date.parse(to)).toBeLessThan(5_000);
    const sent = await mails();
    expect(sent.map(({ email, dueAt }) => [email, dueAt.toISOString()])).toEqual(announced.map(({ email, dueAt }) => [email, dueAt]));
    for (const { dueAt, sentAt } of sent) expect(sentAt.getTime() - dueAt.getTime()).toBeLessThan(60_000);
  });

  it('never goes back, nor further than a year', async () => {
    const clock = clockOver(office);
    await expect(clock.play({ now: '2026-01-26T07:59:59Z' })).rejects.toMatchObject({ code: 'clock/backwards' });
    await expect(clock.play({ advance: 'P367D' })).rejects.toMatchObject({ code: 'clock/too-far' });
    await expect(clock.play({ advance: 'P9999D' })).rejects.toMatchObject({ code: 'clock/too-far' });
  });

  it('lets two players go one after the other', async () => {
    const [first, second] = await Promise.all([clockOver(office).play({ advance: 'P3D' }), clockOver(postOfficeOn(ground)).play({ advance: 'P3D' })]);
    const last = Math.max(Date.parse(first.now), Date.parse(second.now));
    expect(last - Date.parse(START)).toBeGreaterThanOrEqual(6 * 86_400_000);
    const sent = await mails();
    expect(first.sent + second.sent).toBe(sent.length);
    expect(new Set(sent.map(({ email, dueAt }) => `${email} ${dueAt.toISOString()}`)).size).toBe(sent.length);
  });

  it('tells what waits for another try instead of waiting for it', async () => {
    const sink = await startSmtpSink();
    sink.script((to) => (to.startsWith('partner') ? { code: 451 } : 'accept'));
    const post = postOfficeOn(ground, { SMTP_URL: sink.url });
    const played = await clockOver(post).play({ advance: 'P2D' });
    expect(played).toMatchObject({ failed: 0, pending: 1 });
    expect(played.sent).toBe(2);
    await post.lifecycle.stop();
    await sink.close();
  });
});

it.each([['P7D', 7 * 24], ['P2W', 14 * 24], ['PT36H', 36], ['P1DT12H', 36], ['PT90M', 1.5]])('%s is %d hours', (text, hours) => expect(durationMs(text)).toBe(hours * 3_600_000));
