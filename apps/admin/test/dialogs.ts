import { label } from '@tawama/messages';
import { WORDS, type Visit } from './visit.js';

/** What lies one click above a screen: where it opens, and how. */
export interface Above { name: string; screen: string; open: (visit: Visit) => Promise<void> }

const press = (button: (visit: Visit) => string) => async (visit: Visit): Promise<void> => visit.page.getByRole('button', { name: button(visit), exact: true }).first().click();
const choose = (button: (visit: Visit) => string, choice: (visit: Visit) => string) => async (visit: Visit): Promise<void> => {
  await press(button)(visit);
  await visit.page.getByRole('menuitem', { name: choice(visit), exact: true }).click();
};
const words = ({ language }: Visit) => WORDS[language];

export const DIALOGS: readonly Above[] = [
  { name: 'reschedule', screen: '/', open: async (visit) => {
    await press(({ language }) => label('milestoneCommand', 'reschedule', language))(visit);
    await visit.page.locator('[role=dialog] input[type=date]').fill('2026-06-15');
    await visit.page.getByRole('heading', { name: words(visit).milestones.command.moves, exact: true }).waitFor();
  } },
  { name: 'submit', screen: '/', open: press(({ language }) => label('milestoneCommand', 'submit', language)) },
  { name: 'log a contact', screen: '/', open: press((visit) => words(visit).milestones.contact.log) },
  { name: 'record a date', screen: '/agreements/:agreement', open: press((visit) => words(visit).agreements.recordEvent) },
  { name: 'move to another version', screen: '/agreements/:moving', open: async (visit) => {
    await choose((one) => words(one).agreements.life.menu, (one) => words(one).agreements.life.migrate)(visit);
    const lines = visit.page.locator('[role=dialog] li > div:first-of-type');
    await lines.first().waitFor();
    await visit.page.locator('[role=dialog] summary').first().click();
    await visit.page.locator('[role=dialog] li select').first().selectOption('shift');
  } },
  { name: 'renew', screen: '/agreements/:renewing', open: async (visit) => {
    await press((one) => words(one).ahead.renewal.renew.verb)(visit);
    await visit.page.locator('[role=dialog]').getByRole('heading', { name: words(visit).milestones.command.moves, exact: true }).waitFor();
  } },
  { name: 'suspend', screen: '/agreements/:agreement', open: choose((visit) => words(visit).agreements.life.menu, (visit) => words(visit).agreements.life.verb.suspend) },
  { name: 'start reminders', screen: '/agreements/create', open: async (visit) => {
    await visit.page.locator('main select').last().selectOption({ index: 1 });
    await visit.page.locator('main button[type=submit]').click();
    await press(({ language }) => WORDS[language].agreements.startReminders)(visit);
  } },
  { name: 'measure', screen: '/projects/:project', open: press((visit) => words(visit).projects.measure) },
  { name: 'add a photo', screen: '/projects/:pictured', open: press((visit) => words(visit).photos.add) },
  { name: 'a photo, enlarged', screen: '/projects/:pictured', open: ({ page }) => page.locator('#photos li button').first().click() },
  { name: 'many milestones at once', screen: '/milestones', open: async (visit) => {
    // On a phone there is no box for the whole page.
    const boxes = visit.page.locator('main').getByRole('checkbox');
    for (const place of [1, 2, 3]) await boxes.nth(place).check();
    await press(({ language }) => label('milestoneCommand', 'mark-not-applicable', language))(visit);
    await visit.page.locator('[role=dialog] textarea').first().fill('…');
    await visit.page.getByRole('button', { name: words(visit).many.preview, exact: true }).click();
    await visit.page.locator('[role=dialog] li').first().waitFor();
  } },
  { name: 'log a contact with an agreement', screen: '/agreements/:agreement', open: press((visit) => words(visit).milestones.contact.log) },
  { name: 'write a note', screen: '/agreements/:agreement?tab=contacts', open: press((visit) => words(visit).milestones.timeline.addNote) },
  { name: 'hand over', screen: '/people/:coordinator', open: async (visit) => {
    await press(({ language }) => WORDS[language].people.handover.title)(visit);
    await visit.page.locator('[role=dialog] select').selectOption({ index: 1 });
    await visit.page.locator('[role=dialog] li, [role=dialog] [role=alert]').first().waitFor();
  } },
  { name: 'record the outcome of a legal period', screen: '/legal', open: async (visit) => {
    await press((of) => words(of).legal.answer)(visit);
    await visit.page.locator('[role=dialog] input[type=radio][value=refusal]').check();
    await visit.page.locator('[role=dialog] textarea:visible').first().fill('113-14');
    await visit.page.getByRole('heading', { name: words(visit).milestones.command.moves, exact: true }).waitFor();
  } },
  { name: 'remove a legal note', screen: '/legal/notes', open: press((visit) => words(visit).list.remove) },
  { name: 'remove a city', screen: '/cities/:city', open: press((visit) => words(visit).list.remove) },
  { name: 'save a view', screen: '/agreements', open: choose((visit) => words(visit).list.savedViews, (visit) => words(visit).list.saveView) },
  { name: 'search', screen: '/administration', open: async ({ page }) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('داكار');
    await page.getByRole('option').first().waitFor();
  } },
  { name: 'shortcuts', screen: '/administration', open: ({ page }) => page.keyboard.press('?') },
  { name: 'password', screen: '/administration', open: choose((visit) => words(visit).shell.account, (visit) => words(visit).shell.changePassword) },
];
