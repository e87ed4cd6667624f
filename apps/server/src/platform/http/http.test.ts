import { BadRequestException, NotFoundException } from '@nestjs/common';
import { agreementCreate, ERROR_CODES, login, ROUTES } from '@tawama/contracts';
import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.js';
import { versionOf } from './if-match.js';
import { preferredLanguage } from './languages.js';
import { problemOf, refusalOf } from './problem.js';
import { Refusal, unwrap } from './refusal.js';
import { allowedMethods, differences, policyOf } from './route-table.js';
import { sessionCookie, sessionToken } from './sessions.js';
import { fieldsOf } from './validation.js';

const codeOf = (work: () => unknown): string => { try { work(); return 'done'; } catch (error) { return error instanceof Refusal ? error.code : String(error); } };
const issuesOf = (schema: { safeParse(value: unknown): { success: boolean; error?: { issues: { message: string; path: PropertyKey[] }[] } } }, value: unknown) => fieldsOf(schema.safeParse(value).error?.issues ?? []).map(({ path, code }) => ({ path, code }));

describe('the reader\'s language', () => {
  it.each([
    ['fr', 'fr'], ['fr-MA, ar;q=0.9', 'fr'], ['de;q=1, en;q=0.3, ar;q=0.2', 'en'], ['ar;q=0, fr;q=0.1', 'fr'], ['*', 'ar'], [undefined, 'ar'], ['free', 'ar'], ['EN-us', 'en'], [';;q=,', 'ar'],
  ])('of %o is %s', (header, language) => expect(preferredLanguage(header)).toBe(language));
  it('is otherwise the account\'s', () => expect(preferredLanguage('de', 'fr')).toBe('fr'));
});

describe('If-Match', () => {
  it.each([['"3"', 3], ['"12"', 12], [' "1" ', 1]])('%s is a version', (header, version) => expect(versionOf(header)).toBe(version));
  it.each([undefined])('absent is 428', (header) => expect(codeOf(() => versionOf(header))).toBe('request/version-required'));
  it.each(['', '*', '1', '"1', '1"', 'W/"1"', '"0"', '-1', '1.5', '"a"', '"1", "2"', '99999999999'])('%o is 400', (header) => expect(codeOf(() => versionOf(header))).toBe('request/invalid'));
});

describe('a body as one text', () => {
  it('is the same in whatever order its keys come', () => {
    expect(canonical(JSON.parse('{"b":[{"y":1,"x":null}],"10":2,"a":"é"}'))).toBe(canonical(JSON.parse('{"a":"é","10":2,"b":[{"x":null,"y":1}]}')));
  });
  it('is another for another body', () => {
    const bodies = ['null', '[]', '{}', '[1,2]', '[2,1]', '{"a":1}', '{"a":"1"}', '{"a":[["b",1]]}', '{"a":{"b":1}}', '{"a":{},"b":1}', '{"of":[["a",1]]}', '[["a",1]]'];
    expect(new Set(bodies.map((body) => canonical(JSON.parse(body)))).size).toBe(bodies.length);
  });
});

describe('what is wrong with a body', () => {
  it('is named by path and code', () => {
    expect(issuesOf(login, { email: 'x', extra: 1 })).toEqual([{ path: 'email', code: 'invalid_format' }, { path: 'password', code: 'required' }, { path: 'extra', code: 'unrecognized_keys' }]);
    expect(issuesOf(agreementCreate, { templateKey: 'twinning', homeCityId: crypto.randomUUID(), partnerCityIds: ['x'], events: { opened: '1800-01-01' } })).toEqual([{ path: 'partnerCityIds.0', code: expect.any(String) }, { path: 'events.opened', code: 'date/out-of-range' }]);
  });
  it('is told of a parameter by its name', () => expect(fieldsOf([{ message: 'Invalid', path: [] }], 'id')[0]?.path).toBe('id'));
  it('is told of a hundred fields, no more', () => expect(fieldsOf(Array.from({ length: 5_000 }, () => ({ message: 'x' })))).toHaveLength(100));
});

