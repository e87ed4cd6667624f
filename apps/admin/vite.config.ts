import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Packages of the workspace are read from their sources, so the dashboard needs no build of theirs. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'], dedupe: ['react', 'react-dom', 'react-router', 'react-router-dom', '@tanstack/react-query'] },
  build: { target: 'es2022', manifest: true, sourcemap: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
});
