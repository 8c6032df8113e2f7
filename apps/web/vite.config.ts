import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budget } from './vite.budget.js';
import { compressed } from './vite.compressed.js';
import { trustedDocuments } from './vite.documents.js';

/** The program that `npm start` brings up; its origin check wants to see its own address. */
const api = 'http://localhost:3000';
const toApi = { target: api, headers: { origin: api } };
const root = import.meta.dirname;

export default defineConfig({
  root,
  plugins: [react(), trustedDocuments(resolve(root, 'src')), budget(), compressed()],
  resolve: {
    alias: {
      '#domain': resolve(root, '../../libs/domain/src/index.ts'),
      '#operations': resolve(root, 'src/generated/operations.ts'),
    },
  },
  build: {
    outDir: resolve(root, '../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // The page's policy allows files of its own only: nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: {
        // The domain is pure: of its modules a page loads those that it uses.
        moduleSideEffects: [{ test: /libs\/domain\/src/, sideEffects: false }],
      },
    },
  },
  server: {
    proxy: {
      '/graphql': { ...toApi, ws: true },
      '/api': toApi,
      '/demo.json': toApi,
      '/readyz': toApi,
      '/schema.graphql': toApi,
    },
  },
});
