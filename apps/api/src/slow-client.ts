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

/** Resolves when the socket takes messages again, or is no longer open. */
export async function takesMore(socket: Sending): Promise<void> {
  while (socket.readyState === socket.OPEN && socket.bufferedAmount > FULL_BYTES) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Closes a socket (1013, try again later) whose other end does not read what it is sent. */
export function giveUpWhenTooFull(socket: Sending): void {
  if (socket.readyState !== socket.OPEN || socket.bufferedAmount <= TOO_FULL_BYTES) return;
  socket.close(1013, 'Too slow: connect again and subscribe with the last cursor as `after`.');
}
