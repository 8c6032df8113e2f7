import { GraphQLError } from 'graphql';

/** What is known of a socket's unsent messages; the socket of `ws` is one. */
export interface Sending {
  readonly readyState: number;
  readonly OPEN: number;
  /** Bytes that the other end has not taken yet. */
  readonly bufferedAmount: number;
  close(code: number, reason: string): void;
}

/** With more than this unsent, no event is read for the socket. */
const FULL_BYTES = 1024 * 1024;
/** With more than this unsent, the socket is given up: answers to what it sends have piled up too. */
const TOO_FULL_BYTES = 8 * 1024 * 1024;
const LOOK_MS = 50;
/** How long a subscription waits for a full socket: longer than a link falters, shorter than anybody waits for an event. */
const STUCK_MS = 10_000;

/**
 * Resolves when the socket takes messages again, or is no longer open.
 *
 * @param patienceMs how long it may stay full
 * @throws GraphQLError TOO_SLOW when it stays full: the subscription ends, and its events wait in the table
 */
export async function takesMore(socket: Sending, patienceMs = STUCK_MS): Promise<void> {
  const until = performance.now() + patienceMs;
  while (socket.readyState === socket.OPEN && socket.bufferedAmount > FULL_BYTES) {
    if (performance.now() > until) throw tooSlow();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Closes a socket (1013, try again later) whose other end does not read what it is sent. */
export function giveUpWhenTooFull(socket: Sending): void {
  if (socket.readyState !== socket.OPEN || socket.bufferedAmount <= TOO_FULL_BYTES) return;
  socket.close(1013, 'Too slow: connect again and subscribe with the last cursor as `after`.');
}

const tooSlow = (): GraphQLError =>
  new GraphQLError('Too slow: subscribe again with the last cursor as `after`; nothing is lost.', {
    extensions: { code: 'TOO_SLOW' },
  });
