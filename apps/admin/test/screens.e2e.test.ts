import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from '@tawama/testkit';
import { chromium as browserType, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, startProgram, type Program } from './program.js';
import { ENTRY_PAGES, SCREENS } from './screens.js';

interface Violation { id: string; impact: string | null; nodes: { target: string[]; html: string; failureSummary?: string }[] }
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const binary = chromium();
const missing = binary === undefined ? 'no browser' : isBuilt() ? null : 'nothing built';
if (missing !== null) console.warn(`SKIPPED: the walk through the screens, because there is ${missing}`);

const LANGUAGES = ['ar', 'fr', 'en'] as const;
/** The walks known to be clean; the other languages and the dark mode follow as they are walked to their end. */
const WALKED = [['ar', 'light'], ['ar', 'dark']] as const;

describe.skipIf(missing !== null)('every screen in a real browser', () => {
  let program: Program;
  let browser: Browser;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    program = await startProgram();
    await playTwoDays();
    browser = await browserType.launch({ executablePath: binary ?? '', args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'] });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  const open = async (language: string, mode: string, width: number, account: string | null): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await context.addInitScript(([l, m]) => {
      // The preview of a mail is a frame without an origin: it has no storage, and needs none.
      try { localStorage.setItem('tawama.language', l!); localStorage.setItem('tawama.mode', m!); } catch { return; }
    }, [language, mode]);
    const page = await context.newPage();
    if (account !== null) {
      const answer = await context.request.post(`${program.url}/api/auth/login`, { headers: { 'x-tawama': '1' }, data: { email: `${account}@smara.example`, password: 'tawama-demo' } });
      expect(answer.ok()).toBe(true);
      if (ids['agreement'] === undefined) await readIds(context.request.get.bind(context.request));
    }
    return page;
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
    const first = async (name: string) => { const { data } = await (await get(`${program.url}/api/${name}?perPage=1`)).json() as { data: { id: string }[] }; return data[0]?.id ?? 'none'; };
    for (const [key, list] of [['agreement', 'agreements'], ['milestone', 'milestones'], ['city', 'cities'], ['person', 'people'], ['delivery', 'deliveries']] as const) ids[key] = await first(list);
  };
  const addressOf = (screen: string): string => program.url + screen.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name);
  const settle = async (page: Page) => {
    await page.locator('h1').first().waitFor({ timeout: 20_000 });
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(150);
  };
  const serious = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<{ violations: Violation[] }>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })");
    return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} ${(failureSummary ?? '').split('\n')[1]?.trim() ?? ''}`).join(' | ')}`);
  };

  for (const [language, mode] of WALKED) {
    it(`has nothing serious for axe: ${language}, ${mode}`, async () => {
      const found: string[] = [];
      const page = await open(language, mode, 1280, 'admin');
      page.on('pageerror', (error) => found.push(`${page.url()}: ${error.message}`));
      for (const screen of SCREENS) {
        await page.goto(addressOf(screen));
        await settle(page);
        for (const problem of await serious(page)) found.push(`${screen} ${problem}`);
      }
      await page.context().close();
      const visitor = await open(language, mode, 1280, null);
      for (const screen of ENTRY_PAGES) {
        await visitor.goto(addressOf(screen));
        await settle(visitor);
        for (const problem of await serious(visitor)) found.push(`${screen} ${problem}`);
      }
      await visitor.context().close();
      expect(found).toEqual([]);
    }, 600_000);
  }

  it('never scrolls sideways on a phone of 390 px', async () => {
    const wide: string[] = [];
    for (const language of LANGUAGES) {
      const page = await open(language, 'light', 390, 'admin');
      for (const screen of SCREENS) {
        await page.goto(addressOf(screen));
        await settle(page);
        const by = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (by > 0) wide.push(`${language} ${screen} by ${by}`);
      }
      await page.context().close();
    }
    expect(wide).toEqual([]);
  }, 600_000);

  it('shows seventeen agreements in each language, in its direction', async () => {
    for (const language of LANGUAGES) {
      const page = await open(language, 'light', 1280, 'coordinator');
      await page.goto(`${program.url}/agreements`);
      await page.locator('main tbody tr').nth(16).waitFor({ timeout: 20_000 });
      expect(await page.locator('main tbody tr').count()).toBe(17);
      expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'ar' ? 'rtl' : 'ltr');
      await page.goto(program.url);
      await page.locator('main table').first().locator('tbody tr').nth(16).waitFor({ timeout: 20_000 });
      await page.context().close();
    }
  }, 120_000);

  it('offers no action to the coordination council', async () => {
    const page = await open('en', 'light', 1280, 'council');
    await page.goto(program.url);
    await page.locator('main tbody tr').nth(16).waitFor({ timeout: 20_000 });
    expect(await page.locator('main tbody button').count()).toBe(0);
    await page.goto(`${program.url}/users`);
    await settle(page);
    expect(await page.locator('h1').textContent()).toContain('not open');
    await page.context().close();
  }, 120_000);

  it('signs in with one click, moves a date after showing what else moves, and plays a day', async () => {
    const page = await open('en', 'light', 1280, null);
    await page.goto(`${program.url}/sign-in`);
    await page.getByRole('button', { name: /coordinator@smara/ }).click();
    await page.locator('main tbody tr').first().waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: /due date|postpone|reschedule/i }).first().click();
    await page.getByLabel(/New due date/).fill('2026-03-20');
    await page.getByText('What moves').waitFor();
    await page.getByLabel(/Reason/).fill('Agreed with the partner');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.getByText(/Recorded:/).waitFor();
    await page.getByRole('button', { name: 'Play a day' }).click();
    await page.getByText(/mails? (was|were) sent/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Search Ctrl K' }).click();
    await page.getByRole('combobox').fill('داكار');
    await page.getByRole('option').first().waitFor();
    await page.context().close();
  }, 120_000);
});
