import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMailGround, type MailGround } from '../../../test/mail-ground.js';
import type { Viewer } from '../../platform/http/viewer.js';

let all: MailGround;
let ground: MailGround['ground'];
let sink: MailGround['sink'];
let office: MailGround['office'];
let agreementId: MailGround['agreementId'];
let milestoneIds: MailGround['milestoneIds'];
let mail: MailGround['mail'];
let row: MailGround['row'];
let admin: Viewer;

beforeEach(async () => {
  all = await openMailGround();
  ({ ground, sink, office, agreementId, milestoneIds, mail, row } = all);
  admin = await ground.viewer('administrator');
});
afterEach(() => all.close());

describe('headers', () => {
  const lint = (raw: string) => {
    expect(raw).not.toMatch(/[^\r]\n/);
    expect(raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 998)).toBe(true);
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).toMatch(/^[\x00-\x7f]*$/);
  };

  it.each(['ar', 'fr', 'en'] as const)('are right in %s for one step and for several', async (language) => {
    const one = await mail(undefined, 1, language);
    const several = await mail(undefined, 2, language);
    await office.sender.drain();
    const of = (id: string) => sink.received.find(({ messageId }) => messageId === `<d-${id}@smara.example>`);
    for (const got of [of(one), of(several)]) {
      lint(got?.raw ?? '');
      const headers = got?.parsed.headers;
      expect(headers?.get('auto-submitted')).toBe('auto-generated');
      expect(headers?.get('x-auto-response-suppress')).toBe('All');
      expect(got?.parsed.from?.value).toEqual([{ name: 'Club', address: 'club@smara.example' }]);
      expect(got?.parsed.replyTo?.value).toEqual([{ name: 'Amal', address: 'amal@example.org' }]);
      expect(got?.parsed.to).toMatchObject({ value: [{ name: 'Jean, "le" Maire' }] });
      expect(got?.to).toHaveLength(1);
      expect(got?.parsed.subject).toBeTruthy();
      expect(got?.parsed.text?.length).toBeGreaterThan(80);
      expect(got?.parsed.html).toContain(`lang="${language}"`);
      expect(got?.parsed.html).toContain(language === 'ar' ? 'dir="rtl"' : 'dir="ltr"');
      expect(got?.parsed.html).not.toMatch(/<img|https?:\/\/(?!localhost|www\.w3\.org)/);
      expect(got?.raw).toMatch(/^List-Unsubscribe: <mailto:amal@example\.org\?subject=unsubscribe%20[0-9a-f-]+>/im);
    }
    expect(of(one)?.parsed.references).toBe(`<ms-${milestoneIds[0]}@smara.example>`);
    expect(of(one)?.parsed.headers.get('list')).toMatchObject({ id: { name: `agreement-${agreementId}.smara.example` } });
    expect(of(several)?.parsed.references).toMatch(/^<p-.*@smara\.example>$/);
    expect(of(several)?.parsed.headers.get('list')).toMatchObject({ id: { name: 'club.smara.example' } });
  });

  it.each(['ar', 'fr', 'en'] as const)('are right in %s for every other kind', async (language) => {
    const kinds = ['catchUp', 'escalation', 'invitation', 'passwordReset', 'firstAdministrator', 'test'];
    const ids: string[] = [];
    for (const kind of kinds) {
      const id = await mail(undefined, 2, language);
      const [link] = await ground.test.query<{ id: string }>(`INSERT INTO one_time_link (account_id, purpose, expires_at) VALUES ($1, 'invitation', club_now() + interval '7 days') RETURNING id`, [admin.accountId]);
      await ground.test.query('UPDATE delivery SET kind = $2, link_id = $3 WHERE id = $1', [id, kind, ['catchUp', 'escalation', 'test'].includes(kind) ? null : link?.id]);
      ids.push(id);
    }
    await office.sender.drain();
    expect(sink.received).toHaveLength(kinds.length);
    for (const [n, id] of ids.entries()) {
      const got = sink.received.find(({ messageId }) => messageId === `<d-${id}@smara.example>`);
      lint(got?.raw ?? '');
      expect(got?.parsed.headers.get('auto-submitted')).toBe('auto-generated');
      expect(got?.parsed.html).toContain(`lang="${language}"`);
      expect(Boolean(got?.parsed.headers.get('list'))).toBe(n < 2);
    }
  });

  it('never turn a hostile name or address into another recipient', async () => {
    await mail('victim@example.org\r\nRCPT TO:<other@example.org>').then((id) => office.sender.drain().then(async () => expect(await row(id)).toMatchObject({ state: 'failed' })));
    expect(sink.received).toHaveLength(0);
  });
});
