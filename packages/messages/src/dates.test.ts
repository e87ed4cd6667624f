import { LANGUAGES } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { clubZoneLabel, formatDate, formatDateTime, formatDays, formatDaysAgo, formatDelay, formatHours, monthName, noDate, weekdayName, weekdayOf } from './dates.js';

describe('dates in words', () => {
  it.each([
    ['ar', 'weekday', '2026-11-23', 'الاثنين، 23 نونبر 2026'], ['ar', 'long', '2026-05-01', '1 ماي 2026'], ['ar', 'short', '2025-07-30', '30 يوليوز 2025'], ['ar', 'dayMonth', '2026-08-14', '14 غشت'],
    ['fr', 'weekday', '2026-11-23', 'lundi 23 novembre 2026'], ['fr', 'long', '2026-12-01', '1er décembre 2026'], ['fr', 'short', '2026-11-23', '23 nov. 2026'], ['fr', 'dayMonth', '2026-02-02', '2 févr.'],
    ['en', 'weekday', '2026-11-23', 'Monday, 23 November 2026'], ['en', 'long', '2026-12-01', '1 December 2026'], ['en', 'short', '2026-11-23', '23 Nov 2026'], ['en', 'dayMonth', '2026-02-02', '2 Feb'],
  ] as const)('%s %s %s', (language, style, on, words) => { expect(formatDate(on, language, style)).toBe(words); });

  it('a missing date is said calmly', () => {
    expect(LANGUAGES.map((language) => formatDate(null, language))).toEqual(['تاريخ غير مدرج', 'date non renseignée', 'no date entered']);
    expect(formatDate(undefined, 'ar')).toBe(noDate('ar'));
    expect(formatDate('not a date', 'en')).toBe('not a date');
  });

  it('weekdays agree with the calendar from 1900 to 2200', () => {
    for (let day = Date.UTC(1900, 0, 1); day <= Date.UTC(2200, 11, 31); day += 86_400_000) {
      const date = new Date(day);
      const ours = weekdayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      if (ours !== date.getUTCDay()) expect([date.toISOString(), ours]).toEqual([date.toISOString(), date.getUTCDay()]);
    }
  });

  it('names and times', () => {
    expect(monthName(9, 'ar')).toBe('شتنبر');
    expect(weekdayName(1, 'ar')).toBe('الاثنين');
    expect(formatDateTime('2026-11-23', '09:00:00', 'ar')).toBe('23 نونبر 2026 على الساعة 09:00');
    expect(formatDateTime('2026-11-23', '09:00', 'fr')).toBe('23 novembre 2026 à 09:00');
    expect(LANGUAGES.map(clubZoneLabel)).toEqual(['توقيت السمارة', 'heure de Smara', 'Smara time']);
  });
});

describe('delays', () => {
  it.each([
    [-1, 'متأخرة بيوم واحد'], [-2, 'متأخرة بيومين'], [-3, 'متأخرة بـ 3 أيام'], [-11, 'متأخرة بـ 11 يوما'], [-100, 'متأخرة بـ 100 يوم'], [0, 'أجلها اليوم'], [1, 'أجلها غدا'], [2, 'بعد يومين'], [7, 'بعد 7 أيام'], [30, 'بعد 30 يوما'],
  ])('%i in Arabic', (days, words) => { expect(formatDelay(days, 'ar')).toBe(words); });
  it.each([[-1, '1 jour de retard'], [-3, '3 jours de retard'], [0, 'échéance aujourd’hui'], [1, 'échéance demain'], [5, 'dans 5 jours']])('%i in French', (days, words) => { expect(formatDelay(days, 'fr')).toBe(words); });
  it.each([[-1, '1 day late'], [-3, '3 days late'], [0, 'due today'], [1, 'due tomorrow'], [5, 'in 5 days']])('%i in English', (days, words) => { expect(formatDelay(days, 'en')).toBe(words); });

  it('other lengths of time', () => {
    expect(formatDaysAgo(0, 'ar')).toBe('اليوم');
    expect(formatDaysAgo(1, 'fr')).toBe('hier');
    expect(formatDaysAgo(12, 'ar')).toBe('قبل 12 يوما');
    expect(formatDays(2, 'ar')).toBe('يومان');
    expect(formatHours(2, 'ar')).toBe('ساعتين');
    expect(formatHours(72, 'en')).toBe('72 hours');
  });
});
