import { parseMail, startSmtpSink } from '@tawama/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeMail } from './compose.js';
import { mailBytes } from './mail-parts.js';
import { mailCheck } from './mail-check.js';
import { mailbox, oneLine, readMailbox } from './mailbox.js';
import { readParts } from './read-parts.js';
import { pauseAfter, verdictOf } from './retries.js';

describe('a mailbox', () => {
  it.each([
    'a@example.org\r\nRCPT TO:<b@example.org>', 'a@example.org, b@example.org', '"a b"@example.org', '<a@example.org>', 'a@example.org\u0000', 'a@@example.org', 'a', '', 'a@-x.org', 'a@example.org;b@example.org', 'نادي@example.org',
  ])('is not %j', (address) => expect(mailbox('Name', address)).toBeUndefined());

  it('is read from a setting', () => {
    expect(readMailbox('club@localhost')).toEqual({ name: '', address: 'club@localhost' });
    expect(readMailbox('"The Club" <Club@Example.org>')).toEqual({ name: 'The Club', address: 'club@example.org' });
    expect(() => readMailbox('The Club')).toThrow('is no mail address');
  });

  it('shows a name on one line, without controls', () => {
    expect(oneLine('A\r\nBcc: b@example.org\u202e\u2066x\u0000')).toBe('A Bcc: b@example.orgx');
  });
});

it('a mail composed twice is the same, byte for byte, and another one is told apart', () => {
  const message = {
    from: { name: 'Club', address: 'club@example.org' }, to: { name: 'A', address: 'a@example.org' }, replyTo: null, messageId: '<d-1@example.org>', references: null, list: null, unsubscribe: null,
    date: new Date('2026-01-26T08:00:00Z'), subject: 'x', text: 'text', html: '<p>text</p>',
  };
  const boundary = (bytes: Buffer): string | undefined => /boundary="([^"]+)"/.exec(bytes.toString())?.[1];
  const [one, again, other] = [message, message, { ...message, messageId: '<d-2@example.org>' }].map((mail) => mailBytes(composeMail(mail))) as [Buffer, Buffer, Buffer];
  expect(again.equals(one)).toBe(true);
  expect(boundary(one)).toBeDefined();
  expect(boundary(other)).not.toBe(boundary(one));
});

it('the parts of a composed mail are read back as they were, by us and by another library, whatever the text', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 60 }), async (text, name) => {
    const shown = text.replace(/[\r\u0000]/g, '').replace(/[\ud800-\udfff]/g, '');
    const bytes = mailBytes(composeMail({
      from: { name: 'نادي', address: 'club@example.org' }, to: { name: oneLine(name).replace(/[\ud800-\udfff]/g, ''), address: 'a@example.org' }, replyTo: null, messageId: '<d-1@example.org>',
      references: null, list: null, unsubscribe: null, date: new Date(0), subject: `About ${oneLine(name).replace(/[\ud800-\udfff]/g, '')}`, text: `${shown}\nثلاثاء`, html: `<p>${shown}</p>`,
    }));
    expect(bytes.toString('latin1')).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect((bytes.toString('latin1').match(/^(to|from|subject|bcc|cc):/gim) ?? []).map((header) => header.toLowerCase()).sort()).toEqual(['from:', 'subject:', 'to:']);
    expect(readParts(bytes).text.trimEnd()).toBe(`${shown}\nثلاثاء`.trimEnd());
    expect(readParts(bytes).html.trimEnd()).toBe(`<p>${shown}</p>`.trimEnd());
    const parsed = await parseMail(bytes, { skipTextToHtml: true });
    expect(parsed.text?.trimEnd()).toBe(`${shown}\nثلاثاء`.trimEnd());
    expect(parsed.html).toBe(`<p>${shown}</p>`);
    expect(parsed.from?.value[0]?.name).toBe('نادي');
  }), { numRuns: 25 });
}, 30_000);

describe('trying again', () => {
  it('comes after 1, 5, 15, 60 minutes, then hourly, a tenth around that', () => {
    expect([1, 2, 3, 4, 5, 40].map((tries) => pauseAfter(tries, 0.5) / 60_000)).toEqual([1, 5, 15, 60, 60, 60]);
    expect([pauseAfter(1, 0), pauseAfter(1, 1)]).toEqual([54_000, 66_000]);
  });

  it.each([
    [250, null, 'sent'], [451, null, 'later'], [450, '4.2.0', 'later'], [421, null, 'pauseDomain'], [550, '5.1.1', 'badAddress'], [550, null, 'badAddress'], [553, null, 'badAddress'],
    [552, '5.2.2', 'refused'], [550, '5.7.1', 'refused'], [554, null, 'refused'],
  ] as const)('%i %s means %s', (code, enhanced, verdict) => expect(verdictOf(code, enhanced)).toBe(verdict));
});

it('says how the mail server does', async () => {
  expect(await mailCheck(undefined)()).toEqual({ status: 'outboxOnly' });
  const sink = await startSmtpSink();
  expect(await mailCheck(sink.url)()).toEqual({ status: 'ok' });
  await sink.close();
  expect(await mailCheck(sink.url)()).toEqual({ status: 'degraded' });
});
