import { TestClient } from '../../test/client.js';
import { ACCOUNTS } from '../generate/europe.js';

/** The headers of somebody who has signed in. */
export async function signIn(url: string, who: Exclude<keyof typeof ACCOUNTS, 'password'>): Promise<Record<string, string>> {
  const client = new TestClient(url);
  const { status, text } = await client.signIn(ACCOUNTS[who], ACCOUNTS.password);
  if (status >= 300 || client.cookie === undefined) throw new Error(`${ACCOUNTS[who]} could not sign in: ${text}`);
  return { cookie: client.cookie, 'x-tawama': '1' };
}
