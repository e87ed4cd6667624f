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
  // Only objects wait their turn: a body may hold half a million numbers.
  const waiting: { value: object; path: string; depth: number }[] = [];
  const look = (inner: unknown, path: string, key: string | number, depth: number): void => {
    if (typeof inner === 'string') {
      if (UNSTORABLE.test(inner)) refuse(below(path, key), 'text/control-character');
    } else if (typeof inner === 'object' && inner !== null) {
      if (depth > DEEPEST) refuse(below(path, key), 'custom');
      waiting.push({ value: inner, path: below(path, key), depth });
    }
  };
  look(value, '', '', 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: here, path, depth } = next;
    if (Array.isArray(here)) {
      for (let place = 0; place < here.length; place += 1) look(here[place], path, place, depth + 1);
      continue;
    }
    for (const [key, inner] of Object.entries(here)) {
      if (UNSTORABLE.test(key)) refuse(path, 'text/control-character');
      look(inner, path, key, depth + 1);
    }
  }
}

const below = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

function refuse(path: string, code: string): never {
  throw new Refusal('request/invalid', { fields: [{ path: path.slice(0, 200), code }] });
}
