import { createTestDatabase, redisServer, startRedis, type TestDatabase, type TestServer } from '@tawama/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../test/app.js';

const backends = [['postgres', true], ['redis', redisServer() !== undefined]] as const;
for (const [name, there] of backends) if (!there) console.warn(`SKIPPED: the queue board on ${name}, because this machine has none`);

describe.each(backends.filter(([, there]) => there))('the queue board on %s', (backend) => {
  let database: TestDatabase;
  let redis: TestServer | undefined;
  let app: TestApp;
  beforeAll(async () => {
    database = await createTestDatabase();
    redis = backend === 'redis' ? await startRedis() : undefined;
    app = await startTestApp({ databaseUrl: database.url, variables: { DEMO: 'true', ...(redis ? { REDIS_URL: redis.url } : {}) } });
  });
  afterAll(async () => {
    await app?.close();
    await redis?.stop();
    await database.drop();
  });

  const signIn = async (email: string): Promise<string> => {
    const answer = await fetch(`${app.url}/api/auth/login`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-tawama': '1' }, body: JSON.stringify({ email, password: 'tawama-demo' }) });
    expect(answer.status).toBe(200);
    return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  };
  const look = async (path: string, cookie = '') => fetch(`${app.url}/admin/queues${path}`, { headers: { cookie } });

  it('is for administrators only, and to look at only', async () => {
    expect((await look('')).status).toBe(401);
    expect((await look('/api/queues')).status).toBe(401);
    expect((await look('/api/queues', await signIn('council@smara.example'))).status).toBe(403);
    const queues = await look('/api/queues?activeQueue=work&page=1', await signIn('admin@smara.example'));
    expect(queues.status).toBe(200);
    expect(await queues.json()).toMatchObject({ queues: [{ name: 'work', readOnlyMode: true }] });
  });

  it('is a page whose every part is served and may be loaded, and that asks nobody else', async () => {
    const administrator = await signIn('admin@smara.example');
    const page = await look('', administrator);
    expect(page.headers.get('content-type')).toMatch(/html/);
    // Its addresses are relative to a <base>: a policy that forbids it leaves the page loading for ever.
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';.*frame-ancestors 'none'.*base-uri 'self'/);
    const html = await page.text();
    const base = /<base href="([^"]+)"/.exec(html)?.[1] ?? '';
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address).filter((address) => address !== base);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) {
      const url = new URL(part, new URL(base, app.url));
      expect(url.origin, part).toBe(new URL(app.url).origin);
      expect((await fetch(url, { headers: { cookie: administrator } })).status, part).toBe(200);
    }
  });
});
