import { listQuery, templateList, workflowTemplate } from '@tawama/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openGround, type TestGround } from '../../../test/ground.js';
import { TemplateLibrary } from './template-library.js';
import { TemplatesService } from './templates.service.js';
import { TemplatesStore } from './templates.store.js';

let ground: TestGround;
let templates: TemplatesService;
let library: TemplateLibrary;

beforeAll(async () => {
  ground = await openGround('2026-01-26T08:00:00Z');
  await ground.test.query('ALTER TABLE template_version DISABLE TRIGGER USER');
  await ground.test.query('DELETE FROM template_version');
  library = new TemplateLibrary(ground.database, new TemplatesStore());
  templates = new TemplatesService(ground.database, new TemplatesStore());
});
afterAll(() => ground.close());

it('are published at the first start, and left alone at later ones', async () => {
  await library.onModuleInit();
  const before = await ground.test.query('SELECT id, definition FROM template_version ORDER BY key');
  await ground.test.query(`UPDATE template_version SET definition = jsonb_set(definition, '{title,en}', '"As it was published"') WHERE key = 'twinning'`);
  await library.onModuleInit();
  const after = await ground.test.query('SELECT id, definition FROM template_version ORDER BY key');
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect((await templates.version('twinning', 1)).title.en).toBe('As it was published');
});

it('are listed with the number of their steps, and given whole', async () => {
  const page = await templates.list(listQuery(templateList).parse({}));
  expect(page.data.map(({ key, version, milestones, agreementType }) => [key, version, milestones, agreementType])).toEqual([
    ['already-signed', 1, 8, 'twinning'], ['already-signed', 2, 14, 'twinning'], ['chamber', 1, 15, 'chamber'], ['friendship', 1, 16, 'friendship'], ['twinning', 1, 23, 'twinning'], ['twinning', 2, 30, 'twinning'],
  ]);
  expect(workflowTemplate.parse(await templates.file('already-signed', 1)).milestones).toHaveLength(8);
  expect(await templates.version('already-signed', 1)).toMatchObject({ state: 'published', revision: 1, retiredAt: null, problems: [] });
});

it.each([['twinning', 3], ['sisterhood', 1]])('%s version %i is not found', async (key, version) => {
  await expect(templates.version(key, version)).rejects.toMatchObject({ code: 'record/not-found' });
});
