import { chromium } from '@tawama/testkit';
import { chromium as browserType, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, startProgram, type Program } from './program.js';
import { DESK, PHONE, serious, switchMode, tooWide, visit, WORDS, type Visit } from './visit.js';

const binary = chromium();
const missing = binary === undefined ? 'no browser' : isBuilt() ? null : 'nothing built';
if (missing !== null) console.warn(`SKIPPED: the editing of a template, because there is ${missing}`);
const SHOTS = process.env['SHOTS'];

describe.skipIf(missing !== null)('a template is edited', () => {
  let program: Program;
  let browser: Browser;

  beforeAll(async () => {
    program = await startProgram();
    browser = await browserType.launch({ executablePath: binary ?? '', args: ['--no-sandbox', '--headless', '--disable-gpu', '--no-first-run'] });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  const open = async (language: 'ar' | 'fr' | 'en', width = DESK): Promise<Visit> => {
    const guest = await visit(browser, language, width);
    const answer = await guest.page.context().request.post(`${program.url}/api/auth/login`, { headers: { 'x-tawama': '1' }, data: { email: 'admin@smara.example', password: 'tawama-demo' } });
    expect(answer.ok()).toBe(true);
    return guest;
  };
  const shot = async (page: Page, name: string) => { if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: false }); };
  const go = async ({ page, settle }: Visit, path: string) => { await page.goto(program.url + path); await settle(); };

  it('from a published version to the next one, with a problem on the way', async () => {
    const guest = await open('fr');
    const { page, settle } = guest;
    const words = WORDS.fr.templates;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await go(guest, '/templates/twinning/1');
    await button(words.newDraft).click();
    await page.waitForURL('**/templates/twinning/2');
    await page.getByText(words.noProblems).waitFor();

    await page.getByRole('link', { name: words.edit.open }).click();
    await page.waitForURL('**/edit');
    await settle();
    // The first step goes: what was counted from it is left without its beginning.
    await page.getByRole('button', { name: words.edit.openStep.replace('%{name}', '1.5'), exact: false }).click();
    await page.getByLabel(words.edit.from).selectOption({ label: '1.4 Projet de convention en trois langues' }).catch(() => undefined);
    await page.getByLabel(words.edit.key).fill('legal-review-x');
    await shot(page, 'fr-editor');
    expect(await serious(page)).toEqual([]);
    await button(WORDS.fr.list.save).click();
    await page.waitForURL('**/templates/twinning/2');
    await settle();
    expect(await button(words.publish).isEnabled()).toBe(true);

    await go(guest, '/templates/twinning/2/edit');
    await page.getByRole('button', { name: /^Supprimer : 1\.4 /, exact: false }).click();
    await button(WORDS.fr.list.save).click();
    await page.waitForURL('**/templates/twinning/2');
    await page.getByText(words.problems).waitFor();
    await settle();
    await shot(page, 'fr-problems');
    expect(await button(words.publish).isDisabled()).toBe(true);
    expect(await serious(page)).toEqual([]);
    await page.locator('#problems a').first().click();
    await page.waitForURL('**/edit?at=*');
    await settle();
    await shot(page, 'fr-at-problem');
    for (let place = 0; place < 10 && page.url().includes('edit'); place += 1) {
      await page.getByLabel(words.edit.from).first().selectOption('event opened');
      await button(WORDS.fr.list.save).click();
      await page.waitForURL('**/templates/twinning/2');
      await settle();
      const next = page.locator('#problems a').first();
      if (await next.count() > 0) { await next.click(); await settle(); }
    }
    await page.getByLabel(words.compareWith, { exact: true }).selectOption('1');
    await page.getByText(words.compareHint).waitFor();
    await settle();
    await shot(page, 'fr-compare');
    await button(words.publish).click();
    await page.getByRole('dialog').waitFor();
    await shot(page, 'fr-publish');
    await page.getByRole('dialog').getByRole('button', { name: words.publish }).click();
    await button(words.retire).waitFor();
    expect(await page.getByRole('link', { name: words.edit.open }).count()).toBe(0);
    await guest.close();
  });

  it.each([['ar', DESK], ['ar', PHONE], ['fr', PHONE], ['en', DESK]] as const)('in %s at %i pixels nothing is too wide or unreadable', async (language, width) => {
    const guest = await open(language, width);
    const { page } = guest;
    const key = `twinning`;
    const made = await page.context().request.post(`${program.url}/api/templates/${key}/versions`, { headers: { 'x-tawama': '1' }, data: { copyOf: 1 } });
    const draft = await made.json() as { version: number; milestones: { due: object }[] };
    const first = draft.milestones[0];
    if (first) first.due = { rule: 'latest', of: [{ rule: 'offset', from: { milestone: 'nowhere' }, days: 3 }, { rule: 'fixed', on: '2026-10-31' }] };
    await page.context().request.patch(`${program.url}/api/templates/${key}/versions/${draft.version}`, { headers: { 'x-tawama': '1', 'if-match': '"1"' }, data: { milestones: draft.milestones } });
    for (const [name, path] of [['list', '/templates'], ['draft', `/templates/${key}/${draft.version}`], ['editor', `/templates/${key}/${draft.version}/edit?at=milestones.0.due`]] as const) {
      await go(guest, path);
      await shot(page, `${language}-${width}-${name}`);
      expect(await tooWide(page)).toBeLessThanOrEqual(0);
      expect(await serious(page)).toEqual([]);
    }
    await switchMode(guest);
    await shot(page, `${language}-${width}-dark`);
    expect(await serious(page, 'colours')).toEqual([]);
    await guest.close();
  });
});
