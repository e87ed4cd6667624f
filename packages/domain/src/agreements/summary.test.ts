import { describe, expect, it } from 'vitest';
import { summarise, type SummedStep } from './summary.js';
import { agreementTitle } from './title.js';

const step = (key: string, status: SummedStep['status'], dueOn: string | null, stage: SummedStep['stage'] = 'launch'): SummedStep =>
  ({ id: key, key, stage, title: { ar: key, fr: null, en: null }, status, dueOn, provisional: false, waitingOn: null });
const today = '2026-01-26';

describe('where an agreement stands', () => {
  it('next is the earliest step somebody can act on, dated before undated, else the earliest planned one', () => {
    expect(summarise([step('a', 'planned', '2025-01-01'), step('b', 'open', null), step('c', 'blocked', '2026-03-01'), step('d', 'submitted', '2026-02-01', 'renewal')], today)).toMatchObject({ next: { key: 'd', daysLate: 0 }, stage: 'renewal' });
    expect(summarise([step('a', 'planned', null), step('b', 'planned', '2026-05-01'), step('c', 'planned', '2026-05-01')], today).next?.key).toBe('b');
    expect(summarise([step('a', 'done', '2026-01-01')], today)).toMatchObject({ next: null, stage: 'launch', progress: 100 });
  });

  it('late is what is open or blocked after its day, not on it', () => {
    expect(summarise([step('a', 'open', '2026-01-26'), step('b', 'open', '2026-01-25'), step('c', 'blocked', '2025-12-27'), step('d', 'submitted', '2025-01-01'), step('e', 'planned', '2025-01-01')], today)).toMatchObject({ lateCount: 2, daysLate: 30 });
  });
  it('counts nothing as late while the agreement stands still', () => {
    expect(summarise([step('a', 'open', '2025-01-25'), step('b', 'blocked', '2025-12-27')], today, true)).toMatchObject({ lateCount: 0, daysLate: 0, next: { key: 'a', daysLate: 0 } });
  });


  it('progress counts what applies, and is full only at the end', () => {
    const done = (count: number, of: number) => summarise(Array.from({ length: of }, (_, index) => step(String(index), index < count ? 'done' : 'open', null)), today).progress;
    expect([done(0, 3), done(1, 3), done(299, 300), done(3, 3), done(0, 0)]).toEqual([0, 33, 99, 100, 100]);
    expect(summarise([step('a', 'done', null), step('b', 'notApplicable', null), step('c', 'open', null)], today).progress).toBe(50);
  });
});

describe('the title', () => {
  it('names the cities in each language, and falls back where a name is missing', () => {
    expect(agreementTitle({ ar: 'السمارة', fr: 'Smara', en: 'Smara' }, [{ ar: 'نيامي', fr: 'Niamey', en: null }])).toEqual({ ar: 'السمارة – نيامي', fr: 'Smara – Niamey', en: 'Smara – نيامي' });
    expect(agreementTitle({ ar: 'السمارة', fr: 'Smara', en: 'Smara' }, [{ ar: 'أ', fr: 'A', en: 'A' }, { ar: 'ب', fr: 'B', en: 'B' }])).toEqual({ ar: 'السمارة – أ، ب', fr: 'Smara – A, B', en: 'Smara – A, B' });
  });
});
