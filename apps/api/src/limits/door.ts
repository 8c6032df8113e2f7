import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { readBody } from './body.js';
import type { Documents, Sent } from './documents.js';
import { readOperation } from './reading.js';

interface RequestWithBody extends IncomingMessage {
  body?: unknown;
}

/**
 * Stands before the GraphQL server on HTTP: reads the body itself, and lets through only one JSON operation within the
 * limits. What is refused here has not been validated, and nobody has been asked who sends it.
 */
export const graphDoor =
  (documents: Documents) =>
  (request: RequestWithBody, response: ServerResponse, next: (error?: unknown) => void): void => {
    bodyLetIn(request, documents)
      .then((body) => {
        if (body instanceof GraphQLError) return refuse(request, response, body);
        request.body = body;
        next();
      })
      .catch(next);
  };

async function bodyLetIn(request: IncomingMessage, documents: Documents): Promise<unknown> {
  const body = await readBody(request);
  if (body instanceof GraphQLError) return body;
  const sent = body as Sent & { readonly variables?: unknown };
  const query = documents.textOf(sent, request.headers);
  if (query instanceof GraphQLError) return query;
  // A body without a document is the server's to refuse, in the words of the protocol.
  if (query === undefined) return body;
  const document = readOperation({ query, variables: sent.variables });
  if (document instanceof GraphQLError) return document;
  // The server keeps no documents of its own, and refuses a hash.
  return query === sent.query ? body : { ...sent, query, extensions: {} };
}

const RESPONSE_TYPE = 'application/graphql-response+json';

function refuse(request: IncomingMessage, response: ServerResponse, error: GraphQLError): void {
  const { http, ...extensions } = error.extensions as { http?: { status: number } };
  const status = http?.status ?? 400;
  const asked = (request.headers.accept ?? '').includes(RESPONSE_TYPE);
  response.writeHead(status, {
    'content-type': `${asked ? RESPONSE_TYPE : 'application/json'}; charset=utf-8`,
    ...(status === 405 ? { allow: 'POST' } : {}),
    // Nobody waits for the rest of what is too slow.
    ...(status === 408 ? { connection: 'close' } : {}),
  });
  response.end(JSON.stringify({ errors: [{ ...error.toJSON(), extensions }] }));
}
