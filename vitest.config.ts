import { defineConfig } from 'vitest/config';
import { withoutGuard } from './infra/checks/mutants.mjs';

// Packages are read from their sources, so a test never runs against a stale build. Without `module`: what a library offers to bundlers need not run in Node.
const resolve = { conditions: ['source', 'node', 'development|production'] };
const ssr = { resolve: { conditions: ['source', 'node', 'development|production'] } };
// infra/checks/mutate-guards.mjs asks what the tests say without one of the core's guards.
const plugins = process.env['WITHOUT_GUARD'] ? [withoutGuard(JSON.parse(process.env['WITHOUT_GUARD']))] : [];
const exclude = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve, ssr,
        test: { name: 'pure', sequence: { groupOrder: 0 }, testTimeout: 60_000, include: ['{packages,apps,infra}/**/*.test.{ts,tsx}'], exclude: [...exclude, '**/*.db.test.ts', '**/*.e2e.test.ts'] },
      },
      {
        resolve, ssr, plugins,
        test: {
          name: 'db', sequence: { groupOrder: 1 }, include: ['{packages,apps}/**/*.db.test.ts'], exclude,
          // Each file has databases of its own; reading the whole program anew for each took longer than its tests. What is spied on is given back.
          isolate: false, restoreMocks: true,
          globalSetup: ['apps/server/test/postgres.global.ts'], testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2,
        },
      },
      {
        resolve, ssr,
        test: {
          name: 'e2e', sequence: { groupOrder: 2 }, include: ['{apps,infra}/**/*.e2e.test.ts'], exclude,
          testTimeout: 600_000, hookTimeout: 300_000, fileParallelism: false,
        },
      },
      // Hours, not minutes: only where it is asked for (npm run soak).
      ...(process.env['SOAK'] ? [{ resolve, ssr, test: { name: 'soak', include: ['apps/**/*.soak.ts'], exclude, hookTimeout: 300_000, fileParallelism: false } }] : []),
    ],
  },
});
