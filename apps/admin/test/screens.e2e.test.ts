import type { CommandEffect } from '@tawama/contracts';
import { label } from '@tawama/messages';
import { chromium } from '@tawama/testkit';
import { chromium as browserType, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringAhead } from './ahead.js';
import { DIALOGS } from './dialogs.js';
import { isBuilt, startProgram, type Program } from './program.js';
import { ENTRY_PAGES, SCREENS } from './screens.js';
import { DESK, modeOf, outOfSight, PHONE, serious, switchMode, tooWide, visit, WORDS, type Visit } from './visit.js';

const binary = chromium();
const missing = binary === undefined ? 'no browser' : isBuilt() ? null : 'nothing built';
if (missing !== null) console.warn(`SKIPPED: the walk through the screens, because there is ${missing}`);

const LANGUAGES = ['ar', 'fr', 'en'] as const;

describe.skipIf(missing !== null)('every screen in a real browser', () => {
  let program: Program;
  let browser: Browser;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    program = await startProgram();
    await playTwoDays();
    Object.assign(ids, await bringAhead(program.url));
    browser = await browserType.launch({ executablePath: binary ?? '', args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  const open = async (language: (typeof LANGUAGES)[number], account: string | null, width = DESK): Promise<Visit> => {
    const guest = await visit(browser, language, width);
    if (account === null) return guest;
    const { request } = guest.page.context();
    const answer = await request.post(`${program.url}/api/auth/login`, { headers: { 'x-tawama': '1' }, data: { email: `${account}@smara.example`, password: 'tawama-demo' } });
    expect(answer.ok()).toBe(true);
    if (ids['agreement'] === undefined) await readIds(request.get.bind(request));
    return guest;
  };
  /** Two days later the demo club has mails to show. */
  const playTwoDays = async () => {
    const headers = { 'x-tawama': '1', 'content-type': 'application/json' };
    const login = await fetch(`${program.url}/api/auth/login`, { method: 'POST', headers, body: JSON.stringify({ email: 'admin@smara.example', password: 'tawama-demo' }) });
    const cookie = login.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    const played = await fetch(`${program.url}/api/demo/clock`, { method: 'POST', headers: { ...headers, cookie }, body: JSON.stringify({ advance: 'P2D' }) });
    expect(played.status).toBe(200);
  };
  const readIds = async (get: (url: string) => Promise<{ json: () => Promise<unknown> }>) => {
    const first = async (name: string) => { const { data } = await (await get(`${program.url}/api/${name}${name.includes('?') ? '&' : '?'}perPage=1`)).json() as { data: { id: string }[] }; return data[0]?.id ?? 'none'; };
    for (const [key, list] of [['agreement', 'agreements'], ['milestone', 'milestones'], ['city', 'cities'], ['person', 'people'], ['delivery', 'deliveries'], ['project', 'projects'], ['article', 'articles'], ['coordinator', 'people?function=coordinator'], ['session', 'council-sessions'], ['legalNote', 'legal-notes'], ['visa', 'legal-clocks']] as const) ids[key] = await first(list);
    ids['pictured'] = await withPhotos(get);
    for (const [key, query] of [['proven', 'evidenceLevel=confirmedByBoth'], ['differing', 'key=joint-committee&evidenceLevel=declared&q=Banjul']] as const) {
      const { data } = await (await get(`${program.url}/api/milestones?perPage=1&${query}`)).json() as { data: { id: string }[] };
      ids[key] = data[0]?.id ?? 'none';
    }
  };
  const withPhotos = async (get: (url: string) => Promise<{ json: () => Promise<unknown> }>): Promise<string> => {
    const { data } = await (await get(`${program.url}/api/projects?perPage=50`)).json() as { data: { id: string }[] };
    for (const { id } of data) if (((await (await get(`${program.url}/api/projects/${id}/photos`)).json()) as { data: unknown[] }).data.length > 0) return id;
    return 'none';
  };
  const addressOf = (screen: string): string => program.url + screen.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);

  /** Both modes on one loaded page: every rule as it came, the colours again after the button; the next page comes in the mode that was left. */
  const inBothModes = async (guest: Visit, where: string): Promise<string[]> => {
    const problems: string[] = [];
    const note = async (rules: 'all' | 'colours') => { const mode = await modeOf(guest.page); for (const problem of await serious(guest.page, rules)) problems.push(`${where}, ${mode}: ${problem}`); };
    await note('all');
    await switchMode(guest);
    await note('colours');
    return problems;
  };

  it('shows seventeen agreements in each language, in its direction', async () => {
    for (const language of LANGUAGES) {
      const { page, close } = await open(language, 'coordinator');
      await page.goto(`${program.url}/agreements`);
      await page.locator('main tbody tr').nth(16).waitFor({ timeout: 20_000 });
      expect(await page.locator('main tbody tr').count()).toBe(17);
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr');
      await page.goto(program.url);
      await page.locator('main table').first().locator('tbody tr').nth(16).waitFor({ timeout: 20_000 });
      await close();
    }
  }, 120_000);

  for (const language of LANGUAGES) {
    it.concurrent(`has nothing serious for axe in both modes, and fits a phone: ${language}`, async ({ expect: expectHere }) => {
      const found: string[] = [];
      const guest = await open(language, 'admin');
      guest.page.on('pageerror', (error) => found.push(`${guest.page.url()}: ${error.message}`));
      for (const screen of SCREENS) {
        await guest.page.goto('about:blank');
        await guest.page.setViewportSize({ width: DESK, height: 900 });
        await guest.page.goto(addressOf(screen));
        await guest.settle();
        found.push(...await inBothModes(guest, screen));
        await guest.page.setViewportSize({ width: PHONE, height: 900 });
        await guest.settle();
        const by = await tooWide(guest.page);
        if (by > 0) found.push(`${screen} can be pushed ${by} px sideways on a phone`);
      }
      await guest.close();
      expectHere(found).toEqual([]);
    }, 1_200_000);

    it.concurrent(`has nothing serious for axe in what opens above a screen: ${language}`, async ({ expect: expectHere }) => {
      const found: string[] = [];
      const guest = await open(language, 'admin');
      const dialog = guest.page.locator('[role=dialog]');
      let at = '';
      for (const { name, screen, open: openIt } of DIALOGS) {
        if (screen === at) {
          await guest.page.keyboard.press('Escape');
          await dialog.waitFor({ state: 'detached' });
        } else {
          await guest.page.goto(addressOf(screen));
          at = screen;
        }
        await guest.settle();
        await openIt(guest);
        await dialog.waitFor();
        await guest.settle();
        found.push(...await inBothModes(guest, name));
      }
      await guest.close();
      const visitor = await open(language, null);
      for (const screen of ENTRY_PAGES) {
        for (const mode of ['light', 'dark'] as const) {
          await visitor.page.emulateMedia({ colorScheme: mode });
          await visitor.page.goto(addressOf(screen));
          await visitor.settle();
          expectHere(await modeOf(visitor.page)).toBe(mode);
          for (const problem of await serious(visitor.page)) found.push(`${screen}, ${mode}: ${problem}`);
        }
      }
      await visitor.close();
      expectHere(found).toEqual([]);
    }, 1_200_000);
  }

  it('keeps the buttons of every dialog in sight on a small phone, however much it says', async () => {
    const found: string[] = [];
    const guest = await open('ar', 'admin', PHONE);
    await guest.page.setViewportSize({ width: PHONE, height: 600 });
    for (const { name, screen, open: openIt } of DIALOGS) {
      await guest.page.goto('about:blank');
      await guest.page.goto(addressOf(screen));
      await guest.settle();
      await openIt(guest);
      await guest.page.locator('[role=dialog]').waitFor();
      await guest.settle();
      for (const button of await outOfSight(guest.page)) found.push(`${name}: ${button}`);
      const by = await tooWide(guest.page);
      if (by > 0) found.push(`${name} can be pushed ${by} px sideways`);
    }
    await guest.close();
    expect(found).toEqual([]);
  }, 600_000);

  it('offers no action to the coordination council', async () => {
    const { page, settle, close } = await open('en', 'council');
    await page.goto(program.url);
    await page.locator('main tbody tr').nth(16).waitFor({ timeout: 20_000 });
    expect(await page.locator('main tbody button').count()).toBe(0);
    await page.goto(`${program.url}/users`);
    await settle();
    expect(await page.locator('h1').textContent()).toContain('not open');
    await close();
  }, 120_000);

  it('signs in with one click, moves a date after showing what else moves, and plays a day', async () => {
    const { page, close } = await open('en', null);
    await page.goto(`${program.url}/sign-in`);
    await page.getByRole('button', { name: /coordinator@smara/ }).click();
    await page.locator('main tbody tr').first().waitFor({ timeout: 20_000 });
    // The plan is fetched once; what it would become nobody is asked.
    const sheet = page.waitForResponse(/\/plan$/);
    await page.getByRole('button', { name: /due date|postpone|reschedule/i }).first().click();
    await sheet;
    const asked: string[] = [];
    page.on('request', (request) => { if (request.method() === 'POST') asked.push(request.url()); });
    await page.getByLabel(/New due date/).fill('2026-03-20');
    const shown = page.locator('[role=dialog] [aria-live]');
    await shown.getByText(/days? (later|earlier)/).first().waitFor();
    const told = await shown.innerText();
    expect(asked).toEqual([]);
    await page.getByLabel(/Reason/).fill('Agreed with the partner');
    const saved = page.waitForResponse(/\/reschedule$/);
    await page.locator('[role=dialog] button[type=submit]').click();
    const { moved, remindersAdded, remindersCancelled } = await (await saved).json() as CommandEffect;
    expect(told).toContain(`Reminders added: ${remindersAdded}`);
    expect(told).toContain(`Reminders cancelled: ${remindersCancelled}`);
    expect(told.match(/days? (later|earlier)/g)?.length).toBeGreaterThanOrEqual(moved.length);
    await page.getByText(/Recorded:/).waitFor();
    await page.getByRole('button', { name: 'Play a day' }).click();
    await page.getByText(/mails? (was|were) sent/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Search Ctrl K' }).click();
    await page.getByRole('combobox').fill('داكار');
    await page.getByRole('option').first().waitFor();
    await close();
  }, 120_000);

  it('begins a form with what is stored now, not with what a page has shown before', async () => {
    const { page, settle, close } = await open('en', 'coordinator');
    const { request } = page.context();
    const stored = async (id: string) => (await request.get(`${program.url}/api/cities/${id}`)).json() as Promise<{ version: number; aliases: string[]; latitude: number }>;
    const { data } = await (await request.get(`${program.url}/api/cities?perPage=1`)).json() as { data: { id: string }[] };
    const id = data[0]?.id ?? '';
    await page.goto(`${program.url}/cities/${id}`);
    await settle();
    const { version, aliases } = await stored(id);
    expect((await request.patch(`${program.url}/api/cities/${id}`, { headers: { 'x-tawama': '1', 'if-match': `"${version}"` }, data: { aliases: [...aliases, 'Meanwhile'] } })).status()).toBe(200);
    await page.locator('main').getByRole('link', { name: 'Edit', exact: true }).click();
    await page.getByText('Meanwhile').waitFor();
    await page.getByLabel('Latitude').fill('12.5');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(`${program.url}/cities/${id}`);
    expect(await stored(id)).toMatchObject({ version: version + 2, aliases: [...aliases, 'Meanwhile'], latitude: 12.5 });
    await close();
  }, 120_000);

  it('says so when the plan was changed by somebody else between the preview and its saving', async () => {
    const { page, settle, close } = await open('en', 'coordinator');
    const { request } = page.context();
    const headers = { 'x-tawama': '1' };
    const { data } = await (await request.get(`${program.url}/api/milestones?key=draft-convention&status=open&perPage=1`)).json() as { data: { id: string; version: number }[] };
    const { id = '', version = 0 } = data[0] ?? {};
    const dueOn = '2026-07-20';
    const dry = await request.post(`${program.url}/api/milestones/${id}/reschedule?dryRun=true`, { headers, data: { version, dueOn, reason: 'to know what follows' } });
    const follower = (await dry.json() as CommandEffect).moved.find(({ milestoneId }) => milestoneId !== id)?.milestoneId ?? '';
    await page.goto(`${program.url}/milestones?milestone=${id}`);
    await settle();
    await page.getByRole('button', { name: label('milestoneCommand', 'reschedule', 'en'), exact: true }).last().click();
    await page.getByLabel(/New due date/).fill(dueOn);
    await page.locator('[role=dialog] [aria-live]').getByText(/days later/).first().waitFor();
    const other = await (await request.get(`${program.url}/api/milestones/${follower}`)).json() as { version: number };
    expect((await request.post(`${program.url}/api/milestones/${follower}/reschedule`, { headers, data: { version: other.version, dueOn: '2026-12-01', reason: 'meanwhile' } })).status()).toBe(200);
    await page.getByLabel(/Reason/).fill('Agreed with the partner');
    await page.locator('[role=dialog] button[type=submit]').last().click();
    await page.getByText(WORDS.en.ahead.preview.otherwise).waitFor();
    await close();
  }, 120_000);
});
