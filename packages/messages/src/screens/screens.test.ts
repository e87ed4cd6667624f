import { describe, expect, it } from 'vitest';
import { screens as ar } from './ar/index.js';
import { screens as en } from './en/index.js';
import { screens as fr } from './fr/index.js';

const flat = (node: object, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, child]: [string, unknown]) => (typeof child === 'string' ? [[`${path}${key}`, child] as [string, string]] : flat(child as object, `${path}${key}.`)));
const blanks = (text: string): string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].filter((blank) => blank !== '%{smart_count}').sort();
/** A form may be empty on purpose: nothing is said of zero. */
const forms = (text: string): number => text.split('||||').length;

const reference = flat(en);
const french = new Map(flat(fr));
const arabic = new Map(flat(ar));

describe('texts of the screens', () => {
  it('have the same keys in three languages', () => {
    const keys = reference.map(([key]) => key).sort();
    expect([...french.keys()].sort()).toEqual(keys);
    expect([...arabic.keys()].sort()).toEqual(keys);
  });
  it('fill the same blanks', () => {
    for (const [key, text] of reference) {
      expect(blanks(french.get(key) ?? ''), `fr ${key}`).toEqual(blanks(text));
      expect(blanks(arabic.get(key) ?? ''), `ar ${key}`).toEqual(blanks(text));
    }
  });
  it('have two plural forms in English and French, six in Arabic', () => {
    for (const [key, text] of reference) {
      if (!text.includes('%{smart_count}') && !text.includes('||||')) continue;
      expect([forms(text), forms(french.get(key) ?? ''), forms(arabic.get(key) ?? '')], key).toEqual([2, 2, 6]);
    }
  });
  it('are never empty, and Arabic is in Arabic letters', () => {
    for (const [key, text] of [...reference, ...french, ...arabic]) expect(text.trim(), key).not.toBe('');
    for (const [key, text] of reference) if (/[a-z]{4}/.test(text.replace(/%\{\w+\}/g, '')) && !/^[A-Z][a-z]+$|Ctrl/.test(text)) expect(arabic.get(key), key).toMatch(/[\u0621-\u064a]/);
  });
});
