import type { IncomingMessage, ServerResponse } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { toNodeHandler } from 'better-auth/node';
import { poolOf } from '#config';
import { AppModule, type ApiParts } from './app.module.js';
import { beforeSignIn, clientAddress } from './auth/client-address.js';
import { Callers } from './callers.js';
import { securityHeaders } from './limits/headers.js';
import { Admission } from './limits/admission.js';
import { graphDoor } from './limits/door.js';
import { hasGraphiql, readDocuments, servePages } from './pages.js';
import { Intake } from './requests.js';
import { openSockets, type Sockets } from './sockets.js';
import { refuseUnavailable } from './unavailable.js';
import { ArgumentBounds, inputPipe } from './validation.js';

const MOST_SIGN_IN_BYTES = 16 * 1024;
/** How long a client may take to send its headers, and all of a request: it holds a connection meanwhile. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 20_000;

/** A launcher ends what has not stopped by itself after three and a half seconds. */
const LAST_ANSWERS_MS = 2_500;

export interface Api {
  listen(): Promise<void>;
  /** Turns new requests away, answers those under way, tells every socket to come back, and lets go. */
  close(): Promise<void>;
}

/** The HTTP and WebSocket server: sign-in, GraphQL, the page, health. */
export async function buildServer(parts: ApiParts): Promise<Api> {
  const { config, metrics } = parts;
  const admission = new Admission(config, poolOf(config, 'api'));
  const documents = readDocuments(config);
  const intake = new Intake(metrics.answered);
  const module = AppModule.of(parts, admission, metrics.plugin(documents));
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    // What a caller did wrong is no error of ours; what is, the masker logs with its request id.
    logger: ['fatal', 'warn'],
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  const origins = [config.publicUrl, `http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`];
  app.use(securityHeaders(config.publicUrl, origins));
  app.use(intake.middleware);
  const from = clientAddress(config.trustedProxies);
  const signIn = toNodeHandler({ handler: parts.auth.handler });
  app.use('/api/auth', (request: IncomingMessage, response: ServerResponse) => {
    if (!isSmall(request)) return tooLarge(request, response);
    beforeSignIn(request, from);
    signIn(request, response).catch((error: unknown) => unavailable(parts, response, error));
  });
  app.useGlobalPipes(new ArgumentBounds(), inputPipe());
  app.use('/graphql', showBrowsers(hasGraphiql(config) ? '/graphiql/' : '/schema.graphql'));
  app.use('/graphql', graphDoor(documents));
  servePages(app, config);
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost);
  const callers = new Callers(parts.auth, parts.market);
  let sockets: Sockets | undefined;
  metrics.watch({
    requests: () => intake.underWay,
    sockets: () => sockets?.open() ?? 0,
    subscriptions: () => sockets?.subscriptions() ?? 0,
  });
  return {
    listen: async () => {
      const http = app.getHttpServer();
      http.headersTimeout = HEADERS_MS;
      http.requestTimeout = REQUEST_MS;
      await app.listen(config.port, config.host);
      sockets = openSockets(app.getHttpServer(), {
        ...parts,
        callers,
        schema,
        origins,
        documents,
        admission,
        isStopping: () => intake.isStopping,
      });
    },
    close: async () => {
      intake.turnAway();
      await Promise.all([sockets?.close(), intake.over(LAST_ANSWERS_MS)]);
      await app.close();
      await admission.close();
    },
  };
}

/** A name and a password; the sign-in library itself would read on for as long as somebody sends. */
const isSmall = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= MOST_SIGN_IN_BYTES;

function tooLarge(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  response.writeHead(413, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ code: 'TOO_LONG', message: `Send at most ${MOST_SIGN_IN_BYTES} bytes.` }));
}

/** Sign-in reads the database before it handles errors of its own: while that is away, the answer is to come back. */
function unavailable({ log }: ApiParts, response: ServerResponse, error: unknown): void {
  log.error({ err: error }, 'Sign-in could not be answered');
  refuseUnavailable(response);
}

/** Who opens the endpoint's link in a browser gets to see what it serves; programs are served as ever. */
const showBrowsers =
  (location: string) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const opened = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!opened) return next();
    response.writeHead(302, { location }).end();
  };
