import { canHear, firmIdsOf, SYSTEM, TOPICS, type Actor, type HeardType, type Topic } from '#domain';
import {
  ACCESS_CHANNEL,
  listen,
  type Cursor,
  type EventsOf,
  type Listener,
  type Store,
  type StoredEvent,
  type Wake,
} from '#store';
import { cursorText, isBefore, readCursor } from './cursor.js';
import { Tail } from './tail.js';
import { Together } from './together.js';
import { Turnstile } from './turnstile.js';
import { TRIMMED_UNTIL } from './upkeep.js';

export interface FeedQuestion {
  readonly topic: Topic;
  readonly listingId?: string | undefined;
  readonly matchId?: string | undefined;
  /** Whose figures, where the topic is theirs; all else is of the actor's own firms. */
  readonly clusterId?: string | undefined;
  /** Cursor to replay from; without it only what commits from now on. */
  readonly after?: string | undefined;
}

export interface FeedEvent {
  readonly cursor: string;
  readonly event: StoredEvent & { readonly type: HeardType };
}

/** A cursor after which something may be missing: the follower reads its lists anew and starts afresh. */
export class CursorGone extends Error {}

/** Hears whose rights have changed; without an id, that anybody's may have. */
type HearAccess = (personId: string | undefined) => void;

const BATCH = 100;
/** Connections that reading for followers may hold: of ten, so that requests always find one. */
const MOST_AT_ONCE = 4;
/** Whoever was told nothing looks all the same. */
const IDLE_MS = 15_000;

/**
 * Follows the events of an actor's firms, or of a cluster's figures. Every follower reads the events table from its own
 * cursor, and once it has come to the end goes on with what was read for all; a wake-up only says when to look, so a
 * lost one costs time and never an event.
 */
export class EventFeed {
  private readonly waiting = new Map<string, Set<() => void>>();
  private readonly tail: Tail;
  private readonly hearingAccess = new Set<HearAccess>();
  private readonly listeners: readonly Listener[];
  private readonly together = new Together<readonly StoredEvent[]>();
  private readonly kept = new Together<{ readonly trimmed: Cursor | undefined; readonly next: string }>();
  private readonly latest = new Together<Cursor>();
  private readonly turnstile = new Turnstile(MOST_AT_ONCE);

  /**
   * @param databaseUrl of the database that tells itself whose rights have changed
   * @param onSent hears when an event that came while somebody followed has been sent
   */
  constructor(
    private readonly store: Store,
    databaseUrl: string,
    wake: Wake,
    private readonly onSent: (writtenAt: Date) => void = () => undefined,
  ) {
    this.tail = new Tail(store, (id) => this.wake(id));
    this.listeners = [
      wake.listen(() => this.tail.wake()),
      listen(databaseUrl, [ACCESS_CHANNEL], (id) => {
        for (const hear of this.hearingAccess) hear(id);
      }),
    ];
  }

  /** Whether `after` is a cursor of ours. */
  static isCursor(text: string): boolean {
    return readCursor(text) !== undefined;
  }

  /** The end of the events as of now: following from it misses nothing that comes later. */
  async now(): Promise<string> {
    return cursorText(await this.end());
  }

