/** What came back; `body` is the JSON object, or empty. */
export interface Answer { status: number; headers: Headers; body: Record<string, unknown>; text: string }

/** A browser as far as the API can tell: keeps the session cookie, sends the header and the JSON that the door asks for. */
export class TestClient {
  cookie: string | undefined;

  constructor(readonly url: string) {}

  async send(method: string, path: string, options: { body?: unknown; headers?: Record<string, string>; raw?: string } = {}): Promise<Answer> {
    const content = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
    const answer = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { 'x-tawama': '1' }),
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === undefined ? {} : { cookie: this.cookie }),
        ...options.headers,
      },
      ...(content === undefined ? {} : { body: content }),
    });
    const given = answer.headers.get('set-cookie');
    if (given !== null) this.cookie = given.split(';')[0];
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: objectOf(text), text };
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> { return this.send('GET', path, { headers }); }
  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> { return this.send('POST', path, { body, headers }); }
  patch(path: string, body: unknown, version?: unknown): Promise<Answer> { return this.send('PATCH', path, { body, headers: version === undefined ? {} : { 'if-match': `"${String(version)}"` } }); }
  signIn(email: string, password: string): Promise<Answer> { return this.post('/api/auth/login', { email, password }); }
}

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
  } catch {
    return {};
  }
}
