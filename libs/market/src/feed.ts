import { firmIdsOf, type Actor } from '#domain';
import {
  ACCESS_CHANNEL,
  EVENT_CHANNEL,
  listen,
  type Cursor,
  type Listener,
  type Store,
  type StoredEvent,
} from '#store';
import { cursorText, readCursor } from './cursor.js';
import { Together } from './together.js';

export interface FeedQuestion {
  readonly types: readonly string[];
  readonly listingId?: string | undefined;
  /** Cursor to replay from; without it only what commits from now on. */
  readonly after?: string | undefined;
}

export interface FeedEvent {
  readonly cursor: string;
  readonly event: StoredEvent;
}

/** Hears whose rights have changed; without an id, that anybody's may have. */
type HearAccess = (personId: string | undefined) => void;

const BATCH = 100;
/** Waits after a wake-up that brought nothing yet: an older transaction may still be open. Then the slow clock. */
const SOON_MS = [10, 20, 40, 80, 160, 320, 640, 1280, 2560];
const IDLE_MS = 15_000;

/**
 * Follows the events of an actor's firms. Every follower reads the events table from its own cursor; the
 * database's notification only says when to look, so a lost one costs time and never an event.
 */
export class EventFeed {
  private readonly waiting = new Set<{ readonly firmIds: readonly string[]; readonly wake: () => void }>();
  private readonly hearingAccess = new Set<HearAccess>();
  private readonly listener: Listener;
  private readonly together = new Together<readonly StoredEvent[]>();

  /** @param onSent hears when an event that came while somebody followed has been sent */
  constructor(
    private readonly store: Store,
    databaseUrl: string,
    private readonly onSent: (writtenAt: Date) => void = () => undefined,
  ) {
    this.listener = listen(databaseUrl, [EVENT_CHANNEL, ACCESS_CHANNEL], (id, channel) => {
      if (channel !== ACCESS_CHANNEL) this.wake(id);
      if (channel !== EVENT_CHANNEL) for (const hear of this.hearingAccess) hear(id);
    });
  }

  /** Whether `after` is a cursor of ours. */
  static isCursor(text: string): boolean {
    return readCursor(text) !== undefined;
  }

  /** Events at least once and in order, until the iterator is returned. */
  follow(actor: Actor, question: FeedQuestion): AsyncIterableIterator<FeedEvent> {
    const stop = new AbortController();
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
    await this.listener.close();
  }

  private async *run(
    actor: Actor,
    question: FeedQuestion,
    signal: AbortSignal,
  ): AsyncGenerator<FeedEvent, undefined> {
    const firmIds = firmIdsOf(actor);
    let cursor: Cursor =
      (question.after === undefined ? undefined : readCursor(question.after)) ??
      (await this.store.read(actor, (tx) => tx.events.now()));
    const begunAt = new Date();
    for (let quiet = 0; !signal.aborted; quiet += 1) {
      const nap = this.nap(firmIds, waitOf(SOON_MS[quiet] ?? IDLE_MS, firmIds), signal);
      const batch = await this.read(actor, question, cursor);
      for (const event of batch) {
        cursor = event.cursor;
        yield { cursor: cursorText(cursor), event };
        // Asked for the next one: this one has been sent. What was replayed tells nothing of how fast news are.
        if (event.writtenAt >= begunAt) this.onSent(event.writtenAt);
        if (signal.aborted) return undefined;
      }
      if (batch.length > 0) quiet = -1;
      if (batch.length === BATCH) nap.end();
      else if (await nap.over) quiet = -1;
    }
    return undefined;
  }

  /** What a firm's people are told does not depend on who of them asks: those who wait at the same place read together. */
  private read(
    actor: Actor,
    { types, listingId }: FeedQuestion,
    from: Cursor,
  ): Promise<readonly StoredEvent[]> {
    const { firms, clusters } = actor;
    return this.together.ask(JSON.stringify([firms, clusters, types, listingId, from]), () =>
      this.store.read(actor, (tx) => tx.events.after(firmIdsOf(actor), types, from, BATCH, listingId)),
    );
  }

  /** Resolves true when a commit concerning the firms woke it, false when the time was up. */
  private nap(
    firmIds: readonly string[],
    ms: number,
    signal: AbortSignal,
  ): { over: Promise<boolean>; end: () => void } {
    let end: (woken: boolean) => void = () => undefined;
    const over = new Promise<boolean>((resolve) => {
      const waiter = { firmIds, wake: () => end(true) };
      const timer = setTimeout(() => end(false), ms);
      const abort = (): void => end(false);
      end = (woken) => {
        clearTimeout(timer);
        this.waiting.delete(waiter);
        signal.removeEventListener('abort', abort);
        resolve(woken);
      };
      signal.addEventListener('abort', abort);
      this.waiting.add(waiter);
    });
    return { over, end: () => end(false) };
  }

  /** Without a firm: the connection is new, and everybody looks. */
  private wake(firmId: string | undefined): void {
    for (const one of [...this.waiting]) {
      if (firmId === undefined || one.firmIds.includes(firmId)) one.wake();
    }
  }
}

/**
 * From half to one and a half times as long: until the next stroke of a clock that all of a firm's followers share, so
 * that they look together, and that no two firms share, so that not all look at once.
 */
function waitOf(ms: number, firmIds: readonly string[]): number {
  const phase = Number.parseInt(firmIds[0]?.slice(0, 8) ?? '0', 16) % ms;
  return ms / 2 + ms - ((performance.now() + ms / 2 + phase) % ms);
}
