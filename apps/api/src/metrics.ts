import type { ApolloServerPlugin } from '@apollo/server';
import { noteInSpan, type Metrics } from '#telemetry';
import type { Documents } from './limits/documents.js';
import type { Answered } from './requests.js';

export interface ApiMetrics {
  readonly answered: (answered: Answered) => void;
  /** @param writtenAt when the event was written, by the clock of the database */
  readonly sent: (writtenAt: Date) => void;
  /** Counts operations over HTTP; their names are those of our own page's documents, all others are `other`. */
  readonly plugin: (documents: Documents) => ApolloServerPlugin;
  /** Asked whenever metrics are read. */
  readonly watch: (open: Open) => void;
}

interface Open {
  readonly requests: () => number;
  readonly sockets: () => number;
  readonly subscriptions: () => number;
}

export function apiMetrics(metrics: Metrics): ApiMetrics {
  const requests = metrics.count('http_requests_total', 'Requests answered, by route and status.', [
    'route',
    'status',
  ]);
  const operations = metrics.count(
    'graphql_operations_total',
    'GraphQL operations over HTTP, by document of the page and code of the first error.',
    ['operation', 'code'],
  );
  const durations = metrics.durations('graphql_duration_seconds', 'How long they took.', ['operation']);
  const push = metrics.durations(
    'push_latency_seconds',
    'From the writing of an event to its being sent on a socket.',
  );
  return {
    answered: ({ route, status }) => requests.add({ route, status: `${Math.floor(status / 100)}xx` }),
    sent: (writtenAt) => push.seen((Date.now() - writtenAt.getTime()) / 1000),
    plugin: (documents) => ({
      requestDidStart: async ({ request }) => {
        const startedAt = performance.now();
        const operation = documents.nameOf(request.query) ?? 'other';
        noteInSpan({ 'bistrom.operation': operation });
        return {
          willSendResponse: async ({ response: { body } }) => {
            const fault = body.kind === 'single' ? body.singleResult.errors?.[0] : undefined;
            operations.add({ operation, code: fault === undefined ? 'OK' : codeOf(fault.extensions) });
            durations.seen((performance.now() - startedAt) / 1000, { operation });
          },
        };
      },
    }),
    watch: ({ requests: underWay, sockets, subscriptions }) => {
      metrics.gauge('http_requests_open', 'Requests under way.', underWay);
      metrics.gauge('sockets_open', 'WebSockets open.', sockets);
      metrics.gauge('subscriptions_open', 'Subscriptions open on them.', subscriptions);
    },
  };
}

/** Codes are the program's own words. */
const codeOf = (extensions: Readonly<Record<string, unknown>> | undefined): string => {
  const code = extensions?.['code'];
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'OTHER';
};
