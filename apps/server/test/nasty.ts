/** JSON Schema as far as the API document uses it. */
export interface Schema { type?: string | string[]; format?: string; pattern?: string; enum?: unknown[]; const?: unknown; properties?: Record<string, Schema>; required?: string[]; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]; minLength?: number; minimum?: number; minItems?: number; maxItems?: number }

/** Texts that have broken somebody's program: as path parameter, as query, as field. */
export const NASTY_TEXTS: readonly string[] = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', 'a\udc00b', '\ud83d\ude00', '\u202eevil', 'a\r\nBcc: x@y.example', '\u0007', '__proto__', 'constructor', 'hasOwnProperty', 'toString',
  "' OR 1=1 --", '"; DROP TABLE account; --', '%', '%%', '\\', '_', '{}', '[]', 'null', 'undefined', 'NaN', 'true', '0', '-1', '1e999', '9'.repeat(400), '1.5', '0x10', '２', '١٢',
  '2026-02-30', '0000-00-00', '9999-12-31', '-000001-01-01', '275760-09-14', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z', '+010000-01-01T00:00:00Z', '2026-01-01T00:00:00+99:99',
  '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 'not-a-uuid', '{00000000-0000-0000-0000-000000000001}', 'a@b', 'a@b.example,c@d.example', '<a@b.example>', '../../etc/passwd', 'Europe/Nowhere', 'EH', '<script>alert(1)</script>', '=1+1', 'P99999999D', 'x'.repeat(20_000),
];

/** Values of every wrong kind, for a field of a body. */
export const NASTY_VALUES: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e308, -1e308, 9_007_199_254_740_992, 2_147_483_648, [], [null], [[]], {}, { a: 1 }, { $ne: null }, ['x'], nested(20), nested(200), ...NASTY_TEXTS,
];

/** Whole bodies that are no JSON, or no JSON anybody expects. */
export const NASTY_BODIES: readonly string[] = [
  '', ' ', 'null', '[]', '"x"', '1', 'true', '{', '{"a":', '{"a":1,}', "{'a':1}", '{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}', '{"unknown":1}', '\u0000', '\ufeff{}', '{"a":1e999}', '{"\\ud800":"\\udc00"}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`, `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, JSON.stringify({ a: 'x'.repeat(1_000_000) }), JSON.stringify({ a: 'x'.repeat(1_100_000) }),
  `{${Array.from({ length: 5_000 }, (_, n) => `"k${n}":1`).join(',')}}`, '{"version":1,"version":2}',
];

export const NASTY_URLS: readonly string[] = ['%00', '%zz', '%', '%ff', '%c0%80', '%ed%a0%80', '..%2f..%2fetc', '%2e%2e', '.', 'a'.repeat(8_000), '%F0%9F%98%80', ';drop', 'a%0d%0aX-Evil:1'];

export const NASTY_TYPES: readonly string[] = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml', 'application/json; charset=utf-16', 'application/json-patch+json', 'json', '*/*', 'application/jsonx'];

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let n = 0; n < depth; n += 1) value = n % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A value that the schema most likely accepts; `idOf` gives the id of a record that exists, by the name of the field. */
export function sampleOf(schema: Schema | undefined, field: string, idOf: (field: string) => string): unknown {
  if (!schema) return undefined;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choice) return sampleOf(choice[0], field, idOf);
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object': return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sampleOf(inner, name, idOf)]));
    case 'array': return schema.maxItems === 0 ? [] : [sampleOf(schema.items, field, idOf)];
    case 'integer': case 'number': return Math.max(1, schema.minimum ?? 1);
    case 'boolean': return true;
    case 'string': return sampleText(schema, field, idOf);
    default: return null;
  }
}

function sampleText({ format, pattern, minLength = 0 }: Schema, field: string, idOf: (field: string) => string): string {
  if (format === 'uuid' || format === 'guid') return idOf(field);
  if (format === 'date') return '2026-03-01';
  if (format === 'date-time') return '2026-03-01T00:00:00Z';
  if (pattern === undefined) return 'x'.repeat(Math.max(1, minLength));
  const candidates = [`nasty${Math.floor(performance.now() * 1_000)}@club.example`, idOf(field), 'MA', 'MAD', '03-01', '09:00', 'P1D', '1', 'Africa/El_Aaiun', 'a-key', 'x'];
  return candidates.find((text) => new RegExp(pattern, 'u').test(text)) ?? 'x';
}
