import { chromium } from '@tawama/testkit';
import { chromium as browserType, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, startProgram, type Program } from './program.js';
import { visit, type Visit } from './visit.js';

const binary = chromium();
const ready = binary !== undefined && isBuilt();
if (!ready) console.warn('SKIPPED: projects in a browser, because the browser or the built program is missing');

interface Row { id: string; title?: { en: string | null } }

describe.skipIf(!ready)('projects in a real browser', () => {
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

  const open = async (): Promise<Visit> => {
    const guest = await visit(browser, 'en');
    const login = await guest.page.context().request.post(`${program.url}/api/auth/login`, { headers: { 'x-tawama': '1' }, data: { email: 'coordinator@smara.example', password: 'tawama-demo' } });
    expect(login.ok()).toBe(true);
    return guest;
  };
  const agreementWith = async ({ page }: Visit, city: string): Promise<string> => {
    const { data }: { data: Row[] } = JSON.parse(await (await page.context().request.get(`${program.url}/api/agreements?q=${city}`)).text());
    return data[0]?.id ?? 'none';
  };

  it('one is begun under an agreement, measured, changed, and leads the agreement\'s page', { timeout: 120_000 }, async () => {
    const guest = await open();
    const { page } = guest;
    const agreementId = await agreementWith(guest, 'banjul');
    await page.goto(`${program.url}/agreements/${agreementId}`);
    await page.getByText('No project serves this agreement yet').waitFor();
    await page.locator('main').getByRole('link', { name: 'Begin a project' }).first().click();
    await page.getByLabel('What is done in English').fill('School library');
    await page.getByLabel('Place').fill('Banjul');
    await page.getByLabel('Begins on').fill('2026-06-01');
    await page.getByLabel('Ends on').fill('2026-05-01');
    await page.getByText('If left empty: 1 June 2026').waitFor();
    await page.getByLabel('Visit on the ground').fill('2026-09-07');
    await page.getByLabel('What is measured in English').fill('Books');
    await page.getByLabel('Target').fill('500');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The project ends before it begins').first().waitFor();
    await page.getByLabel('Ends on').fill('2026-12-01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'School library' }).waitFor();
    await page.getByText('Steps done: 0 of 4').waitFor();
    const steps: { data: { title: { en: string }; dueOn: string }[] } = JSON.parse(await (await page.context().request.get(`${program.url}/api/milestones?projectId=${page.url().split('/').at(-1) ?? ''}&sort=dueOn`)).text());
    expect(steps.data.map(({ title, dueOn }) => [title.en.split(':')[0], dueOn])).toContainEqual(['Visit on the ground', '2026-09-07']);
    await page.getByRole('button', { name: 'Record a measurement' }).first().click();
    await page.getByLabel('Value').fill('125');
    await page.locator('[role=dialog] button[type=submit]').click();
    await page.getByRole('progressbar', { name: 'Books: 25% of the way' }).waitFor();
    // Somebody else saves meanwhile: the form begins with what is stored now, not with what this page has shown.
    const record = `${program.url}/api/projects/${page.url().split('/').at(-1) ?? ''}`;
    const { version } = JSON.parse(await (await page.context().request.get(record)).text()) as { version: number };
    expect((await page.context().request.patch(record, { headers: { 'x-tawama': '1', 'if-match': `"${version}"` }, data: { place: 'Bakau' } })).status()).toBe(200);
    await page.getByRole('link', { name: 'Edit' }).click();
    expect(await page.getByLabel('Place').inputValue()).toBe('Bakau');
    await page.getByLabel('Status').selectOption('running');
    await page.getByLabel('Reached').fill('40');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Under way').first().waitFor();
    await page.goto(`${program.url}/agreements/${agreementId}`);
    await page.getByRole('tabpanel').getByRole('link', { name: 'School library' }).waitFor();
    await page.goto(program.url);
    await page.getByRole('region', { name: 'On the ground' }).getByRole('link', { name: '3 projects under way' }).waitFor();
    await guest.close();
  });

  it('a photo is added with what is to be seen, enlarged, changed and removed', { timeout: 120_000 }, async () => {
    const guest = await open();
    const { page } = guest;
    const { data }: { data: Row[] } = JSON.parse(await (await page.context().request.get(`${program.url}/api/projects?q=civil`)).text());
    await page.goto(`${program.url}/projects/${data[0]?.id}`);
    await page.getByText('No photo yet').waitFor();
    await page.getByRole('button', { name: 'Add a photo' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Choose a photo').last().setInputFiles({ name: 'class.png', mimeType: 'image/png', buffer: Buffer.from('<html>') });
    await dialog.getByRole('button', { name: 'Add a photo' }).click();
    await dialog.getByText('Say what is to be seen on the photo.').waitFor();
    await dialog.getByLabel('What is to be seen').fill('The class');
    await dialog.getByRole('button', { name: 'Add a photo' }).click();
    await dialog.getByText('This is no photo that can be shown.').waitFor();
    // One dot.
    await dialog.getByLabel('Choose a photo').last().setInputFiles({ name: 'class.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
    await dialog.getByRole('button', { name: 'Add a photo' }).click();
    await page.getByRole('button', { name: 'Enlarge: The class' }).click();
    expect(await dialog.getByRole('img', { name: 'The class' }).evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1);
    await dialog.getByRole('button', { name: 'Edit' }).click();
    await dialog.getByLabel('What is to be seen').fill('The class on its last day');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.getByRole('heading', { name: 'The class on its last day' }).waitFor();
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog', { name: 'Remove this photo?' }).getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No photo yet').waitFor();
    await guest.close();
  });

  it('of two people who change one, the second sees what the first did and keeps both', { timeout: 120_000 }, async () => {
    const guest = await open();
    const { page } = guest;
    const { request } = page.context();
    const { data }: { data: Row[] } = JSON.parse(await (await request.get(`${program.url}/api/projects?q=green`)).text());
    const path = `projects/${data[0]?.id}`;
    await page.goto(`${program.url}/${path}/edit`);
    await page.getByLabel('Place').fill('Timbuktu');
    const { version } = JSON.parse(await (await request.get(`${program.url}/api/${path}`)).text()) as { version: number };
    await request.patch(`${program.url}/api/${path}`, { headers: { 'x-tawama': '1', 'if-match': `"${version}"` }, data: { beneficiaries: { planned: 9_000, reached: 10 } } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody changed this meanwhile').waitFor();
    await page.getByRole('button', { name: 'Save this choice' }).click();
    await page.getByText('10 of 9,000').waitFor();
    expect(JSON.parse(await (await request.get(`${program.url}/api/${path}`)).text())).toMatchObject({ place: 'Timbuktu', beneficiaries: { planned: 9_000, reached: 10 } });
    await guest.close();
  });

  it('an article is entered, linked and counted, and what is missing is said in words', { timeout: 120_000 }, async () => {
    const guest = await open();
    const { page } = guest;
    const agreementId = await agreementWith(guest, 'parakou');
    await page.goto(`${program.url}/agreements/${agreementId}?tab=articles`);
    await page.getByRole('link', { name: 'Add an article' }).click();
    await page.getByLabel('Number').fill('7');
    await page.getByLabel('What it promises, in short in English').fill('Both sides name a focal point.');
    await page.getByRole('checkbox', { name: /^4\.1/ }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Done, but without proof: Article 7').waitFor();
    await page.getByRole('link', { name: 'Article 7' }).click();
    await page.getByRole('checkbox', { name: /^4\.1/ }).uncheck();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('No step and no project yet for: Article 7').waitFor();
    await guest.close();
  });
});
