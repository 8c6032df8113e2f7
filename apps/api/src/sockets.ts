import type { IncomingMessage, Server } from 'node:http';
import {
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import type { Logger } from '#telemetry';
import { WebSocketServer } from 'ws';
import { isUnavailable, Turnstile, type EventFeed, type Market } from '#market';
import { Bonds, type Bond } from './bonds.js';
import { NotYourFirm, type Caller, type Callers } from './callers.js';
import { graphContext, SharedViews } from './context.js';
import { Entrance } from './entrance.js';
import type { Admission } from './limits/admission.js';
import type { Cost } from './limits/throttle.js';
import type { Documents } from './limits/documents.js';
import { readOperation, validationErrors } from './limits/reading.js';
import { maskError } from './masking.js';
import { followed, isResults } from './followed.js';
import { socketId } from './requests.js';
import { SharedResults } from './shared-results.js';
import { giveUpWhenTooFull, takesMore } from './slow-client.js';

/** A subscription is a short text; ws itself would read a hundred megabytes. */
const MOST_BYTES = 64 * 1024;
const MOST_SUBSCRIPTIONS = 20;
/** How long a socket may stay silent before it says who it is; then 4408. */
const INIT_MS = 3000;
/** When the program stops, a client that does not say goodbye is cut off. */
const GOODBYE_MS = 1000;
/** Of the four connections that points are taken over, as long as many subscribe at once. */
const MOST_CHARGING = 2;
/** Seconds after which who could not be served is asked to come again: each is told another time, so not all at once. */
const AGAIN_S = { least: 1, most: 10 };
const PATH = '/graphql';

interface SocketExtra extends Record<PropertyKey, unknown> {
  bond: Bond;
  /** What each subscription that has not been told so yet took when it began, by its id. */
  costs: Map<string, Cost>;
}
type SocketContext = Context<Record<string, unknown>, Extra & Partial<SocketExtra>>;

export interface Sockets {
  open(): number;
  subscriptions(): number;
  /** Closes every socket with 1001. */
  close(): Promise<void>;
}

export interface SocketParts {
  readonly schema: GraphQLSchema;
  readonly callers: Callers;
  readonly market: Market;
  readonly feed: EventFeed;
  readonly log: Logger;
  readonly origins: readonly string[];
  readonly documents: Documents;
  readonly admission: Admission;
  readonly isStopping: () => boolean;
}

interface Parts extends SocketParts {
  readonly views: SharedViews;
  readonly entrance: Entrance;
  readonly charging: Turnstile;
}

/**
 * graphql-transport-ws on /graphql, for subscriptions only. It is our own server rather than Nest's because the
 * framework's skips every HTTP guard and takes neither a size limit nor an origin check.
 */
export function openSockets(server: Server, given: SocketParts): Sockets {
  const parts = partsOf(given);
  const { log, origins } = parts;
  let subscriptions = 0;
  const bonds = new Bonds(parts);
  const sockets = new WebSocketServer({
    server,
    path: PATH,
    maxPayload: MOST_BYTES,
    verifyClient: ({ req }, done) =>
      parts.isStopping() ? done(false, 503) : done(isOurs(req, origins), 403),
  });
  sockets.on('headers', (headers, request) => headers.push(`x-request-id: ${socketId(request)}`));
  // What a client sends is answered, so one that reads nothing fills the buffer by asking alone.
  sockets.on('connection', (socket) => socket.on('message', () => giveUpWhenTooFull(socket)));
  const disposable = useServer<Record<string, unknown>, SocketExtra>(
    {
      schema: parts.schema,
      subscribe: new SharedResults().subscribe,
      connectionInitWaitTimeout: INIT_MS,
      jsonMessageReviver: refuseOurs,
      // What went wrong inside is for the log, not for the reason that a socket is closed with.
      isProd: true,
      onConnect: (context) => connect(context, parts, bonds),
      onSubscribe: (context, id, payload) => subscribing(context, id, payload, parts, bonds),
      onOperation: ({ extra }, _id, _payload, _args, result) => {
        if (!isResults(result)) return undefined;
        subscriptions += 1;
        return followed(result, (error) => {
          subscriptions -= 1;
          // Of the moment, all on this socket would meet it; anything else is told to this subscription alone.
          if (isUnavailable(error)) giveUp(extra, log, error);
          else if (error !== undefined) throw error;
        });
      },
      onError: ({ extra: { request } }, _id, _payload, errors) =>
        errors.map((error) => maskError(log, error.toJSON(), error, socketId(request))),
      onComplete: ({ extra: { costs } }, id) => void costs?.delete(id),
      onNext: ({ extra }, id, _payload, _args, result) => sending(extra, id, result, log, bonds),
    },
    sockets,
  );
  noteErrors(sockets, log);
  return {
    open: () => sockets.clients.size,
    subscriptions: () => subscriptions,
    close: async () => {
      bonds.close();
      const cutOff = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, GOODBYE_MS);
      await disposable.dispose();
      clearTimeout(cutOff);
    },
  };
}

const partsOf = (given: SocketParts): Parts => ({
  ...given,
  views: new SharedViews(given.market, given.feed),
  entrance: new Entrance(given.callers),
  charging: new Turnstile(MOST_CHARGING),
});

/**
 * After the listeners of graphql-ws, of which this replaces one: it hears one error only, a second would end the
 * program, and it prints a stack for every client that breaks the protocol. What ws closes with is enough for those.
 */
