import { WebSocket } from 'ws';
import { now } from './clock.js';
import type { Frame, Order, Seat, Word } from './messages.js';

/** The sockets of a crowd, in a process of their own: what they do with a frame does not count as the server's work. */

/** Opened so many at a time at first; after a drop all come at once. */
const GENTLY = 50;
const AGAIN_MS = 100;
const AGAIN_SPREAD_MS = 400;

interface Message {
  readonly type: string;
  readonly payload?: {
    readonly data?: {
      readonly matchFound: {
        readonly cursor: string;
        readonly match: { readonly offer: { readonly id: string } };
      };
    };
  };
}

const say = (word: Word): void => void process.send?.(word);

/** One subscriber: connects again by itself with its last cursor, as a client library does. */
class Subscriber {
  readonly frames: Frame[] = [];
  readonly seen = new Set<string>();
  retries = 0;
  private socket: WebSocket | undefined;
  private cursor: string;
  private isAway = false;

  constructor(
    private readonly seat: Seat,
    private readonly query: string,
    private readonly onFrame: (frame: Frame, text: string) => void,
  ) {
    this.cursor = seat.after;
  }

  /** Resolves when it has subscribed; tries again until then, and whenever the server ends it later. */
  async open(): Promise<void> {
    this.isAway = false;
    while (!(await this.connect())) {
      this.retries += 1;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS + Math.random() * AGAIN_SPREAD_MS));
    }
    this.socket?.once('close', () => {
      if (!this.isAway) void this.open();
    });
  }

  /** Drops the connection without a goodbye. */
  drop(): Promise<void> {
    this.isAway = true;
    return new Promise((resolve) => {
      if (this.socket === undefined || this.socket.readyState === WebSocket.CLOSED) return resolve();
      this.socket.once('close', () => resolve());
      this.socket.terminate();
    });
  }

  /** @returns false when the connection or the subscription was refused */
  private connect(): Promise<boolean> {
    const { url, authorization } = this.seat;
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    this.socket = socket;
    const send = (message: object): void => socket.send(JSON.stringify(message));
    return new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(false));
      socket.on('open', () => send({ type: 'connection_init', payload: { authorization } }));
      socket.on('message', (data: Buffer) => {
        const at = now();
        const text = data.toString();
        const { type, payload } = JSON.parse(text) as Message;
        // An event that could not be read is none: the next connection comes to it again.
        if (type === 'next' && !payload?.data) socket.terminate();
        else if (type === 'next' && payload?.data) this.take(payload.data.matchFound, at, text);
        else if (type === 'connection_ack') {
          const variables = { after: this.cursor };
          send({ type: 'subscribe', id: '1', payload: { query: this.query, variables } });
          send({ type: 'ping' });
        } else if (type === 'pong') resolve(true);
        else if (type === 'ping') send({ type: 'pong' });
        // An error, or an end that nobody asked for: as after a broken connection.
        else socket.terminate();
      });
    });
  }

  private take(
    { cursor, match }: NonNullable<NonNullable<Message['payload']>['data']>['matchFound'],
    at: number,
    text: string,
  ): void {
    this.cursor = cursor;
    const frame = [match.offer.id, at] as const;
    this.frames.push(frame);
    if (this.seen.has(match.offer.id)) return;
    this.seen.add(match.offer.id);
    this.onFrame(frame, text);
  }
}

let crowd: readonly Subscriber[] = [];

function gather(query: string, seats: readonly Seat[]): void {
  const heard = new Map<string, number>();
  crowd = seats.map(
    (seat) =>
      new Subscriber(seat, query, ([listingId, at], sample) => {
        const count = (heard.get(listingId) ?? 0) + 1;
        heard.set(listingId, count);
        if (count === seats.length) say({ say: 'heard', listingId, at, sample });
      }),
  );
}

async function openAll(atOnce: number): Promise<void> {
  for (let start = 0; start < crowd.length; start += atOnce)
    await Promise.all(crowd.slice(start, start + atOnce).map((one) => one.open()));
  say({ say: 'open', at: now() });
}

process.on('message', (order: Order) => {
  if (order.do === 'open') {
    gather(order.query, order.seats);
    void openAll(GENTLY);
  } else if (order.do === 'drop') {
    void Promise.all(crowd.map((one) => one.drop())).then(() => say({ say: 'dropped' }));
  } else if (order.do === 'come back') {
    void openAll(crowd.length);
  } else {
    const retries = crowd.reduce((sum, one) => sum + one.retries, 0);
    say({ say: 'tally', frames: crowd.map(({ frames }) => frames), retries });
  }
});
process.on('disconnect', () => process.exit(0));
say({ say: 'ready' });
