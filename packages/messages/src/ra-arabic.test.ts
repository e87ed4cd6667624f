import english from 'ra-language-english';
import { describe, expect, it } from 'vitest';
import { raArabic } from './ra-arabic.js';

const flat = (node: unknown, path = ''): [string, string][] =>
  typeof node === 'string' ? [[path, node]] : Object.entries(node ?? {}).flatMap(([key, child]) => flat(child, path ? `${path}.${key}` : key));
const blanks = (text: string): string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

describe('react-admin in Arabic', () => {
  const arabic = new Map(flat(raArabic));
  const reference = flat(english);

  it('has exactly the keys of the English texts', () => {
    expect([...arabic.keys()].sort()).toEqual(reference.map(([key]) => key).sort());
  });
  it.each(reference.filter(([, text]) => text.includes('||||')))('%s has six plural forms', (key) => {
    expect(arabic.get(key)?.split('||||').map((form) => form.trim()).filter(Boolean)).toHaveLength(6);
  });
  it.each(reference.filter(([, text]) => !text.includes('||||')))('%s fills the same blanks', (key, text) => {
    const ours = arabic.get(key) ?? '';
    // A range may be told with fewer blanks, never with one that nothing fills.
    for (const blank of blanks(ours)) expect(blanks(text)).toContain(blank);
    if (text.trim() !== '') expect(ours).not.toBe('');
  });
  it.each(reference.filter(([, text]) => /[a-z]{3}/i.test(text.replace(/%\{\w+\}/g, ''))))('%s is in Arabic', (key) => {
    expect(arabic.get(key)).toMatch(/[\u0621-\u064a]/);
  });
});
