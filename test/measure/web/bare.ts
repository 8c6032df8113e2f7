import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import sirv from 'sirv';
import { build } from 'vite';
import { compressed } from '../../../apps/web/vite.compressed.js';

/** A page of the same kit with nothing of ours in it, built as ours is and served compressed from the disk. */
export async function withBarePage<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const outDir = join(folder, 'bare');
  await build({
    root: resolve('apps/web/bare'),
    configFile: false,
    logLevel: 'error',
    plugins: [react(), compressed()],
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  });
  const serve = sirv(outDir, { brotli: true, gzip: true, etag: true });
  const server = createServer((request, response) => serve(request, response, () => void response.end()));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
