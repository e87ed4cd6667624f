import { chromium } from '@tawama/testkit';
import { chromium as browserType, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, startProgram, type Program } from './program.js';
import { visit } from './visit.js';

const binary = chromium();
const ready = binary !== undefined && isBuilt();
if (!ready) console.warn('SKIPPED: many milestones at once in a browser, because the browser or the built program is missing');

interface Step { id: string; version: number; status: string; number: string }

describe.skipIf(!ready)('many milestones at once in a real browser', () => {
  let program: Program;
  let browser: Browser;
  beforeAll(async () => {
    program = await startProgram();
    browser = await browserType.launch({ executablePath: binary ?? '', args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  const open = async (account: 'coordinator' | 'council') => {
    const guest = await visit(browser, 'en');
    const login = await guest.page.context().request.post(`${program.url}/api/auth/login`, { headers: { 'x-tawama': '1' }, data: { email: `${account}@smara.example`, password: 'tawama-demo' } });
    expect(login.ok()).toBe(true);
    return guest;
  };

  it('are chosen, tried, and recorded; what is refused says why and stays chosen', { timeout: 120_000 }, async () => {
    const guest = await open('coordinator');
    const { page } = guest;
    const { request } = page.context();
    const { data }: { data: Step[] } = JSON.parse(await (await request.get(`${program.url}/api/milestones?status=open&sort=dueOn&perPage=25`)).text());
    await page.goto(`${program.url}/milestones?filter=${encodeURIComponent(JSON.stringify({ status: 'open' }))}&sort=dueOn&order=ASC`);
    const boxes = page.locator('main tbody').getByRole('checkbox');
    await boxes.nth(2).waitFor();
    for (const place of [0, 1, 2]) await boxes.nth(place).check();
    const bar = page.getByRole('region', { name: 'The selected steps' });
    await bar.getByText('3 steps selected').waitFor();
    // Somebody else is faster with one of them.
    await request.post(`${program.url}/api/milestones/${data[1]?.id}/start`, { headers: { 'x-tawama': '1' }, data: { version: data[1]?.version } });
    await bar.getByRole('button', { name: 'Mark as not applicable' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('not foreseen by this convention');
    await dialog.getByRole('button', { name: 'Preview' }).click();
    await dialog.getByText('Possible: 2 of 3. Nothing is saved yet.').waitFor();
    await dialog.getByRole('button', { name: 'Mark as not applicable' }).click();
    await dialog.getByText('Recorded: 2 of 3. What was refused stays selected.').waitFor();
    expect(await dialog.getByRole('listitem').count()).toBe(3);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await bar.getByText('1 step selected').waitFor();
    // What is stored now is known from the refusal: it goes through at once.
    await bar.getByRole('button', { name: 'Mark as not applicable' }).click();
    await dialog.getByLabel('Reason').fill('as the others');
    await dialog.getByRole('button', { name: 'Mark as not applicable' }).click();
    await dialog.getByText('Recorded: 1 of 1.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await bar.waitFor({ state: 'detached' });
    for (const { id } of data.slice(0, 3)) expect((JSON.parse(await (await request.get(`${program.url}/api/milestones/${id}`)).text()) as Step).status).toBe('notApplicable');
    await guest.close();
  });

  it('are offered to nobody who only reads', { timeout: 60_000 }, async () => {
    const { page, close } = await open('council');
    await page.goto(`${program.url}/milestones`);
    await page.locator('main tbody tr').nth(5).waitFor();
    expect(await page.locator('main').getByRole('checkbox').count()).toBe(0);
    await close();
  });
});
