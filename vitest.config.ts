import { defineConfig } from 'vitest/config';

// Packages are read from their sources, so a test never runs against a stale build.
const resolve = { conditions: ['source', 'module', 'node', 'development|production'] };
const ssr = { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } };
const exclude = ['**/node_modules/**', '**/dist/**'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve, ssr,
        test: { name: 'pure', include: ['{packages,apps,infra}/**/*.test.{ts,tsx}'], exclude: [...exclude, '**/*.db.test.ts', '**/*.e2e.test.ts'] },
      },
      {
        resolve, ssr,
        test: {
          name: 'db', include: ['{packages,apps}/**/*.db.test.ts'], exclude,
          globalSetup: ['apps/server/test/postgres.global.ts'], testTimeout: 30_000, hookTimeout: 60_000, maxWorkers: 2,
        },
      },
      {
        resolve, ssr,
        test: {
          name: 'e2e', include: ['{apps,infra}/**/*.e2e.test.ts'], exclude,
          testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false,
        },
      },
    ],
  },
});
