import { LANGUAGES, type VitalityReason } from '@tawama/contracts';
import { expect, it } from 'vitest';
import { vitalitySentence } from './vitality.js';

const REASONS: VitalityReason[] = [
  { code: 'silence', on: '2024-11-23' }, { code: 'late', late: 3, open: 5 }, { code: 'noPartnerContact' }, { code: 'noHomeContact' }, { code: 'noMeeting', on: '2024-11-23' }, { code: 'news', on: '2024-11-23' }, { code: 'begun', on: '2024-11-23' },
];

it('has one whole sentence for each reason in each language, without a blank left', () => {
  for (const language of LANGUAGES) {
    const said = REASONS.map((reason) => vitalitySentence(reason, language));
    expect(new Set(said).size).toBe(REASONS.length);
    for (const sentence of said) expect(sentence).not.toMatch(/[{}]|undefined/);
  }
  expect(vitalitySentence({ code: 'silence', on: '2024-11-23' }, 'ar')).toBe('لا مستجدات موثقة منذ 23 نونبر 2024');
});

it('counts late steps as Arabic counts', () => {
  const late = (n: number) => vitalitySentence({ code: 'late', late: n, open: n }, 'ar');
  expect([late(2), late(3), late(11), late(100)]).toEqual(['محطتان متأخرتان من أصل 2 قيد الإنجاز', '3 محطات متأخرة من أصل 3 قيد الإنجاز', '11 محطة متأخرة من أصل 11 قيد الإنجاز', '100 محطة متأخرة من أصل 100 قيد الإنجاز']);
});
