import type { Milestone, MilestoneBulkLine } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { afterOutcome, type Chosen } from './selection.js';

const step = (id: string, version = 1): Chosen => ({ id, version, number: id, title: { ar: id, fr: null, en: null }, agreementId: 'one' });
const done = (id: string): MilestoneBulkLine => ({ id, status: 200, record: step(id, 2) as Milestone, moved: [], remindersAdded: 0, remindersCancelled: 0, stepsAdded: 0 });

describe('what stays chosen', () => {
  it('is what was refused, at the version that is stored now, and what was not asked for', () => {
    const before = new Map(['a', 'b', 'c', 'd'].map((id) => [id, step(id)]));
    const after = afterOutcome(before, [done('a'), { id: 'b', status: 409, code: 'record/stale', detail: '', current: step('b', 7) as Milestone }, { id: 'c', status: 404, code: 'record/not-found', detail: '' }]);
    expect([...after.values()].map(({ id, version }) => [id, version])).toEqual([['b', 7], ['c', 1], ['d', 1]]);
    expect(before.size).toBe(4);
  });
});