describe('whatever is thrown', () => {
  it.each([
    [new Refusal('record/stale'), 'record/stale'], [new NotFoundException(), 'request/not-found'], [new BadRequestException(), 'request/invalid'],
    [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'service/unavailable'], [new Error('Connection terminated unexpectedly'), 'service/unavailable'],
    [Object.assign(new Error('x'), { code: '22021' }), 'request/invalid'], [Object.assign(new Error('x'), { code: '22003' }), 'request/invalid'], [Object.assign(new Error('x'), { code: '40P01' }), 'service/unavailable'], [Object.assign(new Error('x'), { code: '23505', constraint: 'k' }), 'record/duplicate'],
    [Object.assign(new SyntaxError('x'), { statusCode: 400 }), 'request/malformed-json'], [Object.assign(new Error('x'), { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }), 'request/too-large'],
    [new Error('secret detail'), 'service/unexpected'], ['a text', 'service/unexpected'], [undefined, 'service/unexpected'],
  ])('%s becomes %s', (error, code) => expect(refusalOf(error).code).toBe(code));

  it('tells nothing of its inside', () => expect(JSON.stringify(problemOf(refusalOf(new Error('secret detail')), 'en'))).not.toContain('secret'));

  it('speaks three languages, whatever the code', () => {
    for (const code of ERROR_CODES) for (const language of ['ar', 'fr', 'en'] as const) {
      const problem = problemOf(new Refusal(code, { fields: [{ path: 'a', code }] }), language);
      expect(problem.detail).not.toBe('');
      expect(problem.errors?.[0]?.message).toBe(problem.detail);
    }
  });

  it('keeps the field a rule names', () => {
    expect(unwrap({ ok: true, value: 1 })).toBe(1);
    try { unwrap({ ok: false, code: 'event/in-the-future', path: 'on' }); } catch (error) { expect(refusalOf(error).detail.fields).toEqual([{ path: 'on', code: 'event/in-the-future' }]); }
  });
});

describe('the route table', () => {
  it('lets nobody through a route it does not know', () => {
    expect(policyOf('GET', '/api/secret')).toBeUndefined();
    expect(policyOf('PUT', '/api/users/:id')).toBeUndefined();
    expect(policyOf('GET', '/api/docsy')).toBeUndefined();
  });
  it('asks of HEAD what it asks of GET, and of a plugin\'s pages what it asks of the first', () => {
    expect(policyOf('HEAD', '/api/users')).toBe('user.manage');
    expect(policyOf('PUT', '/admin/queues/api/queues/:queueName/clean')).toBe('job.manage');
    expect(policyOf('GET', '/*')).toBe('public');
  });
  it('shows what differs, both ways', () => {
    const all = new Set<string>(Object.keys(ROUTES));
    expect(differences(all)).toEqual({ undeclared: [], unserved: [] });
    all.delete('GET /api/users');
    all.add('GET /api/secret');
    expect(differences(all)).toEqual({ undeclared: ['GET /api/secret'], unserved: ['GET /api/users'] });
  });
  it('knows which methods an address answers', () => {
    expect(allowedMethods('/api/users/1?x=1')).toEqual(['GET', 'PATCH']);
    expect(allowedMethods('/api/openapi.json')).toEqual(['GET']);
    expect(allowedMethods('/api/openapiXjson')).toEqual([]);
  });
});

describe('the session cookie', () => {
  it('is found among others, the first of its name', () => {
    expect(sessionToken('a=b; __Host-tawama=x=y ; __Host-tawama=z')).toBe('x=y');
    expect(sessionToken('__Host-tawama-not=1')).toBeUndefined();
    expect(sessionToken(undefined)).toBeUndefined();
  });
  it('is taken back', () => expect(sessionCookie('', 0)).toBe('__Host-tawama=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0'));
});
