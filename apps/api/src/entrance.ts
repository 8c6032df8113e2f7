import { Together, Turnstile } from '#market';
import type { WebSocket } from 'ws';
import type { Caller, Callers, Known } from './callers.js';

/** Of the five connections that sign-in has, and of the ten of the market: requests always find one. */
const MOST_SIGNING_IN = 3;
const MOST_READING = 2;

/** What a socket says of itself in its first message. */
export interface Introduction {
  readonly authorization: string | undefined;
  readonly actingFor: string | undefined;
}

/**
 * The way in for sockets. After an outage thousands come at once: they are asked who they are a few at a time and in
 * the order that they came, those with one token together, and who has gone meanwhile is not asked any more. Without it
 * they would all wait for a handful of connections, be given up, and come again with nothing done.
 */
export class Entrance {
  private readonly signingIn = new Turnstile(MOST_SIGNING_IN);
  private readonly reading = new Turnstile(MOST_READING);
  private readonly known = new Together<Known | undefined>();
  private readonly rights = new Together<Caller | undefined>();
  /** Sockets that wait to be asked, by what they say of themselves. */
  private readonly waiting = new Map<string, Set<WebSocket>>();

  constructor(private readonly callers: Callers) {}

  /**
   * Who a socket belongs to, asked after it came; undefined when nobody is signed in by what it says, or when all who
   * said it have gone.
   *
   * @throws NotYourFirm from `caller`
   */
  async of(socket: WebSocket, introduction: Introduction): Promise<Known | undefined> {
    const { authorization, actingFor } = introduction;
    const words = JSON.stringify([authorization ?? null, actingFor ?? null]);
    const here = this.waiting.get(words) ?? new Set();
    this.waiting.set(words, here.add(socket));
    try {
      const isWanted = (): boolean => [...here].some(({ readyState, OPEN }) => readyState === OPEN);
      const ask = async () => (isWanted() ? this.callers.known(authorization, actingFor) : undefined);
      const known = await this.known.ask(words, () => this.signingIn.pass(ask));
      if (known === undefined) return undefined;
      const caller = () => this.rights.ask(words, () => this.reading.pass(known.caller));
      return { standsOn: known.standsOn, caller };
    } finally {
      here.delete(socket);
      if (here.size === 0) this.waiting.delete(words);
    }
  }
}
