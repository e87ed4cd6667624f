import { LANGUAGES } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { isolated } from './isolate.js';
import { renderMail, subjectOf, type MailInput, type StepsMail } from './index.js';
import { base, digestItems, item, samples } from './samples.fixture.js';

const every: [string, MailInput][] = LANGUAGES.flatMap((language) => Object.entries(samples(language)).map(([name, mail]) => [`${name} in ${language}`, mail] as [string, MailInput]));
const steps = (changes: Partial<StepsMail> = {}): StepsMail => ({ ...base('en'), kind: 'reminder', localDate: '2026-11-20', late: false, items: [item()], ...changes });
/** The words a reader sees. */
const visible = (html: string): string => html.replace(/<head>[\s\S]*?<\/head>|<!--[\s\S]*?-->/g, '').replace(/<\/?bdi[^>]*>/g, '').replace(/<[^>]+>/g, ' ').replace(/&#39;/g, "'").replace(/&amp;/g, '&').replace(/\s+/g, ' ');

describe.each(every)('%s', (_, mail) => {
  const { subject, html, text } = renderMail(mail);
  const rtl = mail.language === 'ar';

  it('leaves no blank open and says nothing undefined', () => {
    for (const part of [subject, text, visible(html)]) expect(part).not.toMatch(/[{}]|undefined|null|\[object/);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeGreaterThan(10);
  });
  it('has the subject that is put down with it before it is written', () => { if ('items' in mail) expect(subjectOf(mail)).toBe(subject); });
  it('has language and direction on html, body and every table and cell', () => {
    for (const [tag] of html.matchAll(/<(?:html|body|table|td)\b[^>]*>/g)) {
      expect(tag).toContain(`dir="${rtl ? 'rtl' : 'ltr'}"`);
      expect(tag).toContain(`lang="${mail.language}"`);
    }
    expect(html).not.toContain(`direction:${rtl ? 'ltr' : 'rtl'}`);
  });
  it('fetches nothing from anywhere and runs nothing', () => {
    expect(html).not.toMatch(/<img|<script|<link|<iframe|@import|url\(|\bsrc=|\son\w+=/i);
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https:\/\/club\.example\//);
  });
  it('is well-formed: every tag it opens is closed', () => {
    const open: string[] = [];
    for (const [tag, slash, name = ''] of html.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?>/gi)) {
      if (/^(meta|br|img|hr)$/i.test(name) || tag.endsWith('/>')) continue;
      if (!slash) open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
  it('puts each address alone on its line in the plain text', () => {
    for (const line of text.split('\n')) if (line.includes('http')) expect(line).toMatch(/^https:\/\/\S+$/);
  });
  it('says the same in plain text and HTML', () => {
    const shown = visible(html);
    for (const line of text.replace(/[\u2066-\u2069]/g, '').split('\n')) if (line.startsWith('http')) expect(html).toContain(`href="${line}"`);
    else for (const word of line.split(/[\s()•·.]+/)) if (word.length > 3 && word !== '--') expect(shown).toContain(word);
  });
  it('names the reason and a way to answer', () => {
    expect(text).toContain('coordinator@smara.example');
    expect(text).toMatch(/توصلتم بهذه الرسالة|Vous recevez ce courriel|You receive this mail/);
  });
  it('isolates every name in Arabic, and balances the marks', () => {
    expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
    if (rtl) {
      expect(text).toContain(isolated(mail.recipient.name));
      expect(html).toContain(`<bdi dir="auto">${mail.recipient.name}</bdi>`);
    }
    expect(html).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe('mails about steps', () => {
  it('keep the subject of one step whatever the day', () => {
    const subjects = [['d-7', 7], ['d0', 0], ['d+3', -3]].map(([rung, daysLeft]) => renderMail(steps({ items: [item({ rung: String(rung), daysLeft: Number(daysLeft) })] })).subject);
    expect(new Set(subjects)).toEqual(new Set(['Reminder: Focal points named on both sides – Twinning agreement between Smara and Vijayawada']));
  });
  it('group a digest by agreement, late first', () => {
    const { text, subject } = renderMail(steps({ items: digestItems(), localDate: '2026-11-23' }));
    const order = ['Draft twinning agreement between Smara and Dakar', 'Visa of the governor', 'Twinning agreement between Smara and Vijayawada', 'Focal points named', 'Joint follow-up committee'].map((words) => text.indexOf(words));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(text.match(/Twinning agreement between Smara and Vijayawada/g)).toHaveLength(1);
    expect(subject).toBe('3 steps to follow up – Monday, 23 November 2026');
  });
  it('give each item its own link, one for a single step', () => {
    const one = renderMail(steps());
    expect(one.html.match(/href="[^"]*milestones/g)).toHaveLength(1);
    const many = renderMail(steps({ items: digestItems() }));
    expect(many.html.match(/href="[^"]*milestones/g)).toHaveLength(3);
    expect(many.html).toContain('href="https://club.example/"');
  });
  it('ask a partner, who has no account, to reply', () => {
    for (const language of LANGUAGES) {
      const partner = samples(language)['partner'];
      if (!partner) throw new Error('no sample');
      const { html, text } = renderMail(partner);
      expect(html).not.toContain('href=');
      expect(text).not.toContain('http');
      expect(text).toMatch(/الرد على هذه الرسالة|répondre à ce courriel|reply to this mail/);
      expect(text).not.toMatch(/dashboard|tableau de bord|لوحة القيادة|sign in|connecter/i);
    }
  });
  it('say that they are late, and how a digest of Mondays is called', () => {
    expect(renderMail(steps({ late: true })).text).toContain('delayed it');
    expect(renderMail(steps()).text).not.toContain('delayed it');
    expect(renderMail(steps({ items: digestItems().map((one) => ({ ...one, rung: 'digest-1' })) })).subject).toMatch(/^Weekly summary: 3 steps/);
    expect(renderMail({ ...steps({ items: digestItems() }), language: 'ar', kind: 'catchUp' }).subject).toBe('استدراك بعد انقطاع: 3 محطات – الجمعة، 20 نونبر 2026');
  });
  it('that somebody approved are referred only above the coordinator, and behind schedule only where they are', () => {
    const subject = (kind: 'reminder' | 'escalation', role: 'owner' | 'president', daysLeft: number, count = 3) => renderMail(steps({ kind, items: digestItems().slice(0, count).map((one) => ({ ...one, role, daysLeft })) })).subject;
    for (const count of [1, 3]) for (const days of [-3, 5]) expect(subject('escalation', 'owner', days, count)).toBe(subject('reminder', 'owner', days, count));
    expect(subject('escalation', 'president', -3)).toMatch(/^For your attention: 3 steps behind schedule/);
    expect(subject('escalation', 'president', 5)).not.toMatch(/behind schedule/);
    expect(subject('escalation', 'president', 5, 1)).toMatch(/^For your attention: /);
  });
  it('fall back to another language for a missing title, and name the city where the agreement does not', () => {
    const { text } = renderMail(steps({ items: [item({ title: { ar: 'تعيين', fr: null, en: null }, agreementTitle: { ar: null, fr: null, en: 'Twinning no. 7' } })] }));
    expect(text).toContain(isolated('تعيين'));
    expect(text).toContain('Twinning no. 7 (Vijayawada)');
  });
  it('refuse to be about nothing', () => { expect(() => renderMail(steps({ items: [] }))).toThrow('at least one'); });
  it('are the same bytes for the same input', () => { expect(renderMail(steps({ items: digestItems() }))).toEqual(renderMail(steps({ items: digestItems() }))); });
});

describe('hostile words', () => {
  const nasty = '</td><script>alert(1)</script>"\' {{link}} {{#items}} {name} $& \u202Eevil\u2066\r\nBcc: x@y.z\u0000';
  it.each(LANGUAGES)('stay words in %s', (language) => {
    const evil = { ar: nasty, fr: nasty, en: nasty };
    const mails: MailInput[] = [
      { ...base(language), clubName: evil, recipient: { name: nasty }, coordinator: { name: nasty, email: nasty }, kind: 'reminder', localDate: '2026-11-20', late: true, items: [item({ title: evil, agreementTitle: evil, cityName: evil, evidence: evil, ownerName: nasty, role: 'coordinator', url: 'javascript:alert(1)' })] },
      { ...base(language), clubName: evil, recipient: { name: nasty }, kind: 'invitation', link: 'https://club.example/a?b="><script>&c=\'', validHours: 1, accountEmail: nasty, invitedBy: nasty },
    ];
    for (const mail of mails) {
      const { subject, html, text } = renderMail(mail);
      expect(html).not.toMatch(/<script|<\/td><script|javascript:/i);
      expect(html).toContain('&lt;script&gt;');
      expect(subject).not.toMatch(/[\r\n\u0000\u202e\u2066]/);
      expect(text).not.toMatch(/[\r\u0000\u202e\u2066]/);
      expect(text.split('\n').some((line) => line.startsWith('Bcc:'))).toBe(false);
      expect(html).toContain('&#123;&#123;link&#125;&#125;');
      expect(subject.split('\u2068').length).toBe(subject.split('\u2069').length);
    }
  });
  it('a link that is no web address is refused for accounts', () => {
    expect(() => renderMail({ ...base('en'), kind: 'passwordReset', link: 'javascript:alert(1)', validHours: 1, accountEmail: 'a@b.c', invitedBy: null })).toThrow('link');
  });
});
