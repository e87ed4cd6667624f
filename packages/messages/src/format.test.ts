import { LANGUAGES } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { format, formatNumber, formatPercent, type CountedIn } from './format.js';
import { todayParts, todaySentence } from './sentences.js';

const STEPS: CountedIn = {
  ar: { by: 'n', zero: 'لا توجد محطة', one: 'محطة واحدة', two: 'محطتان', few: '{n} محطات', many: '{n} محطة', other: '{n} محطة (مئات)' },
  fr: { by: 'n', zero: 'aucun jalon', one: '{n} jalon', other: '{n} jalons' },
  en: { by: 'n', one: '{n} step', other: '{n} steps' },
};

describe('plurals', () => {
  it.each([
    [0, 'لا توجد محطة'], [1, 'محطة واحدة'], [2, 'محطتان'], [3, '3 محطات'], [10, '10 محطات'], [11, '11 محطة'], [26, '26 محطة'], [99, '99 محطة'],
    [100, '100 محطة (مئات)'], [102, '102 محطة (مئات)'], [103, '103 محطات'], [111, '111 محطة'], [-2, 'محطتان'],
  ])('%i in Arabic: %s', (n, words) => { expect(format(STEPS.ar, { n }, 'ar')).toBe(words); });
  it.each([[0, 'aucun jalon'], [1, '1 jalon'], [2, '2 jalons'], [1_000_000, '1 000 000 jalons']])('%i in French: %s', (n, words) => {
    expect(format(STEPS.fr, { n }, 'fr').replace(/\s/g, ' ')).toBe(words);
  });
  it.each([[0, '0 steps'], [1, '1 step'], [2, '2 steps'], [21, '21 steps']])('%i in English: %s', (n, words) => { expect(format(STEPS.en, { n }, 'en')).toBe(words); });
});

describe('numbers', () => {
  it('keep Latin digits in every language', () => {
    for (const language of LANGUAGES) expect(formatNumber(1234.5, language)).toMatch(/^1\D?234[.,]5$/);
    expect(formatPercent(66.6, 'ar')).toBe('67%');
  });
  it('leave a blank that nobody fills as it is, and fill no blank twice', () => {
    expect(format('{a} {b}', { a: '{b}' }, 'en')).toBe('{b} {b}');
    expect(format('{a} {b}', { a: '{b}', b: 'x' }, 'en')).toBe('{b} x');
  });
});

describe('the sentence of the first view', () => {
  it.each([
    [3, 12, 17, '3 أمور تنتظرك؛ 12 من 17 في موعدها'], [0, 17, 17, 'لا شيء ينتظرك؛ الاتفاقيات الـ17 كلها في موعدها'], [1, 0, 17, 'أمر واحد ينتظرك؛ لا اتفاقية في موعدها من أصل 17'],
    [2, 1, 2, 'أمران ينتظرانك؛ 1 من 2 في موعدها'], [11, 5, 6, '11 أمرا ينتظرك؛ 5 من 6 في موعدها'], [0, 0, 0, 'لا شيء ينتظرك؛ لا توجد اتفاقية بعد'],
  ])('%i waiting, %i of %i', (waitingForMe, onTime, agreements, sentence) => { expect(todaySentence({ waitingForMe, onTime, agreements }, 'ar')).toBe(sentence); });

  it('reads in French and English too', () => {
    const figures = { waitingForMe: 3, onTime: 12, agreements: 17 };
    expect(todaySentence(figures, 'fr')).toBe('3 choses vous attendent ; 12 sur 17 dans les délais');
    expect(todaySentence(figures, 'en')).toBe('3 things are waiting for you; 12 of 17 on time');
    expect(todayParts(figures, 'en')).toEqual({ waiting: '3 things are waiting for you', onTime: '12 of 17 on time' });
    expect(todaySentence({ waitingForMe: 0, onTime: 0, agreements: 0 }, 'fr')).toBe('Rien ne vous attend ; aucune convention pour le moment');
  });

  it('has an ending for every figure', () => {
    for (const language of LANGUAGES) for (let agreements = 0; agreements < 120; agreements += 1) for (const onTime of new Set([0, 1, agreements - 1, agreements])) {
      if (onTime < 0 || onTime > agreements) continue;
      const sentence = todaySentence({ waitingForMe: agreements, onTime, agreements }, language);
      expect(sentence).not.toMatch(/[{}]|undefined/);
      expect(sentence.split(/[;؛]/)[1]?.trim()).toBeTruthy();
    }
  });
});
