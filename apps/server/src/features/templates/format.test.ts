import { readFileSync } from 'node:fs';
import { KNOWN_EVENTS, KNOWN_STAGES, templateDefinition, templateDraftCreate, templatePatch, WAITING_ON, workflowTemplate } from '@tawama/contracts';
import { checkClubTemplate } from '@tawama/domain';
import { expect, it } from 'vitest';
import { z } from 'zod';

const page = readFileSync(new URL('../../../../../docs/templates.md', import.meta.url), 'utf8');
const example: unknown = JSON.parse(/```json\n(?<json>[^`]+)```/.exec(page)?.groups?.['json'] ?? '');

it('the example of the documentation is one that can be published', () => {
  const { definition } = templateDraftCreate.parse(example);
  expect(checkClubTemplate({ ...definition, key: 'friendship', version: 1 })).toEqual([]);
});

it('the documentation names every field and every word', () => {
  for (const shape of [workflowTemplate.shape, workflowTemplate.shape.milestones.element.shape, workflowTemplate.shape.events.element.shape]) for (const field of Object.keys(shape)) expect(page).toContain(field);
  for (const word of [...KNOWN_EVENTS, ...KNOWN_STAGES, ...WAITING_ON]) expect(page).toContain(`\`${word}\``);
});

it('the format can be told as JSON Schema', () => {
  const schema = z.toJSONSchema(workflowTemplate, { io: 'input' });
  expect(schema.required).toContain('milestones');
  expect(z.fromJSONSchema?.(schema).safeParse({ ...templateDefinition.parse(example), key: 'friendship', version: 1 }).success ?? true).toBe(true);
});

it('a change of nothing is nothing: no field of a draft is given a value that nobody sent', () => expect(templatePatch.parse({})).toEqual({}));
