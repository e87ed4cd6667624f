import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = path.dirname(fileURLToPath(import.meta.url));
const folders = [src, path.join(src, '../mails')];
const texts = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|mjml)$/.test(file) && !/\.(test|fixture)\.ts$/.test(file) && !file.includes('generated'))
  .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const));

/** Kept apart so that this file does not hold what it forbids. */
const joined = (...parts: string[]): string => parts.join('');
const FORBIDDEN = [
  new RegExp(`\\b${joined('E', 'H')}\\b`), new RegExp(joined('Africa', '/')), new RegExp(joined('El_', 'Aaiun'), 'i'), new RegExp(joined('Casa', 'blanca'), 'i'), /\bUTC\b|\bGMT\b/,
  new RegExp(joined('sover', 'eign'), 'i'), new RegExp(joined('souver', 'ain'), 'i'), new RegExp(joined('سيا', 'دة')), new RegExp(joined('fron', 'ti[eè]re'), 'i'), new RegExp(joined('\\bbor', 'ders?\\b(?![-:]|_)')),
  new RegExp(joined('disp', 'uted'), 'i'), new RegExp(joined('Western ', 'Sahara'), 'i'), new RegExp(joined('Sahara ', 'occidental'), 'i'), new RegExp(joined('الصحراء ', 'الغربية')), new RegExp(joined('عمدة ', 'السمارة')),
  /\b(TODO|FIXME|lorem)\b/i, /[\u0660-\u0669\u06f0-\u06f9]/,
];

describe('words that stay out of the product', () => {
  it('reads something', () => { expect(texts.length).toBeGreaterThan(30); });
  it.each(FORBIDDEN.map((pattern) => [pattern.source, pattern] as const))('%s', (_, pattern) => {
    for (const [file, text] of texts) {
      // In style sheets "border" is a line around a box.
      const shown = file.endsWith('.mjml') ? text.replace(/border[-\w]*\s*[:=]/g, '') : text;
      expect(pattern.test(shown), file).toBe(false);
    }
  });
});
