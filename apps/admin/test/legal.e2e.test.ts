import { chromium } from '@tawama/testkit';
import { chromium as browserType, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, startProgram, type Program } from './program.js';
import { serious, visit, type Visit } from './visit.js';

const binary = chromium();
const ready = binary !== undefined && isBuilt();
if (!ready) console.warn('SKIPPED: legal periods in a browser, because the browser or the built program is missing');

interface Row { id: string; version: number; country?: string; days?: number | null; state?: string; outcome?: string | null; means?: string | null; evidenceId?: string | null }
const HEADERS = { 'x-tawama': '1', 'content-type': 'application/json' };

describe.skipIf(!ready)('legal periods in a real browser', () => {
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

  const open = async (account: string): Promise<Visit> => {
    const guest = await visit(browser, 'en');
    expect((await guest.page.context().request.post(`${program.url}/api/auth/login`, { headers: HEADERS, data: { email: `${account}@smara.example`, password: 'tawama-demo' } })).ok()).toBe(true);
    return guest;
  };
  const rows = async ({ page }: Visit, path: string): Promise<Row[]> => (JSON.parse(await (await page.context().request.get(`${program.url}/api/${path}`)).text()) as { data: Row[] }).data;

  it('a note is written for a country, confirmed, merged with what somebody else saved first, and then to be verified again', { timeout: 120_000 }, async () => {
    const guest = await open('legal');
    const { page } = guest;
    await page.goto(`${program.url}/legal/notes`);
    await page.getByRole('link', { name: 'Add a note' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator('form [role=alert]').waitFor();
    await page.getByLabel('Country').selectOption('SN');
    await page.getByLabel('The step it speaks of').selectOption('partner-approval');
    await page.getByLabel('What the law says in English').fill('The council deliberates.');
    await page.getByLabel('Length in days').fill('30');
    await page.getByLabel('Source').fill('2013-10, 19');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('search').getByLabel('Country').selectOption('SN');
    await page.locator('main tbody tr').nth(1).waitFor({ state: 'detached' });
    await page.locator('main tbody').getByText('To verify').waitFor();
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.getByText(/Confirmed by .+ on/).waitFor();
    const [note] = await rows(guest, 'legal-notes?country=SN');
    expect(note).toMatchObject({ state: 'confirmed', days: 30, version: 2 });
    await page.locator('main tbody').getByRole('link').first().click();
    await page.getByText('Once it is changed it is to be verified again').waitFor();
    await page.getByLabel('Length in days').fill('45');
    const other = await page.context().request.patch(`${program.url}/api/legal-notes/${note?.id}`, { headers: { ...HEADERS, 'if-match': '"2"' }, data: { days: 60 } });
    expect(other.ok()).toBe(true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('radio', { name: /45/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
    await page.locator('form').getByRole('button').first().click();
    await page.waitForURL(/\/legal\/notes(\?|$)/);
    await page.locator('main tbody').getByText('To verify').first().waitFor();
    expect((await rows(guest, 'legal-notes?country=SN'))[0]).toMatchObject({ state: 'toVerify', days: 45, version: 4 });
    await guest.close();
  });

  it('a silence is a task of the day for those who can do something, and is decided by the reviewer with a reason and a proof', { timeout: 180_000 }, async () => {
    const legal = await open('legal');
    const played = await legal.page.context().request.post(`${program.url}/api/demo/clock`, { headers: HEADERS, data: { now: '2026-02-09T10:00:00Z' } });
    expect(played.ok()).toBe(true);
    const coordinator = await open('coordinator');
    await coordinator.page.goto(program.url);
    const task = (guest: Visit) => guest.page.getByRole('region', { name: /Legal periods that passed without an answer/ });
    await task(coordinator).getByText('Visa of the governor').waitFor();
    expect(await task(coordinator).getByRole('button').count()).toBe(0);
    const council = await open('council');
    await council.page.goto(program.url);
    await council.settle();
    expect(await task(council).count()).toBe(0);

    const { page } = legal;
    await page.goto(program.url);
    await task(legal).getByRole('button', { name: 'Record the outcome' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await dialog.getByRole('button', { name: 'Record the outcome' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Silence of the authority').check();
    await dialog.getByText('You decide it, and your reason is kept').waitFor();
    expect(await dialog.getByLabel('What the silence means').inputValue()).toBe('');
    await dialog.locator('input[type=file]').setInputFiles({ name: 'reminder.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nreminder') });
    await dialog.getByText('reminder.pdf', { exact: false }).first().waitFor();
    await dialog.getByRole('button', { name: 'Record the outcome' }).click();
    expect((await rows(legal, 'legal-clocks'))[0]).toMatchObject({ state: 'asking', outcome: null });
    await dialog.getByLabel('What the silence means').selectOption('refused');
    await dialog.getByLabel('Reason, and what it rests on').fill('Article 118, opinion of 9 February');
    await dialog.getByRole('heading', { name: 'What moves' }).waitFor();
    expect(await serious(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Record the outcome' }).click();
    await page.getByText('The outcome is recorded').waitFor();
    await task(legal).waitFor({ state: 'detached' });
    expect((await rows(legal, 'legal-clocks'))[0]).toMatchObject({ state: 'answered', outcome: 'silence', means: 'refused', evidenceId: expect.any(String) });
    const [clock] = await rows(legal, 'legal-clocks');
    await page.goto(`${program.url}/legal/answered?milestone=${clock?.id}`);
    await page.getByRole('dialog').getByRole('link', { name: 'Open the proof' }).waitFor();
    for (const guest of [legal, coordinator, council]) await guest.close();
  });
});
