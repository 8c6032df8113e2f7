import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { toNodeHandler } from 'better-auth/node';
import { AppModule, type ApiParts } from './app.module.js';
import { beforeSignIn } from './auth.js';
import { openSockets, type Sockets } from './sockets.js';
import { inputPipe } from './validation.js';

/** Larger than any operation of ours, small enough that a flood of them is no danger. */
const MOST_BODY = '512kb';

export interface Api {
  listen(): Promise<void>;
  close(): Promise<void>;
}

/** The HTTP and WebSocket server: sign-in, GraphQL, the page, health. */
export async function buildServer(parts: ApiParts): Promise<Api> {
  const { config } = parts;
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), {
    bodyParser: false,
    // What a caller did wrong is no error of ours; what is, the masker logs with its request id.
    logger: ['fatal', 'warn'],
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  // Sign-in reads the raw body itself, so it comes before the parser.
  const signIn = toNodeHandler({ handler: parts.auth.handler });
  app.use('/api/auth', (request: IncomingMessage, response: ServerResponse) => {
    beforeSignIn(request);
    signIn(request, response).catch((error: unknown) => unavailable(parts, response, error));
  });
  app.useBodyParser('json', { limit: MOST_BODY });
  app.useGlobalPipes(inputPipe());
  app.use('/graphql', showSchemaToBrowsers);
  servePage(app);
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost);
  const origins = [config.publicUrl, `http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`];
  let sockets: Sockets | undefined;
  return {
    listen: async () => {
      await app.listen(config.port, config.host);
      sockets = openSockets(app.getHttpServer(), { ...parts, schema, origins });
    },
    close: async () => {
      await sockets?.close();
      await app.close();
    },
  };
}

const PAGE_POLICY =
  "default-src 'self'; connect-src 'self' ws: wss:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

/** Sign-in reads the database before it handles errors of its own: while that is away, the answer is to come back. */
function unavailable({ log }: ApiParts, response: ServerResponse, error: unknown): void {
  log.error({ err: error }, 'Sign-in could not be answered');
  if (response.headersSent) return void response.end();
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': '2' });
  response.end(
    JSON.stringify({ code: 'UNAVAILABLE', message: 'The database does not answer just now; try again.' }),
  );
}

/** Who opens the endpoint's link in a browser gets to see the schema; programs are served as ever. */
function showSchemaToBrowsers(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const opened = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  if (!opened) return next();
  response.writeHead(302, { location: '/schema.graphql' }).end();
}

type Next = (
  request: unknown,
  response: { setHeader(name: string, value: string): void },
  next: () => void,
) => void;

const withHeaders: Next = (_request, response, next) => {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Content-Security-Policy', PAGE_POLICY);
  next();
};

/** The page, where it has been built beside the program. */
function servePage(app: NestExpressApplication): void {
  app.use(withHeaders);
  const folder = join(import.meta.dirname, '../../../web');
  if (existsSync(folder)) app.useStaticAssets(folder);
}
