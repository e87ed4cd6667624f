import { readFileSync } from 'node:fs';
import { createTestDatabase, type TestDatabase } from '@tawama/testkit';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { Metrics } from '../../platform/http/health/metrics.js';

const read = (path: string) => readFileSync(new URL(`../../../../../infra/${path}`, import.meta.url), 'utf8');
/** Labels that Prometheus itself puts on every sample, and the bound of a bucket. */
const GIVEN_LABELS = ['job', 'instance', 'le'];

let database: TestDatabase;
let app: TestApp;
/** Metric → its type and its labels, as the running program has them. */
let shown: Map<string, { type: string; labels: string[] }>;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startTestApp({ databaseUrl: database.url });
  shown = metricsOf(app);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

function metricsOf(program: TestApp): typeof shown {
  return new Map(program.get(Metrics).registry.getMetricsAsArray().map((metric) => {
    const labels: unknown = 'labelNames' in metric ? metric.labelNames : [];
    return [metric.name, { type: String(metric.type), labels: z.array(z.string()).parse(labels) }];
  }));
}

/** The metric behind a name in an expression: a histogram is asked for by its parts. */
const metricBehind = (name: string) => shown.get(name) ?? (/_(bucket|sum|count)$/.test(name) ? histogram(name.replace(/_(bucket|sum|count)$/, '')) : undefined);
const histogram = (name: string) => (['histogram', 'summary'].includes(shown.get(name)?.type ?? '') ? shown.get(name) : undefined);

/** What an expression asks for that the program does not have; empty when all is there. */
function missingIn(expression: string): string[] {
  const names = [...new Set(expression.match(/\b(tawama_\w+|up)\b/g) ?? [])];
  const missing: string[] = names.length === 0 ? [`${expression}: no metric`] : names.filter((name) => name !== 'up' && !metricBehind(name));
  const known = (labels: readonly string[], label: string) => [...GIVEN_LABELS, ...labels].includes(label);
  for (const [, name = '', selectors = ''] of expression.matchAll(/\b(tawama_\w+)\{([^}]*)\}/g)) {
    for (const [, label = ''] of selectors.matchAll(/(\w+)\s*(?:=~|!=|!~|=)/g)) if (!known(metricBehind(name)?.labels ?? [], label)) missing.push(`${name}{${label}}`);
  }
  const ofAll = names.flatMap((name) => metricBehind(name)?.labels ?? []);
  for (const [, grouping = ''] of expression.matchAll(/\bby \(([^)]*)\)/g)) for (const label of grouping.split(',').map((text) => text.trim())) if (!known(ofAll, label)) missing.push(`by (${label})`);
  return missing;
}

describe('the documentation', () => {
  const rows = [...read('install/monitoring.md').matchAll(/^\| `(tawama_[\w*]+)` \| *(\w*) *\| *([^|]*?) *\| (.+) \|$/gm)]
    .map(([, name = '', type = '', labels = '', meaning = '']) => ({ name, type, labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label ?? ''), meaning }));
  const documented = (name: string) => rows.find((row) => row.name === name) ?? rows.find((row) => row.name.endsWith('*') && name.startsWith(row.name.slice(0, -1)));

  it('names nothing that is not there', () => {
    expect(rows.length).toBeGreaterThan(25);
    for (const { name } of rows) expect([...shown.keys()].some((metric) => (name.endsWith('*') ? metric.startsWith(name.slice(0, -1)) : metric === name)), name).toBe(true);
  });

  it('leaves nothing out, and gives type and labels as they are', () => {
    for (const [name, { type, labels }] of shown) {
      const row = documented(name);
      expect(row, name).toBeDefined();
      if (row && !row.name.endsWith('*')) expect({ name, type: row.type, labels: row.labels }).toEqual({ name, type, labels });
    }
  });

  it('keeps to the customs: base units, _total for what is counted', () => {
    for (const [name, { type }] of shown) {
      if (name.startsWith('tawama_nodejs_')) continue;
      expect(name.endsWith('_total'), name).toBe(type === 'counter');
      expect(name).not.toMatch(/_(ms|milliseconds|minutes|hours|days|kb|mb|percent)(_|$)/);
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    }
  });
});