function noteErrors(sockets: WebSocketServer, log: Logger): void {
  sockets.on('connection', (socket) => {
    socket.removeAllListeners('error');
    socket.on('error', ({ message }) => log.info({ problem: message }, 'A socket was broken off'));
  });
}

/** Messages of the protocol that only a server sends. */
const OURS: readonly unknown[] = ['connection_ack', 'next', 'error'];

/**
 * A client that sends what is ours to send breaks the protocol, and is closed with 4400: graphql-ws takes it for a fault
 * of its own, 4500. It reads what throws here as no message. No name in GraphQL is empty, so '' is the message itself.
 */
function refuseOurs(key: string, value: unknown): unknown {
  if (key === '' && OURS.includes((value as { type?: unknown } | null)?.type))
    throw new Error('Only the server sends this.');
  return value;
}

/** Programs name no origin; a browser's page must be ours, or come from the very host that it calls. */
function isOurs({ headers: { origin, host } }: IncomingMessage, origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}

/** Ties the socket to the session that its parameters sign in; false closes it with 4403. */
async function connect(context: SocketContext, { entrance, log }: Parts, bonds: Bonds): Promise<boolean> {
  const { connectionParams, extra } = context;
  try {
    const authorization = textOf(connectionParams?.['authorization']);
    const actingFor = textOf(connectionParams?.['actingFor']);
    const known = await entrance.of(extra.socket, { authorization, actingFor });
    const bond = known && (await bonds.bind(extra.socket, known));
    if (bond !== undefined) Object.assign(extra, { bond, costs: new Map() });
    return bond !== undefined;
  } catch (error) {
    if (error instanceof NotYourFirm) extra.socket.close(4403, error.message);
    if (error instanceof NotYourFirm) return false;
    giveUp(extra, log, error);
    return false;
  }
}

async function subscribing(
  context: SocketContext,
  id: string,
  payload: SubscribePayload,
  parts: Parts,
  bonds: Bonds,
) {
  const { bond } = context.extra;
  if (Object.keys(context.subscriptions).length > MOST_SUBSCRIPTIONS) return [tooMany()];
  try {
    if (bond === undefined || !(await bonds.stands(bond))) return [new GraphQLError('Connect again.')];
    return await operationOf(id, payload, context.extra, { ...parts, actor: bond.actor });
  } catch (error) {
    // Masked like all others, on its way out.
    return [new GraphQLError('Not done.', { originalError: error as Error })];
  }
}

async function sending(
  extra: SocketContext['extra'],
  id: string,
  result: ExecutionResult,
  log: Logger,
  bonds: Bonds,
): Promise<ExecutionResult> {
  const { bond, costs, request } = extra;
  // The last thing before sending. A socket that no longer stands is closed by this, and takes no message; one that
  // cannot be asked about is closed too.
  if (bond !== undefined) await bonds.stands(bond).catch((error: unknown) => giveUp(extra, log, error));
  const cost = costs?.get(id);
  costs?.delete(id);
  return {
    ...result,
    ...(result.errors && { errors: result.errors.map((error) => masked(log, error, socketId(request))) }),
    ...(cost && { extensions: { cost } }),
  };
}

/** The client connects again and goes on after its last cursor. */
function giveUp({ socket, request }: SocketContext['extra'], log: Logger, error: unknown): void {
  const level = isUnavailable(error) ? 'warn' : 'error';
  const requestId = socketId(request);
  log[level]({ requestId, err: error }, 'A socket could not be served any longer');
  const seconds = AGAIN_S.least + Math.floor(Math.random() * (AGAIN_S.most - AGAIN_S.least + 1));
  socket.close(1013, `Not now: connect again in ${seconds} s.`);
}

async function operationOf(
  id: string,
  payload: SubscribePayload,
  { request, socket, costs }: SocketContext['extra'],
  { schema, market, views, documents, admission, charging, actor }: Parts & { readonly actor: Caller },
) {
  const { operationName, variables } = payload;
  // The protocol has made sure of a text; it is empty where a hash stands for it.
  const query = documents.textOf(payload, request.headers) ?? '';
  if (query instanceof GraphQLError) return [query];
  const document = readOperation({ query, variables });
  if (document instanceof GraphQLError) return [document];
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    return [
      new GraphQLError('Only subscriptions are served here; send queries and mutations to POST /graphql.'),
    ];
  }
  const errors = validationErrors(schema, document);
  if (errors.length > 0) return errors;
  const candidate = { schema, document, operationName, variables, actor };
  const admitted = await charging.pass(() => admission.admit(candidate));
  if (admitted.errors.length > 0) return admitted.errors;
  if (admitted.cost !== undefined) costs?.set(id, admitted.cost);
  const ready = (): Promise<void> => takesMore(socket);
  const contextValue = graphContext(market, actor, { views: views.of(actor), ready });
  return { schema, document, operationName, variableValues: variables, contextValue };
}

const tooMany = (): GraphQLError =>
  new GraphQLError(
    `At most ${MOST_SUBSCRIPTIONS} subscriptions on one connection; complete one, or open another.`,
    { extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } },
  );

const masked = (log: Logger, error: GraphQLError, requestId: string): GraphQLError => {
  const { message, extensions, path, locations } = maskError(log, error.toJSON(), error, requestId);
  return new GraphQLError(message, {
    extensions,
    ...(path && { path }),
    ...(locations && error.nodes && { nodes: error.nodes }),
  });
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
