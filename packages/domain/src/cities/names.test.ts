import { describe, expect, it } from 'vitest';
import { searchForms } from '../text/index.js';
import { agreementSearchText, citySearchText, namedSearchText } from './names.js';

const text = (ar: string | null, fr: string | null = null, en: string | null = null) => ({ ar, fr, en });
const finds = (stored: string, question: string) => searchForms(question).some((form) => stored.includes(form));

describe('the text a city is found by', () => {
  const ndjamena = citySearchText({ name: text('نجامينا', "N'Djamena", "N'Djamena"), legalName: text(null, "Ville de N'Djaména"), aliases: ['أنجامينا', 'انجامينا'] });
  it.each(['أنجامينا', 'ndjamena', "N'Djamena", 'N’DJAMÉNA', 'نجامينا', 'ville de ndjamena'])('holds %s', (spelling) => expect(finds(ndjamena, spelling)).toBe(true));
  it('does not run two names together', () => expect(finds(ndjamena, 'djamena نجامينا')).toBe(false));
  it('holds each form once', () => expect(new Set(ndjamena.split('\n')).size).toBe(ndjamena.split('\n').length));
});

it('an agreement is found by its title and by every spelling of its cities', () => {
  const stored = agreementSearchText(text('توأمة', 'Jumelage'), ['amgala\nامكاله', 'dakar', 'dakar']);
  for (const question of ['امگالة', 'Dakar', 'jumelage', 'توأمه']) expect(finds(stored, question)).toBe(true);
  expect(stored.split('\n').filter((line) => line === 'dakar')).toHaveLength(1);
});

it('a named thing is found by its names and what else is said of it', () => {
  expect(namedSearchText(text('عيد العرش'), ['30 juillet', null])).toBe('عيد العرش\nعيدالعرش\n30 juillet\n30juillet');
});
