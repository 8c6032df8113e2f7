import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** GraphiQL with its editor is ten times the page: a build of its own, which scripts/build-graphiql.mjs seldom repeats. */
export default defineConfig({
  root,
  base: '/graphiql/',
  plugins: [react()],
  logLevel: 'error',
  build: {
    outDir: resolve(root, '../../dist/graphiql'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rollupOptions: { input: resolve(root, 'graphiql.html') },
  },
});
