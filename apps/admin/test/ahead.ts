/** What a club sees once in years, brought about so that its screens can be looked at. */
export interface Ahead {
  /** an agreement whose reminders are started and whose template has a newer version that changes, adds and leaves out steps */
  moving: string;
  /** an agreement in its renewal window */
  renewing: string;
}

interface Step { key: string; number: string; due: unknown; title: object }

/** @param url of a running demo club, @throws Error with the answer where something is refused */
export async function bringAhead(url: string): Promise<Ahead> {
  const headers: Record<string, string> = { 'x-tawama': '1', 'content-type': 'application/json' };
  const login = await fetch(`${url}/api/auth/login`, { method: 'POST', headers, body: JSON.stringify({ email: 'admin@smara.example', password: 'tawama-demo' }) });
  headers['cookie'] = login.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const call = async <T>(method: string, path: string, body?: unknown, revision?: number): Promise<T> => {
    const answer = await fetch(`${url}/api/${path}`, { method, headers: { ...headers, ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return await answer.json() as T;
  };
  const agreement = async (q: string): Promise<{ id: string; version: number }> => {
    const [found] = (await call<{ data: { id: string; version: number }[] }>('GET', `agreements?q=${encodeURIComponent(q)}`)).data;
    if (!found) throw new Error(`no agreement with ${q}`);
    return found;
  };
  await publishNewer(call);
  const renewing = await agreement('Brikama');
  await call('POST', `agreements/${renewing.id}/record-event`, { version: renewing.version, event: 'expiry', on: '2026-06-30' });
  return { moving: (await agreement('Banjul')).id, renewing: renewing.id };
}

/** The next version of `already-signed`: the committee has more time, the funding plan is gone, a press note is new. */
async function publishNewer(call: <T>(method: string, path: string, body?: unknown, revision?: number) => Promise<T>): Promise<void> {
  const draft = await call<{ version: number; milestones: Step[] }>('POST', 'templates/already-signed/versions', { copyOf: 2 });
  const later = { 'first-action': { rule: 'offset', from: { event: 'inForce' }, days: 210 }, 'action-plan': { rule: 'offset', from: { event: 'inForce' }, days: 120 } } as const;
  const milestones = draft.milestones.filter(({ key }) => key !== 'funding-plan').map((step) => (step.key === 'first-action' || step.key === 'action-plan' ? { ...step, due: later[step.key] } : step));
  const first = milestones.find(({ key }) => key === 'first-action');
  const pressNote = { ...first, key: 'press-note', number: '4.9', title: { ar: 'بلاغ صحفي حول التوأمة', fr: 'Communiqué de presse sur le jumelage', en: 'Press note about the twinning' }, due: { rule: 'offset', from: { event: 'inForce' }, days: 150 }, produces: [] };
  await call('PATCH', `templates/already-signed/versions/${draft.version}`, { milestones: [...milestones, pressNote] }, 1);
  await call('POST', `templates/already-signed/versions/${draft.version}/publish`, {});
}
