import { createClient, type Client } from 'graphql-ws';
import type { TypedDocumentNode } from '@apollo/client';
import { isRefusal, type GraphFault } from './graphql.js';
import { nameOf, requestOf } from './trusted.js';

/** How the connection for live news stands. */
export type Line = 'connecting' | 'live' | 'lost' | 'offline';

/** One subscription of the several that share a connection. */
export interface Followed {
  readonly document: TypedDocumentNode<unknown, never>;
  /** Asked anew at every connection, so that it can go on where the last one ended. */
  readonly variables: () => Readonly<Record<string, unknown>>;
  readonly onNext: (result: object) => void;
}

export interface Follower {
  readonly token: string;
  readonly actingFor: string | undefined;
  readonly all: readonly Followed[];
  readonly onLine: (line: Line) => void;
  /** Something may have been missed: start afresh and read all lists anew. Awaited before the next connection. */
  readonly onGone: () => Promise<void>;
}

const PING_MS = 15_000;
const PONG_MS = 5_000;
const LONGEST_WAIT_MS = 30_000;
/** Close codes of graphql-transport-ws for a caller that is not let in. */
const NOT_LET_IN = [4401, 4403];
/** The server keeps events for some days only; and what stands in the tab's storage may be no cursor at all. */
const GONE = ['CURSOR_GONE', 'BAD_USER_INPUT'];
/** What this viewer has no right to follow: nothing comes of asking again. */
const NEVER = ['NOT_FOUND', 'FORBIDDEN'];

type End = 'refused' | 'lost' | 'gone';

/** Follows subscriptions over one graphql-ws connection and reconnects by itself. Ends when aborted, or with 'refused'. */
export async function follow(follower: Follower, signal: AbortSignal): Promise<'refused' | 'aborted'> {
  let failures = 0;
  let letIn = false;
  const onLine = (line: Line): void => {
    if (signal.aborted) return;
    if (line === 'live') {
      failures = 0;
      letIn = true;
    }
    follower.onLine(line);
  };
  while (!signal.aborted) {
    onLine(navigator.onLine ? 'connecting' : 'offline');
    // A try that fails just as the network comes back would put off the next one for nothing.
    if (!navigator.onLine) await pause(LONGEST_WAIT_MS, signal);
    const end = await connection({ ...follower, onLine }, signal);
    if (signal.aborted) break;
    // Who had been let in may only have other rights now: the next connection will tell.
    if (end === 'refused' && !letIn) return 'refused';
    letIn = false;
    if (end === 'gone') await follower.onGone().catch(() => undefined);
    onLine(navigator.onLine ? 'lost' : 'offline');
    await pause(waitMs(failures), signal);
    failures += 1;
  }
  return 'aborted';
}

/** Doubling from a second, with up to half as much again by chance so that a restart is not met by everybody at once. */
const waitMs = (failures: number): number =>
  Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures) * (1 + Math.random() / 2);

/** Resolves when the connection has ended; what ends one of its subscriptions ends them all. */
function connection({ token, actingFor, all, onLine }: Follower, signal: AbortSignal): Promise<End> {
  return new Promise((resolve) => {
    const client = clientOf(token, actingFor, onLine);
    const hangUp = (): void => client.terminate();
    const over = (end: End): void => {
      window.removeEventListener('offline', hangUp);
      signal.removeEventListener('abort', hangUp);
      resolve(end);
      client.terminate();
    };
    window.addEventListener('offline', hangUp);
    signal.addEventListener('abort', hangUp);
    for (const { document, variables, onNext } of all) {
      client.subscribe<object>(requestOf(nameOf(document), variables()), {
        next: ({ data }) => data && onNext(data),
        error: (fault) => {
          const end = endOf(fault);
          if (end !== undefined) over(end);
        },
        complete: () => over('lost'),
      });
    }
  });
}

function clientOf(token: string, actingFor: string | undefined, onLine: (line: Line) => void): Client {
  let unanswered: number | undefined;
  const client = createClient({
    url: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
    connectionParams: {
      authorization: `Bearer ${token}`,
      ...(actingFor === undefined ? {} : { actingFor }),
    },
    retryAttempts: 0,
    keepAlive: PING_MS,
    connectionAckWaitTimeout: PONG_MS,
    on: {
      connected: () => onLine('live'),
      ping: (received) => {
        if (!received) unanswered = window.setTimeout(() => client.terminate(), PONG_MS);
      },
      pong: () => window.clearTimeout(unanswered),
      closed: () => window.clearTimeout(unanswered),
    },
  });
  return client;
}

/** What an error of one subscription means for the connection; undefined when it is of that one alone. */
function endOf(fault: unknown): End | undefined {
  if (!Array.isArray(fault))
    return fault instanceof CloseEvent && NOT_LET_IN.includes(fault.code) ? 'refused' : 'lost';
  const faults = fault as readonly GraphFault[];
  if (isRefusal(faults)) return 'refused';
  const code = String(faults[0]?.extensions?.code);
  if (NEVER.includes(code)) return undefined;
  return GONE.includes(code) ? 'gone' : 'lost';
}

/** Over after the time, when the network is back, or when aborted. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      window.clearTimeout(timer);
      window.removeEventListener('online', over);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = window.setTimeout(over, ms);
    window.addEventListener('online', over);
    signal.addEventListener('abort', over);
  });
