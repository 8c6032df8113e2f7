import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Running, wait } from '../support/running.js';

interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string }[];
}
interface Told {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

/** All that may stand in a span; see SpanFacts. */
const KNOWN = [
  'http.response.status_code',
  'bistrom.request_id',
  'bistrom.operation',
  'bistrom.job_requests',
  'db.role',
];
const PUBLISH = 'mutation($input: PublishListingInput!) { publishListing(input: $input) { __typename } }';
const SECRET = 'hemmelig sidestrøm';

const bodies: string[] = [];
/** A collector of traces, which takes whatever comes. */
const collector = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    if (request.url === '/v1/traces') bodies.push(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});

const spans = (): readonly Span[] =>
  bodies.flatMap((body) =>
    (JSON.parse(body) as Told).resourceSpans.flatMap(({ scopeSpans }) =>
      scopeSpans.flatMap((scope) => scope.spans),
    ),
  );

let running: Running;
beforeAll(async () => {
  await once(collector.listen(0, '127.0.0.1'), 'listening');
  const { port } = collector.address() as AddressInfo;
  running = await Running.start({
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  });
}, 120_000);
afterAll(async () => {
  await running.stop();
  collector.close();
});

describe('tracing, where it is asked for', () => {
  it('shows a publication and its matching in the other program as one trace, and tells nothing of it', async () => {
    const owner = await running.member('16.10', { latitude: 60, longitude: 12 });
    await owner.client.change('ListingPublished', PUBLISH, {
      input: {
        siteId: owner.siteId,
        side: 'OFFER',
        title: `Sagflis ${SECRET}`,
        description: SECRET,
        quantity: { value: '48151.62342', unit: 't', per: 'YEAR' },
        idempotencyKey: SECRET,
      },
    });
    const matching = await spanWhere(({ name }) => name === 'match-listing');
    const request = await spanWhere(
      ({ traceId, parentSpanId }) => traceId === matching.traceId && !parentSpanId,
    );
    expect(request.name).toBe('graphql');
    // Statements of the matching are known by role and time alone.
    await spanWhere(({ name, parentSpanId }) => name === 'transaction' && parentSpanId === matching.spanId);
    const told = new Set(spans().flatMap(({ attributes }) => attributes.map(({ key }) => key)));
    expect([...told].filter((key) => !KNOWN.includes(key))).toEqual([]);
    for (const secret of [SECRET, '48151.62342', owner.firmId, owner.email])
      expect(bodies.join('\n')).not.toContain(secret);
  });
});

/** It comes with the next batch that a program sends. */
async function spanWhere(isIt: (span: Span) => boolean): Promise<Span> {
  for (;;) {
    const found = spans().find(isIt);
    if (found !== undefined) return found;
    await wait(50);
  }
}
