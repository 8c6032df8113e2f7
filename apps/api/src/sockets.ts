import type { IncomingMessage, Server } from 'node:http';
import {
  GraphQLError,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import type { Actor } from '#domain';
import type { Market } from '#market';
import type { Auth } from './auth.js';
import { graphContext } from './context.js';
import { maskError } from './masking.js';

/** A subscription is a short text; ws itself would read a hundred megabytes. */
const MOST_BYTES = 64 * 1024;
const MOST_TOKENS = 1000;
const PATH = '/graphql';

interface SocketExtra extends Record<PropertyKey, unknown> {
  readonly request: IncomingMessage;
  actor?: Actor;
}

export interface Sockets {
  close(): Promise<void>;
}

export interface SocketParts {
  readonly schema: GraphQLSchema;
  readonly auth: Auth;
  readonly market: Market;
  readonly log: Logger;
  readonly origins: readonly string[];
}

/**
 * graphql-transport-ws on /graphql, for subscriptions only. It is our own server rather than Nest's because the
 * framework's skips every HTTP guard and takes neither a size limit nor an origin check.
 */
export function openSockets(server: Server, parts: SocketParts): Sockets {
  const { schema, auth, market, log, origins } = parts;
  const sockets = new WebSocketServer({
    server,
    path: PATH,
    maxPayload: MOST_BYTES,
    verifyClient: ({ origin }: { origin?: string }) => origin === undefined || origins.includes(origin),
  });
  const disposable = useServer<Record<string, unknown>, SocketExtra>(
    {
      schema,
      onConnect: async (context) => {
        const actor = await auth.actor(textOf(context.connectionParams?.['authorization']));
        if (actor === undefined) return false;
        context.extra.actor = actor;
        return true;
      },
      onSubscribe: (context, _id, { query, operationName, variables }) => {
        const document = parsed(query);
        if (document instanceof GraphQLError) return [document];
        const operation = getOperationAST(document, operationName);
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
          return [
            new GraphQLError(
              'Only subscriptions are served here; send queries and mutations to POST /graphql.',
            ),
          ];
        }
        const errors = validate(schema, document);
        if (errors.length > 0) return errors;
        const contextValue = graphContext(market, context.extra.actor);
        return { schema, document, operationName, variableValues: variables, contextValue };
      },
      onError: (_context, _id, _payload, errors) =>
        errors.map((error) => maskError(log, error.toJSON(), error)),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors === undefined
          ? result
          : { ...result, errors: result.errors.map((error) => masked(log, error)) },
    },
    sockets,
  );
  return {
    close: async () => {
      await disposable.dispose();
    },
  };
}

const masked = (log: Logger, error: GraphQLError): GraphQLError => {
  const { message, extensions, path } = maskError(log, error.toJSON(), error);
  return new GraphQLError(message, { extensions, ...(path === undefined ? {} : { path }) });
};

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function parsed(query: string): ReturnType<typeof parse> | GraphQLError {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    return error instanceof GraphQLError ? error : new GraphQLError('The document cannot be read.');
  }
}
