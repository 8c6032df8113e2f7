import type DataLoader from 'dataloader';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import { SYSTEM, type EventFeed, type Market, type Standing, type StandsOn } from '#market';
import { batches } from './batches.js';
import type { Caller, Known } from './callers.js';
import { giveUpWhenTooFull } from './slow-client.js';

/** How often a socket's age, expiry and unsent messages are looked at. */
const LOOK_MS = 500;
/** Every so many looks the database is asked about every socket, in case a notification was lost: 3 s. */
const LOOKS_A_REVIEW = 6;
const OLDEST_MS = 12 * 60 * 60 * 1000;
/** A closed socket whose other end does not say goodbye is cut off, with what it has not read yet. */
const GOODBYE_MS = 1000;
const SESSIONS_A_QUESTION = 500;

/** Why a socket is closed; the codes are those of graphql-transport-ws and of RFC 6455. */
const CLOSED = {
  ended: [4403, 'The session or key has ended: sign in again.'],
  changed: [4403, 'What you may act for has changed: connect again.'],
  expired: [4401, 'The session or key has expired: sign in again.'],
  old: [1012, 'Open for twelve hours: connect again.'],
} as const;

/** One open socket and what it was opened on. */
export interface Bond {
  readonly socket: WebSocket;
  readonly actor: Caller;
  readonly rights: string;
  readonly openedAt: number;
  expiresAt: number;
}

interface Parts {
  readonly market: Market;
  readonly feed: EventFeed;
  readonly log: Logger;
}

/**
 * Ties every open socket to the session or key and the rights that it was opened with. A socket never gets other rights: when
 * they change, it is closed and the client connects again. Asked at every event, told by the database when something
 * changes, and reviewed by the clock in case it was not.
 */
export class Bonds {
  private readonly open = new Set<Bond>();
  private readonly standings: DataLoader<StandsOn, Standing | undefined>;
  private readonly stopHearing: () => void;
  private readonly clock: NodeJS.Timeout;
  private looks = 0;

  constructor(private readonly parts: Parts) {
    // All sockets that an event wakes in one turn are asked about in one statement, each event anew.
    const standings = (ids: readonly StandsOn[]) => parts.market.membership.standings(SYSTEM, ids);
    this.standings = batches(standings, SESSIONS_A_QUESTION);
    this.stopHearing = parts.feed.onAccessChange((personId) => this.review(personId));
    this.clock = setInterval(() => this.look(), LOOK_MS);
  }

  /** Undefined when the session has ended meanwhile, or the socket is gone. */
  async bind(socket: WebSocket, { standsOn, caller }: Known): Promise<Bond | undefined> {
    const standing = await this.standings.load(standsOn);
    if (standing === undefined || standing.expired || !isOpen(socket)) return undefined;
    // Read after its fingerprint: a change between the two closes the socket for nothing, and never goes unseen.
    const actor = await caller();
    if (actor === undefined || !isOpen(socket)) return undefined;
    const { rights, expiresAt } = standing;
    const bond = { socket, actor, rights, openedAt: Date.now(), expiresAt: expiresAt.getTime() };
    this.open.add(bond);
    socket.once('close', () => this.open.delete(bond));
    return bond;
  }

  /** Whether the socket may still be served, asked of the database now; closes it when not. */
  async stands(bond: Bond): Promise<boolean> {
    if (!this.open.has(bond)) return false;
    const standing = await this.standings.load(bond.actor.standsOn);
    if (!this.open.has(bond)) return false;
    if (standing === undefined) return this.end(bond, bond.expiresAt > Date.now() ? 'ended' : 'expired');
    if (standing.expired) return this.end(bond, 'expired');
    if (standing.rights !== bond.rights) return this.end(bond, 'changed');
    bond.expiresAt = standing.expiresAt.getTime();
    return true;
  }

  close(): void {
    clearInterval(this.clock);
    this.stopHearing();
  }

  private end(bond: Bond, why: keyof typeof CLOSED): false {
    this.open.delete(bond);
    const [code, reason] = CLOSED[why];
    bond.socket.close(code, reason);
    setTimeout(() => bond.socket.terminate(), GOODBYE_MS).unref();
    return false;
  }

  /** Asks about the sockets of a person, or about all of them. */
  private review(personId?: string): void {
    for (const bond of this.open) {
      if (personId === undefined || bond.actor.personId === personId) this.ask(bond);
    }
  }

  private ask(bond: Bond): void {
    this.stands(bond).catch((error: unknown) =>
      // While the database is away no event is read either; the next review asks again.
      this.parts.log.warn({ err: error }, 'Whether a socket may stay open could not be asked'),
    );
  }

  private look(): void {
    this.looks += 1;
    const now = Date.now();
    for (const bond of this.open) {
      giveUpWhenTooFull(bond.socket);
      if (now - bond.openedAt > OLDEST_MS) this.end(bond, 'old');
      else if (bond.expiresAt <= now || this.looks % LOOKS_A_REVIEW === 0) this.ask(bond);
    }
  }
}

const isOpen = ({ readyState, OPEN }: WebSocket): boolean => readyState === OPEN;
