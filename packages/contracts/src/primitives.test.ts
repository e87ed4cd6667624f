import { describe, expect, it } from 'vitest';
import { line, prose } from './primitives.js';

/** What a screen shows as nothing: zero-width, joiners, a byte order mark, spaces of other scripts, fillers, a soft hyphen. */
const NOTHING = ['', ' ', '\n', '\u200b', '\u200c\u200d', '\ufeff', '\u2060', '\u00a0\u3000', '\u3164', '\u115f', '\u00ad', '\u180e', '\u2800', '\u202e', ' \u200b\u2066 \u200b'];

describe('a text of which nothing is seen', () => {
  it.each(NOTHING)('%j is none', (text) => {
    expect(prose(2000, 1).safeParse(text)).toMatchObject({ success: false, error: { issues: [{ code: 'too_small' }] } });
    expect(prose(2000).parse(text)).toBe('');
    if (!text.includes('\n')) expect(line(100).safeParse(text).success).toBe(false);
  });

  it('is not one in which nothing is only a part', () => {
    // Persian and Urdu names need the joiner that is not seen.
    expect(prose(2000, 1).parse(' می\u200cخواهم ')).toBe('می\u200cخواهم');
    expect(line().parse('\u202e1')).toBe('1');
    for (const text of ['.', '؟', '😀', 'é']) expect(prose(2000, 1).parse(text)).toBe(text);
  });
});
