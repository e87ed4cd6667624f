import { parseMail } from '@tawama/testkit';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepMail, keptBytes, mailBytes, type MailParts } from './mail-parts.js';

const HEAD = 'From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b1"';
const words = fc.string({ unit: 'binary', maxLength: 400 });
const mails = fc.record({ head: fc.constant(HEAD), boundary: fc.constant('b1'), text: words, html: words });

it('gives back the very bytes it was made from, whatever the words', () => {
  fc.assert(fc.property(mails, (parts: MailParts) => { expect(keptBytes(keepMail(parts)).equals(mailBytes(parts))).toBe(true); }), { numRuns: 2_000 });
});

it('leaves alone what was kept as bytes', () => {
  const bytes = mailBytes({ head: HEAD, boundary: 'b1', text: 'x', html: 'y' });
  expect(keptBytes(bytes)).toBe(bytes);
});

it('keeps a page of markup in a fraction of its bytes', () => {
  const parts = { head: HEAD, boundary: 'b1', text: 'تذكير', html: '<td style="padding:0;font-family:sans-serif">خطوة</td>'.repeat(300) };
  expect(keepMail(parts).length * 20).toBeLessThan(mailBytes(parts).length);
});

it('is read back by another library as what it says', async () => {
  const parsed = await parseMail(keptBytes(keepMail({ head: HEAD, boundary: 'b1', text: 'نص\nثان', html: '<p>صفحة</p>' })));
  expect(parsed.text?.trim()).toBe('نص\nثان');
  expect(parsed.html).toBe('<p>صفحة</p>');
});
