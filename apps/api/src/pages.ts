import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import sirv from 'sirv';
import type { Config } from '#config';
import { Documents } from './limits/documents.js';
import { svgHeaders } from './limits/headers.js';
import { isPage } from './page-paths.js';

/** Where the build puts the page, and GraphiQL. */
const PAGE = join(import.meta.dirname, '../../../web');
const GRAPHIQL = join(import.meta.dirname, '../../../graphiql');

/** The documents that the page asks by. */
export const readDocuments = ({ documents }: Config): Documents =>
  Documents.read(join(PAGE, 'documents.json'), documents);

/** GraphiQL asks whatever its user writes: it is there where pages may. */
export const hasGraphiql = ({ documents }: Config): boolean => documents === 'any' && existsSync(GRAPHIQL);

/** The pages, where they have been built beside the program, compressed as the build left them. */
export function servePages(app: NestExpressApplication, config: Config): void {
  if (existsSync(PAGE)) {
    app.use((request: IncomingMessage, _response: ServerResponse, next: () => void) => {
      if (isPage(request)) request.url = '/index.html';
      next();
    });
    app.use(sirv(PAGE, { brotli: true, gzip: true, etag: true, setHeaders: pageHeaders }));
  }
  if (hasGraphiql(config)) app.useStaticAssets(GRAPHIQL, { prefix: '/graphiql', index: 'graphiql.html' });
}

/** Files of the build carry their content in their name; the page itself is asked for anew every time. */
function pageHeaders(response: ServerResponse, path: string): void {
  svgHeaders(response, path);
  const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.setHeader('Cache-Control', kept);
}
