import { cityCreate, ERROR_CODES, holidayCreate, LANGUAGES, login, personCreate } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { errorText, fieldText } from './index.js';

describe('refusals', () => {
  it('every code has its sentence in three languages, and no two languages share it', () => {
    for (const code of ERROR_CODES) {
      const texts = LANGUAGES.map((language) => errorText(code, language));
      expect(new Set(texts).size, code).toBe(3);
      for (const text of texts) expect(text.trim().length, code).toBeGreaterThan(8);
      expect(errorText(code, 'ar')).toMatch(/[\u0621-\u064a]/);
    }
  });

  it('fields: what zod answers on bad input reads well', () => {
    const bad = [
      cityCreate.safeParse({ key: '9', name: { ar: null, fr: null, en: null }, country: ['E', 'H'].join(''), language: 'de', role: 'home', source: 'a\u0007', latitude: 99, more: 1 }),
      personCreate.safeParse({ name: '', email: 'x', language: 'ar', cityId: 1, function: 'x', mandateEndsOn: '1200-01-01', active: 'yes' }),
      holidayCreate.safeParse({ country: 'MA', name: { ar: 'x' }, kind: 'fixed', source: 'x' }), login.safeParse({ email: 'a@b.c', password: 'x'.repeat(300) }),
    ];
    const general = LANGUAGES.map((language) => fieldText('custom', language));
    let seen = 0;
    for (const answer of bad) for (const issue of answer.error?.issues ?? []) {
      const code = issue.code === 'custom' ? issue.message : issue.code;
      for (const [at, language] of LANGUAGES.entries()) {
        const text = fieldText(code, language, issue);
        expect(text).not.toMatch(/undefined|\[object|\{/);
        expect(text, code).not.toBe(general[at]);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(35);
  });

  it('fields: limits are told', () => {
    expect(fieldText('too_small', 'en', { origin: 'string', minimum: 1 })).toBe('This field is needed.');
    expect(fieldText('too_small', 'fr', { origin: 'array', minimum: 1 })).toBe('Pas assez d’éléments : 1 au moins.');
    expect(fieldText('too_big', 'ar', { origin: 'string', maximum: 200 })).toBe('النص طويل. الحد الأقصى لعدد الأحرف: 200.');
    expect(fieldText('invalid_value', 'en', { values: ['ar', 'fr', 'en'] })).toBe('Choose one of: ar, fr, en.');
    expect(fieldText('unrecognized_keys', 'en', { keys: ['x'] })).toBe('Not known here: x.');
    expect(fieldText('never-heard-of', 'en')).toBe('This value cannot be accepted.');
    expect(fieldText('unrecognized_keys', 'en', { keys: ['x'.repeat(9000)] }).length).toBeLessThan(300);
  });
});