describe('the alerts', () => {
  const rule = z.strictObject({
    alert: z.string().regex(/^Tawama[A-Z]\w+$/), expr: z.string(), for: z.string().regex(/^\d+[mh]$/).optional(),
    labels: z.strictObject({ severity: z.enum(['critical', 'warning']) }), annotations: z.strictObject({ summary: z.string().min(10), description: z.string().min(20) }),
  });
  const { groups } = z.strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })) }).parse(load(read('monitoring/alerts.yml')));
  const rules = groups.flatMap((group) => group.rules);

  it('have names of their own', () => expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length));
  it.each(rules.map((one) => [one.alert, one] as const))('%s asks for what is there', (_, { expr }) => expect(missingIn(expr)).toEqual([]));
  it('would notice a metric and a label that are not there', () => {
    expect(missingIn('rate(tawama_no_such_total[5m])')).toEqual(['tawama_no_such_total']);
    expect(missingIn('sum by (colour) (tawama_deliveries{shape="round"})')).toEqual(['tawama_deliveries{shape}', 'by (colour)']);
    expect(missingIn('tawama_reminders_due_bucket')).toEqual(['tawama_reminders_due_bucket']);
  });
});

describe('the dashboard', () => {
  const target = z.looseObject({ expr: z.string(), refId: z.string(), datasource: z.object({ type: z.literal('prometheus'), uid: z.literal('${datasource}') }) });
  const place = z.strictObject({ x: z.int(), y: z.int(), w: z.int(), h: z.int() });
  const panel = z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('row'), id: z.int(), title: z.string(), gridPos: place }),
    ...(['stat', 'timeseries', 'table'] as const).map((type) => z.looseObject({
      type: z.literal(type), id: z.int(), title: z.string().min(2), description: z.string().min(10), gridPos: place, targets: z.array(target).min(1), fieldConfig: z.object({ defaults: z.looseObject({ unit: z.string().min(1) }) }),
    })),
  ]);
  const dashboard = z.looseObject({
    uid: z.literal('tawama'), title: z.string(), schemaVersion: z.int().min(36), panels: z.array(panel),
    templating: z.object({ list: z.array(z.looseObject({ name: z.string(), type: z.string(), query: z.unknown() })) }),
  }).parse(JSON.parse(read('monitoring/grafana-dashboard.json')));
  const expressions = dashboard.panels.flatMap((one) => (one.type === 'row' ? [] : one.targets.map(({ expr }) => [`${one.title}: ${expr}`, expr] as const)));

  it('lets the reader choose the data source', () => expect(dashboard.templating.list).toContainEqual(expect.objectContaining({ name: 'datasource', type: 'datasource', query: 'prometheus' })));
  it('has panels with ids of their own that lie beside each other', () => {
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) => Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`));
    expect(new Set(cells).size).toBe(cells.length);
  });
  it.each(expressions)('%s', (_, expr) => expect(missingIn(expr)).toEqual([]));
  it('shows every figure of ours that is documented', () => {
    const all = expressions.map(([, expr]) => expr).join('\n');
    for (const [name, { type }] of shown) if (!/^tawama_(process|nodejs)_/.test(name)) expect(all, name).toMatch(new RegExp(`\\b${name}${type === 'histogram' ? '_(bucket|count)' : ''}\\b`));
  });
});

it.each(['api', 'worker'] as const)('a process that is only %s shows the same metrics', async (role) => {
  const other = await startTestApp({ databaseUrl: database.url, variables: { ROLE: role } });
  try {
    expect([...metricsOf(other).keys()].sort()).toEqual([...shown.keys()].sort());
    const text = await (await fetch(`${other.url}/metrics`)).text();
    expect(text).toContain(`role="${role}"} 1`);
    expect(text).toMatch(/^tawama_reminders_due 0$/m);
  } finally {
    await other.close();
  }
});
