import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const own = (path: string): string => fileURLToPath(new URL(`src/providers/${path}`, import.meta.url));

/** Packages of the workspace are read from their sources, so the dashboard needs no build of theirs. */
export default defineConfig({
  plugins: [react()],
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    dedupe: ['react', 'react-dom', 'react-router', 'react-router-dom', '@tanstack/react-query'],
    // Two parts of react-admin's core in lighter form: they stand in the way of the first picture (infra/checks/bundle-budget.mjs).
    alias: [
      { find: /^\.\/adapters\/reactRouterProvider\.js$/, replacement: own('router.tsx') },
      { find: /^lodash\/isEqual\.js$/, replacement: own('is-equal.ts') },
    ],
  },
  build: { target: 'es2022', manifest: true, sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
});
