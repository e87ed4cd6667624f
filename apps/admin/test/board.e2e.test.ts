import { chromium, redisServer, startRedis, type TestServer } from '@tawama/testkit';
import { chromium as browserType, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, startProgram, type Program } from './program.js';

const binary = chromium();
const ready = binary !== undefined && isBuilt();
const backends = [['postgres', ready], ['redis', ready && redisServer() !== undefined]] as const;
for (const [name, there] of backends) if (!there) console.warn(`SKIPPED: the queue board on ${name} in a browser, because a browser, the built program or the queue's server is missing`);

describe.each(backends.filter(([, there]) => there))('the queue board on %s in a real browser', (backend) => {
  let redis: TestServer | undefined;
  let program: Program;
  let browser: Browser;
  beforeAll(async () => {
    redis = backend === 'redis' ? await startRedis() : undefined;
    program = await startProgram(redis ? { REDIS_URL: redis.url } : {});
    browser = await browserType.launch({ executablePath: binary ?? '', args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    await redis?.stop();
  });

  it('opens from the page of jobs, shows the queue and the jobs that were done, and complains of nothing', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    await context.addInitScript(() => {
      // The empty page that every tab begins with has no storage.
      try { localStorage.setItem('tawama.language', 'en'); } catch { return; }
    });
    const login = await context.request.post(`${program.url}/api/auth/login`, { headers: { 'x-tawama': '1' }, data: { email: 'admin@smara.example', password: 'tawama-demo' } });
    expect(login.ok()).toBe(true);
    // A mail that is due now: somebody has something to do.
    const tried = await context.request.post(`${program.url}/api/deliveries/test`, { headers: { 'x-tawama': '1' }, data: {} });
    expect(tried.ok()).toBe(true);
    const wrong: string[] = [];
    context.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
    context.on('weberror', (error) => wrong.push(error.error().message));
    context.on('request', (request) => { if (new URL(request.url()).origin !== program.url) wrong.push(`asked ${request.url()}`); });
    const jobs = await context.newPage();
    await jobs.goto(`${program.url}/jobs`);
    const [board] = await Promise.all([context.waitForEvent('page'), jobs.getByRole('link', { name: /queues in detail/ }).click()]);
    await board.getByText('work', { exact: true }).first().waitFor({ timeout: 20_000 });
    await board.goto(`${program.url}/admin/queues/queue/work?status=completed`);
    await board.getByText(/audit\.seal|deliveries\.drain|backup\.nightly/).first().waitFor({ timeout: 90_000 });
    expect(wrong).toEqual([]);
    await context.close();
  }, 180_000);
});
