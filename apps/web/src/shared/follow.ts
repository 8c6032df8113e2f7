import { createClient } from 'graphql-ws';
import type { TypedDocumentNode } from '@apollo/client';
import { isRefusal, type GraphFault } from './graphql.js';
import { nameOf, requestOf } from './trusted.js';

/** How the connection for live news stands. */
export type Line = 'connecting' | 'live' | 'lost' | 'offline';

export interface Follower<Result, Variables> {
  readonly document: TypedDocumentNode<Result, Variables>;
  /** Asked anew at every connection, so that it can go on where the last one ended. */
  readonly variables: () => Variables;
  readonly onNext: (result: Result) => void;
  readonly onLine: (line: Line) => void;
}

const PING_MS = 15_000;
const PONG_MS = 5_000;
const LONGEST_WAIT_MS = 30_000;
/** Close codes of graphql-transport-ws for a caller that is not let in. */
const NOT_LET_IN = [4401, 4403];

type End = 'refused' | 'lost';

/** Follows a subscription over graphql-ws and reconnects by itself. Ends when aborted, or with 'refused'. */
export async function follow<Result, Variables extends Record<string, unknown>>(
  token: string,
  follower: Follower<Result, Variables>,
  signal: AbortSignal,
): Promise<'refused' | 'aborted'> {
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
    const end = await connection(token, { ...follower, onLine }, signal);
    if (signal.aborted) break;
    // Who had been let in may only have other rights now: the next connection will tell.
    if (end === 'refused' && !letIn) return 'refused';
    letIn = false;
    onLine(navigator.onLine ? 'lost' : 'offline');
    await pause(waitMs(failures), signal);
    failures += 1;
  }
  return 'aborted';
}

/** Doubling from a second, with up to half as much again by chance so that a restart is not met by everybody at once. */
const waitMs = (failures: number): number =>
  Math.min(LONGEST_WAIT_MS, 1000 * 2 ** failures) * (1 + Math.random() / 2);

/** Resolves when the connection has ended. */
function connection<Result, Variables extends Record<string, unknown>>(
  token: string,
  { document, variables, onNext, onLine }: Follower<Result, Variables>,
  signal: AbortSignal,
): Promise<End> {
  return new Promise((resolve) => {
    let unanswered: number | undefined;
    const client = createClient({
      url: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
      keepAlive: PING_MS,
      connectionAckWaitTimeout: PONG_MS,
      on: {
        connected: () => onLine('live'),
        ping: (received) => {
          if (!received) unanswered = window.setTimeout(() => client.terminate(), PONG_MS);
        },
        pong: () => window.clearTimeout(unanswered),
      },
    });
    const hangUp = (): void => client.terminate();
    const over = (end: End): void => {
      window.clearTimeout(unanswered);
      window.removeEventListener('offline', hangUp);
      signal.removeEventListener('abort', leave);
      resolve(end);
    };
    const unsubscribe = client.subscribe<Result>(requestOf(nameOf(document), variables()), {
      next: ({ data }) => data && onNext(data),
      error: (fault) => over(isNotLetIn(fault) ? 'refused' : 'lost'),
      complete: () => over('lost'),
    });
    const leave = (): void => unsubscribe();
    window.addEventListener('offline', hangUp);
    signal.addEventListener('abort', leave);
  });
}

const isNotLetIn = (fault: unknown): boolean =>
  Array.isArray(fault)
    ? isRefusal(fault as readonly GraphFault[])
    : fault instanceof CloseEvent && NOT_LET_IN.includes(fault.code);

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
