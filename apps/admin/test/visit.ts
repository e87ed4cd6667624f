import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Language } from '@tawama/contracts';
import { screens as ar } from '@tawama/messages/screens/ar';
import { screens as en } from '@tawama/messages/screens/en';
import { screens as fr } from '@tawama/messages/screens/fr';
import type { Browser, Page } from 'playwright-core';

interface Violation { id: string; impact: string | null; nodes: { target: string[]; failureSummary?: string }[] }
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const WORDS = { ar, fr, en } as const;
export const DESK = 1280;
export const PHONE = 390;
export type Mode = 'light' | 'dark';
export interface Visit { page: Page; language: Language; settle: () => Promise<void>; close: () => Promise<void> }

/** A page of its own: in `language`, light until somebody switches, and knowing what it still waits for. */
export async function visit(browser: Browser, language: Language, width = DESK): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  await context.addInitScript((chosen) => {
    // The preview of a mail is a frame without an origin: it has no storage, and needs none.
    try { localStorage.setItem('tawama.language', chosen); } catch { return; }
  }, language);
  const page = await context.newPage();
  const inFlight = new Set<unknown>();
  page.on('request', (request) => inFlight.add(request));
  page.on('requestfinished', (request) => inFlight.delete(request));
  page.on('requestfailed', (request) => inFlight.delete(request));
  const settle = async () => {
    await page.locator('h1').first().waitFor({ timeout: 20_000 });
    const until = Date.now() + 20_000;
    // A part that has arrived may ask for the next: only an idle page that asks for nothing is there.
    for (let calm = 0; calm < 2; calm = inFlight.size === 0 ? calm + 1 : 0) {
      if (Date.now() > until) throw new Error(`${page.url()} still waits for ${inFlight.size} answers`);
      await page.evaluate(() => new Promise((idle) => setTimeout(() => requestIdleCallback(idle, { timeout: 300 }), 20)));
    }
  };
  return { page, language, settle, close: () => context.close() };
}

export const modeOf = (page: Page): Promise<Mode> => page.evaluate(() => (document.documentElement.dataset['mode'] === 'dark' ? 'dark' : 'light'));

/** Presses the button of the bar, also where a dialog lies above it; the whole page is drawn anew. */
export async function switchMode({ page, language }: Visit): Promise<void> {
  const before = await modeOf(page);
  const { darkMode, lightMode } = WORDS[language].shell;
  await page.locator(`header button[title="${before === 'dark' ? lightMode : darkMode}"]`).dispatchEvent('click');
  await page.waitForFunction((old) => (document.documentElement.dataset['mode'] ?? 'light') !== old && document.getAnimations().length === 0, before);
}

const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules of WCAG 2.2 A and AA that look at colours: another mode changes nothing that the rest could see. */
const COLOUR_RULES = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe calls serious or critical on the page as it stands. */
export async function serious(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe);
  const options = { runOnly: rules === 'all' ? ALL_RULES : COLOUR_RULES, resultTypes: ['violations'] };
  const { violations } = await page.evaluate<{ violations: Violation[] }>(`axe.run(document, ${JSON.stringify(options)})`);
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ target, failureSummary }) => `${target.join(' ')} ${(failureSummary ?? '').split('\n')[1]?.trim() ?? ''}`).join(' | ')}`);
}

/** By how many pixels the page can be pushed sideways. */
export const tooWide = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** What stands at the foot of an open dialog and does not lie within the window, by its text. */
export const outOfSight = (page: Page): Promise<string[]> => page.locator('[role=dialog] .MuiDialogActions-root').locator('button, a').evaluateAll((all) => all
  .filter((one) => { const { top, bottom, left, right } = one.getBoundingClientRect(); return top < 0 || left < 0 || bottom > window.innerHeight || right > window.innerWidth; })
  .map((one) => one.textContent ?? ''));
