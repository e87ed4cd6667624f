import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { table, weighFolder, weighPages } from './bundle-budget.mjs';

const dist = fileURLToPath(new URL('../../apps/admin/dist', import.meta.url));

describe('the weight of the first pictures', () => {
  it('counts every chunk that a page needs once, and what a further screen adds', () => {
    const manifest = {
      'index.html': { file: 'a.js', imports: ['_shared.js'] },
      '_shared.js': { file: 'shared.js' },
      'src/start-dashboard.tsx': { file: 'b.js', imports: ['_shared.js', 'index.html'], isDynamicEntry: true },
      'src/agreements/AgreementList.tsx': { file: 'c.js', imports: ['_shared.js'], isDynamicEntry: true },
      'src/calendar/CalendarPage.tsx': { file: 'd.js', imports: ['_shared.js', 'src/agreements/AgreementList.tsx'], isDynamicEntry: true },
      '../../packages/messages/src/screens/ar/first.ts': { file: 'ar.js', isDynamicEntry: true },
    };
    const rows = weighPages(manifest, () => 10_000);
    expect(rows.map(({ page, kb }) => [page, kb])).toEqual([['sign-in', 20], ['shell', 40], ['first list', 50], ['+ calendar/CalendarPage.tsx', 10]]);
    expect(table([{ page: 'x', kb: 81, budget: 80 }])).toContain('TOO HEAVY');
  });
  it.skipIf(!existsSync(`${dist}/.vite/manifest.json`))('keeps the dashboard that was built within its budgets', () => {
    expect(weighFolder(dist).filter(({ kb, budget }) => kb > budget).map(({ page, kb }) => `${page}: ${kb.toFixed(1)} KB`)).toEqual([]);
  });
});
