import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openSpan } from '#telemetry';
import { refuseUnavailable } from './unavailable.js';

const current = new AsyncLocalStorage<string>();
const ofSockets = new WeakMap<IncomingMessage, string>();

/** The id of the request that is being answered; ours, never one that came with it. */
export const currentRequest = (): string | undefined => current.getStore();

/** The id of a socket, by the request that opened it. */
export function socketId(request: IncomingMessage): string {
  const id = ofSockets.get(request) ?? randomUUID();
  ofSockets.set(request, id);
  return id;
}

/** What is asked, in a few words of ours: a path may hold anything. */
export type Route = 'graphql' | 'sign-in' | 'health' | 'other';

export interface Answered {
  readonly route: Route;
  readonly status: number;
  readonly seconds: number;
}

const LOOK_MS = 20;
/** Without a new request for so long, nobody sends any more. */
const QUIET_MS = 150;

/**
 * The first to hear of every request: gives it its id, knows how many are under way, and turns new ones away once the
 * program stops.
 */
export class Intake {
  private readonly open = new Set<ServerResponse>();
  private askedAt = 0;
  private stopping = false;

  constructor(private readonly onAnswered: (answered: Answered) => void) {}

  get isStopping(): boolean {
    return this.stopping;
  }

  get underWay(): number {
    return this.open.size;
  }

  readonly middleware = (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const id = randomUUID();
    const startedAt = performance.now();
    this.askedAt = startedAt;
    response.setHeader('x-request-id', id);
    const route = routeOf(request.url ?? '');
    if (this.stopping && route !== 'health') return refuseUnavailable(response, 'Stopping.', true);
    this.open.add(response);
    const span = openSpan({ name: route, kind: 'SERVER', facts: { 'bistrom.request_id': id } });
    response.once('close', () => {
      this.open.delete(response);
      const status = response.writableFinished ? response.statusCode : 499;
      const seconds = (performance.now() - startedAt) / 1000;
      span.end({ 'http.response.status_code': status });
      this.onAnswered({ route, status, seconds });
    });
    span.within(() => current.run(id, next));
  };

  /** From now on new requests are turned away; those under way may tell their client to open a new connection. */
  turnAway(): void {
    this.stopping = true;
    for (const response of this.open) if (!response.headersSent) response.setHeader('connection', 'close');
  }

  /** Resolves when nothing is under way and nobody asks any more, or when the time is over. */
  async over(longestMs: number): Promise<void> {
    const until = performance.now() + longestMs;
    while (performance.now() < until && (this.open.size > 0 || performance.now() - this.askedAt < QUIET_MS))
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

function routeOf(url: string): Route {
  if (/^\/graphql\b/.test(url)) return 'graphql';
  if (/^\/api\/auth\b/.test(url)) return 'sign-in';
  return /^\/(livez|readyz)\b/.test(url) ? 'health' : 'other';
}
