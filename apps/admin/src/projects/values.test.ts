import { projectCreate } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { NEW_PROJECT, newProjectOf, projectOf } from './values.js';

const filled = { ...NEW_PROJECT, leadId: crypto.randomUUID(), title: { ar: null, fr: 'Exposition', en: null } };

describe('what the form of a project sends', () => {
  it('is what the API takes, with the days of its steps that were set', () => {
    const sent = newProjectOf({ ...filled, startsOn: '2026-02-01', steps: { start: '', visit: '2026-05-04' } });
    expect(projectCreate.parse(sent)).toMatchObject({ startsOn: '2026-02-01', endsOn: null, steps: { visit: '2026-05-04' } });
    expect(Object.keys(projectCreate.parse(sent).steps)).toEqual(['visit']);
  });
  it('of a change says nothing of steps', () => { expect(projectOf(filled)).not.toHaveProperty('steps'); });
});
