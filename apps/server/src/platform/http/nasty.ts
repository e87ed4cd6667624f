import { Refusal } from './refusal.js';

/** No record of ours is nested deeper; whoever sends more means harm to a recursive reader. */
const DEEPEST = 32;
const UNSTORABLE = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Refuses what no schema should have to think of: NUL and lone surrogates, which PostgreSQL cannot store, and nesting that would
 * exhaust a stack. Walks without recursion.
 * @throws Refusal `request/invalid` with the path
 */
export function refuseNasty(value: unknown): void {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: here, path, depth } = next;
    if (typeof here === 'string' && UNSTORABLE.test(here)) refuse(path, 'text/control-character');
    if (typeof here !== 'object' || here === null) continue;
    if (depth >= DEEPEST) refuse(path, 'custom');
    for (const [key, inner] of Object.entries(here)) {
      const innerPath = path === '' ? key : `${path}.${key}`;
      if (UNSTORABLE.test(key)) refuse(path, 'text/control-character');
      waiting.push({ value: inner, path: innerPath, depth: depth + 1 });
    }
  }
}

function refuse(path: string, code: string): never {
  throw new Refusal('request/invalid', { fields: [{ path: path.slice(0, 200), code }] });
}
