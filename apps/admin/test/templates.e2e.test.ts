import { chromium } from '@tawama/testkit';
import { chromium as browserType, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isBuilt, startProgram, type Program } from './program.js';
import { DESK, PHONE, serious, switchMode, tooWide, visit, WORDS, type Visit } from './visit.js';

const binary = chromium();
const missing = binary === undefined ? 'no browser' : isBuilt() ? null : 'nothing built';
if (missing !== null) console.warn(`SKIPPED: the editing of a template, because there is ${missing}`);

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
  const go = async ({ page, settle }: Visit, path: string) => { await page.goto(program.url + path); await settle(); };

  it('from a published version to the next one, with a problem on the way', async () => {
    const guest = await open('fr');
    const { page, settle } = guest;
    const words = WORDS.fr.templates;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await go(guest, '/templates/twinning/1');
    await button(words.newDraft).click();
    await page.waitForURL('**/templates/twinning/3');
    await page.getByText(words.noProblems).waitFor();

    await page.getByRole('link', { name: words.edit.open }).click();
    await page.waitForURL('**/edit');
    await settle();
    await page.getByRole('button', { name: /^Modifier\s: 1\.5 / }).click();
    await page.getByLabel(words.edit.key).fill('legal-review-x');
    expect(await serious(page)).toEqual([]);
    await button(WORDS.fr.list.save).click();
    await page.waitForURL('**/templates/twinning/3');
    await settle();
    expect(await button(words.publish).isEnabled()).toBe(true);

    // What was counted from this step is left without its beginning.
    await go(guest, '/templates/twinning/3/edit');
    await page.getByRole('button', { name: /^Supprimer\s: 1\.4 / }).click();
    await button(WORDS.fr.list.save).click();
    await page.waitForURL('**/templates/twinning/3');
    await page.getByText(words.problems).waitFor();
    await settle();
    expect(await button(words.publish).isDisabled()).toBe(true);
    expect(await serious(page)).toEqual([]);
    await page.locator('#problems a').first().click();
    await page.waitForURL('**/edit?at=*');
    await settle();
    for (let place = 0; place < 10 && page.url().includes('edit'); place += 1) {
      await page.getByLabel(words.edit.from).first().selectOption('event opened');
      await button(WORDS.fr.list.save).click();
      await page.waitForURL('**/templates/twinning/3');
      await settle();
      const next = page.locator('#problems a').first();
      if (await next.count() > 0) { await next.click(); await settle(); }
    }
    await page.getByLabel(words.compareWith, { exact: true }).selectOption('1');
    await page.getByText(words.compareHint).waitFor();
    await settle();
    await button(words.publish).click();
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: words.publish }).click();
    await button(words.retire).waitFor();
    expect(await page.getByRole('link', { name: words.edit.open }).count()).toBe(0);

    const file = await page.context().request.get(`${program.url}/api/templates/twinning/versions/3/file`);
    await go(guest, '/templates');
    const importing = async (buffer: Buffer) => {
      await page.getByLabel(words.importChoose).setInputFiles({ name: 'parcours.json', mimeType: 'application/json', buffer });
      await page.getByRole('dialog').getByRole('button', { name: words.importVerb }).click();
    };
    await button(words.importFile).click();
    await importing(Buffer.from('{"key":'));
    await page.getByText(words.importUnreadable).waitFor();
    await importing(Buffer.from('{"key":"twinning","title":7}'));
    await page.getByText('milestones', { exact: true }).waitFor();
    await importing(await file.body());
    await page.waitForURL('**/templates/twinning/4');

    // Somebody else saves first: both edits are kept.
    await go(guest, '/templates/twinning/4/edit');
    const api = `${program.url}/api/templates/twinning/versions/4`;
    const { title } = await (await page.context().request.get(api)).json() as { title: object };
    const theirs = await page.context().request.patch(api, { headers: { 'x-tawama': '1', 'if-match': '"1"' }, data: { title: { ...title, en: 'Theirs' } } });
    expect(theirs.status()).toBe(200);
    await page.getByRole('button', { name: /^Supprimer\s: 7\.3 / }).click();
    await button(WORDS.fr.list.save).click();
    await button(WORDS.fr.list.stale.saveMerged).click();
    await page.waitForURL('**/templates/twinning/4');
    const merged = await (await page.context().request.get(api)).json() as { title: { en: string }; milestones: { number: string }[] };
    expect([merged.title.en, merged.milestones.some(({ number }) => number === '7.3')]).toEqual(['Theirs', false]);
    await guest.close();
  });

  it('a step that comes again before each session is drafted, published and followed', async () => {
    const guest = await open('fr');
    const { page, settle } = guest;
    const { templates: words, agreements, sessions, list, record } = WORDS.fr;
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const read = async <T>(path: string): Promise<T> => await (await page.context().request.get(`${program.url}/api/${path}`)).json() as T;
    const { data: [friendship] } = await read<{ data: { version: number; milestones: number }[] }>('templates?key=friendship&state=published&sort=version&order=desc');
    await go(guest, `/templates/friendship/${friendship?.version}`);
    await button(words.newDraft).click();
    await page.getByRole('link', { name: words.edit.open }).click();
    await page.waitForURL('**/edit');
    await settle();
    // A date and a stage of this template's own.
    for (const [list, legend, own, title] of [['stages', words.edit.stages, words.edit.own.stage, 'Visites'], ['events', words.edit.events, words.edit.own.event, 'Visite convenue']] as const) {
      const group = page.locator(`#${list}`);
      await group.getByLabel(`${legend} – ${WORDS.fr.list.add}`).selectOption(own);
      const added = group.getByRole('listitem').last();
      for (const language of ['ar', 'fr', 'en'] as const) await added.getByLabel(`${words.edit.name} ${record.inLanguage[language]}`).fill(language === 'ar' ? 'الزيارات' : title);
    }
    await button(words.edit.addStep).click();
    const step = page.locator(`#step-${friendship?.milestones}`);
    await step.getByLabel(words.edit.stage, { exact: true }).selectOption('Visites');
    for (const [language, title] of [['ar', 'إخبار المجلس'], ['fr', 'Information du conseil'], ['en', 'Report to the council']] as const) await step.getByLabel(`${words.edit.name} ${record.inLanguage[language]}`).fill(title);
    await step.getByLabel(words.edit.key).fill('report-to-council');
    await step.getByLabel(words.edit.dueRule).selectOption('beforeSession');
    await step.getByLabel(words.edit.from).selectOption('event opened');
    await step.getByLabel(words.edit.lead).selectOption('days');
    await step.getByLabel(words.edit.leadDays).fill('1');
    await step.getByText(/^1 jour avant la session du conseil qui suit/).waitFor();
    await step.getByLabel(words.legal).check();
    await step.getByLabel(words.edit.comesAgain).check();
    await step.getByLabel(words.edit.everyMonths).fill('3');
    await step.getByLabel(words.edit.startsAtAnchor).check();
    await step.getByLabel(words.edit.confirmations).selectOption('home');
    await step.getByLabel(words.edit.remindersKind).selectOption('none');
    const reminders = page.locator('#reminders');
    await reminders.getByLabel(words.edit.remindersKind).selectOption('own');
    await reminders.getByLabel(words.edit.rungDays).first().fill('-10');
    await reminders.getByRole('button', { name: words.edit.addRung }).click();
    await reminders.getByLabel(words.edit.role).last().selectOption('mayor');
    await reminders.getByText(/^Chargé du suivi.: 10 jours avant, la veille, .* Maire.: le jour même \(après approbation\)/).waitFor();
    await step.getByText(/^tous les 3 mois, dès cette date même, jusqu’à/).waitFor();
    expect(await serious(page)).toEqual([]);
    await button(list.save).click();
    await page.getByText(words.noProblems).waitFor();
    await button(words.publish).click();
    await page.getByRole('dialog').getByRole('button', { name: words.publish }).click();
    await button(words.retire).waitFor();
    const published = await read<{ reminders: { role: string; at: number; hold: boolean }[]; milestones: { key: string; reminders?: unknown; confirmations?: string }[] }>(`templates/friendship/versions/${Number(friendship?.version) + 1}`);
    expect([published.reminders[0]?.at, published.reminders.at(-1)]).toEqual([-10, { role: 'mayor', at: 0, hold: true, enabled: true }]);
    expect(published.milestones.at(-1)).toMatchObject({ key: 'report-to-council', reminders: 'none', confirmations: 'home' });
    await page.locator('#reminders').getByText(/10 jours avant/).waitFor();

    const openOne = async (place: number): Promise<string[]> => {
      await go(guest, '/agreements/create');
      await page.getByLabel(agreements.template).selectOption('friendship');
      await page.getByLabel(agreements.partnerCity).selectOption({ index: place });
      await button(agreements.create).click();
      await page.waitForURL(/agreements\/[0-9a-f-]{36}/);
      const { data } = await read<{ data: { key: string; dueOn: string | null }[] }>(`milestones?agreementId=${new URL(page.url()).pathname.split('/').at(-1)}&perPage=200`);
      return data.flatMap(({ key, dueOn }) => (key.startsWith('report-to-council') ? `${key} ${dueOn}` : [])).toSorted();
    };
    expect(await openOne(1)).toEqual(['report-to-council#1 2026-02-01', 'report-to-council#2 2026-05-03', 'report-to-council#3 2026-10-04', 'report-to-council#4 2027-01-31']);

    await go(guest, '/council-sessions');
    await page.getByRole('row', { name: /4 mai 2026/ }).getByRole('link', { name: sessions.convene }).click();
    await page.getByLabel(sessions.beginsOn).fill('2026-05-06');
    await page.getByLabel(record.source).fill('Convocation du 20 avril');
    expect([await page.getByLabel(sessions.endsOn).inputValue(), await page.getByLabel(sessions.certainty).inputValue()]).toEqual(['2026-05-06', 'confirmed']);
    await button(list.save).click();
    await page.getByRole('row', { name: /6 mai 2026.*Convoquée/ }).waitFor();
    expect(await openOne(2)).toContain('report-to-council#2 2026-05-05');
    await guest.close();
  });

  it.each([['ar', DESK], ['ar', PHONE], ['fr', PHONE], ['en', DESK]] as const)('in %s at %i pixels nothing is too wide or unreadable', async (language, width) => {
    const guest = await open(language, width);
    const { page } = guest;
    const made = await page.context().request.post(`${program.url}/api/templates/twinning/versions`, { headers: { 'x-tawama': '1' }, data: { copyOf: 1 } });
    const draft = await made.json() as { version: number; stages: object[]; milestones: { key: string; due: object }[] };
    const first = draft.milestones[0];
    const from = { event: 'opened' };
    const of = [
      { rule: 'offset', from: { milestone: 'nowhere' }, days: 3, working: { days: 5, side: 'both' } }, { rule: 'fixed', on: '2026-10-31' }, { rule: 'endOf', period: 'quarter', from, weeks: 2 },
      { rule: 'fraction', from, to: { event: 'expiry' }, numerator: 1, denominator: 3 }, { rule: 'beforeSession', from, orOn: true, month: 5, lead: { working: { days: 4, side: 'partner' } } },
    ];
    if (first) Object.assign(first, {
      due: { rule: 'latest', of }, confirmations: 'partner', proof: 'confirmedByBoth', reminders: [{ role: 'owner', at: -60 }, { role: 'owner', at: 'mondays' }, { role: 'council', at: 30 }], repeats: { everyMonths: 6, until: { event: 'expiry' }, times: 4 }, legal: true, after: draft.milestones.slice(1, 4).map(({ key }) => key),
      when: [{ attribute: 'partnerCountry', is: ['IN', 'US'] }, { attribute: 'partnerCity', isNot: ['dakar'] }, { attribute: 'partners', is: ['one'] }],
    });
    draft.stages = draft.stages.map((stage, place) => (place === 1 ? { ...stage, gate: [first?.key] } : stage));
    const patched = await page.context().request.patch(`${program.url}/api/templates/twinning/versions/${draft.version}`, { headers: { 'x-tawama': '1', 'if-match': '"1"' }, data: { milestones: draft.milestones, stages: draft.stages, reminders: [{ role: 'owner', at: -3 }, { role: 'president', at: 21 }, { role: 'counterpart', at: 'mondays', enabled: false }] } });
    expect(patched.status()).toBe(200);
    for (const path of ['/templates', `/templates/twinning/${draft.version}`, `/templates/twinning/${draft.version}/edit?at=milestones.0.due`]) {
      await go(guest, path);
      expect(await tooWide(page), path).toBeLessThanOrEqual(0);
      expect(await serious(page), path).toEqual([]);
    }
    await switchMode(guest);
    expect(await serious(page, 'colours')).toEqual([]);
    await guest.close();
  });
});
