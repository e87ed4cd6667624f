import type { Viewer } from './viewer.js';

export const SESSION_COOKIE = '__Host-tawama';

/** What the door asks about a cookie; the feature `access` answers. */
export abstract class Sessions {
  /** @returns the account behind a session token, or null when the session is unknown, over, or its account is inactive */
  abstract viewerOf(token: string): Promise<Viewer | null>;
}

/** The session token of a Cookie header. With two of the same name the browser's first, most specific one counts. */
export function sessionToken(cookieHeader: string | undefined): string | undefined {
  for (const pair of (cookieHeader ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === SESSION_COOKIE) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * The cookie that carries a session, or ends one.
 * @param maxAgeSeconds how long the browser keeps it; absent: until it closes; 0: removes it
 */
export function sessionCookie(token: string, maxAgeSeconds?: number): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${SESSION_COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Lax${age}`;
}
