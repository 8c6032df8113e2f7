import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buildSchema, graphql } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/**
 * What graphql-ws alone can do: the same query over the same protocol, pushed from memory. No database, no sign-in, no
 * matching, no rights, and who was away has missed it.
 */
const schema = buildSchema(`
  type Firm { name: String! }
  type Listing { id: ID! title: String firm: Firm }
  type Match { id: ID! score: Float! distanceKm: Float crossIndustry: Boolean! offer: Listing! need: Listing! }
  type MatchEvent { cursor: String! match: Match! }
  type Query { ready: Boolean }
  type Mutation { publish(id: ID!): ID }
  type Subscription { matchFound(listingId: ID, after: String): MatchEvent }
`);

interface MatchEvent {
  readonly matchFound: { readonly match: { readonly offer: { readonly id: string } } };
}

/** One event as the product sends it, so that both send frames of the same size. */
const sample = JSON.parse(process.argv[2] ?? '{}') as MatchEvent;
const subscribers = new Set<(event: MatchEvent) => void>();

async function* matchFound(): AsyncGenerator<MatchEvent> {
  const waiting: MatchEvent[] = [];
  let wake: () => void = () => undefined;
  const take = (event: MatchEvent): void => {
    waiting.push(event);
    wake();
  };
  subscribers.add(take);
  try {
    for (;;) {
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    subscribers.delete(take);
  }
}

function publish({ id }: { readonly id: string }): string {
  const { match } = sample.matchFound;
  const event = { matchFound: { ...sample.matchFound, match: { ...match, offer: { ...match.offer, id } } } };
  for (const tell of subscribers) tell(event);
  return id;
}

const roots = { matchFound, publish };
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
      query: string;
      variables: Record<string, unknown>;
    };
    void graphql({ schema, source: query, variableValues: variables, rootValue: roots }).then((result) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(result));
    });
  });
});
useServer({ schema, roots: { subscription: roots } }, new WebSocketServer({ server, path: '/graphql' }));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.on('disconnect', () => process.exit(0));
process.send?.((server.address() as AddressInfo).port);