  /**
   * Events at least once and in order, until the iterator is returned.
   *
   * @throws CursorGone from `next` when events after the cursor may be gone
   */
  follow(actor: Actor, question: FeedQuestion): AsyncIterableIterator<FeedEvent> {
    const stop = new AbortController();
    const leave = this.tail.follow();
    stop.signal.addEventListener('abort', leave);
    const events = this.run(actor, question, stop.signal);
    return {
      next: () => events.next(),
      return: async () => {
        stop.abort();
        return events.return(undefined);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /**
   * Reads for somebody who follows: in the order of asking, so many at a time. When thousands come back at once none of
   * them is given up by the pool of connections, and none stands in the way of who only asks.
   */
  inTurn<T>(read: () => Promise<T>): Promise<T> {
    return this.turnstile.pass(read);
  }

  /**
   * Tells at once when a person's memberships or sessions have changed. A notification can be lost, so who must not
   * miss one looks by the clock as well.
   *
   * @returns ends the telling
   */
  onAccessChange(hear: HearAccess): () => void {
    this.hearingAccess.add(hear);
    return () => void this.hearingAccess.delete(hear);
  }

  async close(): Promise<void> {
    await Promise.all([...this.listeners.map((one) => one.close()), this.tail.close()]);
  }

  private async *run(
    actor: Actor,
    question: FeedQuestion,
    signal: AbortSignal,
  ): AsyncGenerator<FeedEvent, undefined> {
    const ids = followedBy(actor, question);
    const after = readCursor(question.after ?? '');
    let cursor = after ?? (await this.end());
    let replaying = after !== undefined;
    let isTold = false;
    const begunAt = new Date();
    while (!signal.aborted) {
      const nap = this.nap(ids, waitOf(IDLE_MS, ids), signal);
      const atHand = isTold && !replaying ? this.atHand(actor, question, cursor) : undefined;
      const batch = atHand ?? (await this.read(actor, question, cursor, replaying));
      replaying &&= batch.length === BATCH;
      for (const event of batch) {
        cursor = event.cursor;
        if (!isHeard(actor, event)) continue;
        yield { cursor: cursorText(cursor), event };
        // Asked for the next one: this one has been sent.
        this.sent(event, begunAt);
        if (signal.aborted) return undefined;
      }
      if (batch.length === BATCH) nap.end();
      isTold = await nap.over;
    }
    return undefined;
  }

  /** What the tail has read already; undefined where the table must be asked, in the actor's own name. */
  private atHand(
    actor: Actor,
    { topic, listingId, matchId, clusterId }: FeedQuestion,
    cursor: Cursor,
  ): readonly StoredEvent[] | undefined {
    const [firmId, ...others] = firmIdsOf(actor);
    if (clusterId !== undefined || firmId === undefined || others.length > 0) return undefined;
    const types: readonly string[] = TOPICS[topic];
    const isAsked = (event: StoredEvent): boolean =>
      types.includes(event.type) &&
      (listingId ?? event.listingId) === event.listingId &&
      (matchId ?? event.matchId) === event.matchId;
    return this.tail.after(cursor, firmId)?.filter(isAsked).slice(0, BATCH);
  }

  /** Where who follows without a cursor begins: it holds no fact, and is the same for everybody. */
  private end(): Promise<Cursor> {
    return this.latest.ask('', () => this.inTurn(() => this.store.read(SYSTEM, (tx) => tx.events.now())));
  }

  /** What was replayed tells nothing of how fast news are. */
  private sent({ writtenAt }: StoredEvent, begunAt: Date): void {
    if (writtenAt >= begunAt) this.onSent(writtenAt);
  }

  /** What a firm's people are told does not depend on who of them asks: those who wait at the same place read together. */
  private async read(
    actor: Actor,
    { topic, listingId, matchId, clusterId }: FeedQuestion,
    cursor: Cursor,
    replaying: boolean,
  ): Promise<readonly StoredEvent[]> {
    const { firms, clusters, scopes } = actor;
    const firmIds = firmIdsOf(actor);
    const of: EventsOf = clusterId === undefined ? { firmIds, listingId, matchId } : { clusterId };
    const batch = await this.together.ask(JSON.stringify([firms, clusters, scopes, topic, of, cursor]), () =>
      this.inTurn(() => this.store.read(actor, (tx) => tx.events.after(of, TOPICS[topic], cursor, BATCH))),
    );
    // After reading: what was trimmed while it was read is missing as well.
    if (replaying) await this.mustBeWhole(cursor);
    return batch;
  }

  private async mustBeWhole(cursor: Cursor): Promise<void> {
    const { trimmed, next } = await this.kept.ask('', () =>
      this.inTurn(() =>
        this.store.read(SYSTEM, async (tx) => ({
          trimmed: readCursor((await tx.marks.get(TRIMMED_UNTIL)) ?? ''),
          next: await tx.events.next(),
        })),
      ),
    );
    if (trimmed !== undefined && isBefore(cursor, trimmed))
      throw new CursorGone('events that came after this cursor are no longer kept');
    // A database that was restored elsewhere counts its transactions anew.
    if (BigInt(cursor.xid) > BigInt(next))
      throw new CursorGone('this cursor is not of this database, or of an earlier life of it');
  }

  /** Over when there is something of the firms or the cluster (then true), or when the time is up. */
  private nap(
    ids: readonly string[],
    ms: number,
    signal: AbortSignal,
  ): { over: Promise<boolean>; end: () => void } {
    let end: () => void = () => undefined;
    const over = new Promise<boolean>((resolve) => {
      let isTold = true;
      const timer = setTimeout(() => {
        isTold = false;
        end();
      }, ms);
      end = () => {
        clearTimeout(timer);
        for (const id of ids) this.forget(id, end);
        signal.removeEventListener('abort', end);
        resolve(isTold);
      };
      signal.addEventListener('abort', end);
      for (const id of ids) this.waiting.set(id, (this.waiting.get(id) ?? new Set()).add(end));
    });
    return { over, end };
  }

  private forget(id: string, end: () => void): void {
    const waiters = this.waiting.get(id);
    waiters?.delete(end);
    if (waiters?.size === 0) this.waiting.delete(id);
  }

  /** @param id everybody looks where there is none */
  private wake(id: string | undefined): void {
    const woken = id === undefined ? [...this.waiting.values()] : [this.waiting.get(id) ?? []];
    for (const end of woken.flatMap((waiters) => [...waiters])) end();
  }
}

/** Ids of what a wake-up must name for somebody who follows this. */
const followedBy = (actor: Actor, { clusterId }: FeedQuestion): readonly string[] =>
  clusterId === undefined ? firmIdsOf(actor) : [clusterId];

const isHeard = (actor: Actor, event: StoredEvent): event is FeedEvent['event'] =>
  canHear(actor, event as FeedEvent['event']);

/**
 * From half to one and a half times as long: until the next stroke of a clock that all of a firm's followers share, so
 * that they look together, and that no two firms share, so that not all look at once.
 */
function waitOf(ms: number, firmIds: readonly string[]): number {
  const phase = Number.parseInt(firmIds[0]?.slice(0, 8) ?? '0', 16) % ms;
  return ms / 2 + ms - ((performance.now() + ms / 2 + phase) % ms);
}
