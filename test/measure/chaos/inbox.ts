import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Client } from './client.js';
import { MATCH_FOUND } from './documents.js';
import { pause } from './program.js';

interface Pushed {
  readonly matchFound: {
    readonly cursor: string;
    readonly match: {
      readonly id: string;
      readonly offer: { readonly id: string };
      readonly need: { readonly id: string };
    };
  };
}

const AGAIN_MS = 250;
const PING_MS = 5_000;

/** What a firm is pushed: a subscription that goes on from its cursor whenever it was broken off. */
export class Inbox {
  /** Matches by the pair of their listings: `offer need`. */
  private readonly matches = new Map<string, string>();
  private readonly ids = new Set<string>();
  private readonly waiting = new Map<string, (matchId: string) => void>();
  private open = true;
  private leave: () => void = () => undefined;
  private following: Promise<void> = Promise.resolve();
  private started = false;
  breaks = 0;
  repeats = 0;

  constructor(private readonly client: Client) {}

  get firmId(): string {
    return this.client.person.firmId;
  }

  /** Ids of all matches that have been pushed. */
  get received(): ReadonlySet<string> {
    return this.ids;
  }

  /** Once; later calls change nothing. */
  start(cursor: string): void {
    if (this.started) return;
    this.started = true;
    this.following = this.follow(cursor);
  }

  /** The match of a pair as soon as it is pushed; undefined when it has not come in time. */
  matchOf(offerId: string, needId: string, ms: number): Promise<string | undefined> {
    const pair = `${offerId} ${needId}`;
    const known = this.matches.get(pair);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => {
      const end = (matchId?: string): void => {
        clearTimeout(timer);
        this.waiting.delete(pair);
        resolve(matchId);
      };
      const timer = setTimeout(end, ms);
      this.waiting.set(pair, end);
    });
  }

  async stop(): Promise<void> {
    this.open = false;
    this.leave();
    await this.following;
  }

  private async follow(from: string): Promise<void> {
    for (let cursor = from; this.open;) {
      cursor = await this.read(cursor);
      if (!this.open) return;
      this.breaks += 1;
      this.client.turn();
      await pause(AGAIN_MS);
    }
  }

  /** @returns the cursor that it got to before the connection or the subscription broke */
  private async read(from: string): Promise<string> {
    let cursor = from;
    const socket = createClient({
      url: `${this.client.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: this.client.person.authorization },
      retryAttempts: 0,
      keepAlive: PING_MS,
    });
    this.leave = () => void socket.dispose();
    try {
      for await (const { data, errors } of socket.iterate<Pushed>({
        query: MATCH_FOUND,
        variables: { after: cursor },
      })) {
        if (errors !== undefined || data === null || data === undefined) break;
        this.take(data.matchFound.match);
        cursor = data.matchFound.cursor;
      }
    } catch {
      // Broken off; the next connection goes on from the cursor.
    } finally {
      await socket.dispose();
    }
    return cursor;
  }

  private take({ id, offer, need }: Pushed['matchFound']['match']): void {
    if (this.ids.has(id)) this.repeats += 1;
    this.ids.add(id);
    const pair = `${offer.id} ${need.id}`;
    this.matches.set(pair, id);
    this.waiting.get(pair)?.(id);
  }
}
