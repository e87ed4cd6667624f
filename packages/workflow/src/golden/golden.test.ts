import { describe, expect, it } from 'vitest';
import { computeDueDates } from '../due-dates.js';
import { GOLDEN_CALENDARS } from './calendars.js';
import { GOLDEN } from './due-dates.golden.js';
import { planTemplate, step } from './template.js';

describe('due dates that were worked out elsewhere', () => {
  it('are more than two hundred, each for a reason of its own', () => {
    expect(GOLDEN.length).toBeGreaterThanOrEqual(200);
    expect(new Set(GOLDEN.map(({ why, rule }) => `${why} ${JSON.stringify(rule)}`)).size).toBe(GOLDEN.length);
  });

  it.each(GOLDEN)('$why → $due', ({ from, to, partner, rule, due }) => {
    const template = planTemplate([step('one', rule)]);
    const date = computeDueDates(template, { events: { begun: from, ended: to }, milestones: new Map() }, GOLDEN_CALENDARS[partner ?? 'US']).get('one');
    expect(date?.dueOn == null ? null : `${date.dueOn}${date.provisional ? '?' : ''}`).toBe(due);
    expect(date?.settled).toBe(due !== null && !due.endsWith('?'));
  });
});
