import { SYSTEM } from '#domain';
import type { Cursor, Store, StoredEvent } from '#store';
import { Lookout, type Found } from './lookout.js';
import { Recent } from './recent.js';

const SOON_MS = [0, 5, 10, 20, 40, 80, 160, 320, 640];
/** What a lost wake-up costs. */
const CLOCK_MS = 1000;
const BATCH = 1000;

/**
 * Reads new events once for all who follow in this program, keeps the latest at hand, and says whose they are. It rests
 * while nobody follows.
 */
export class Tail {
  private readonly lookout = new Lookout(
    // The database is away: who follows hears of that by its own reading.
    () => this.read().catch(() => false),
    { soonMs: SOON_MS, clockMs: CLOCK_MS },
  );
  private recent: Recent | undefined;
  private following = 0;

  /** @param tell gets the firm or cluster of an event; nothing when anything may have come */
  constructor(
    private readonly store: Store,
    private readonly tell: (id?: string) => void,
  ) {}

  /** Somebody follows, until the returned is called. */
  follow(): () => void {
    this.following += 1;
    this.lookout.start();
    return () => {
      this.following -= 1;
      if (this.following > 0) return;
      this.lookout.rest();
      this.recent = undefined;
    };
  }

  /** Something has been committed. */
  wake(): void {
    this.lookout.wake();
  }

  /**
   * What a firm was told after a cursor, without asking the database again.
   *
   * @returns undefined where not all of it is at hand
   */
  after(cursor: Cursor, firmId: string): readonly StoredEvent[] | undefined {
    return this.recent?.after(cursor, firmId);
  }

  close(): Promise<void> {
    return this.lookout.close();
  }

  private async read(): Promise<Found> {
    const { recent } = this;
    if (recent === undefined) {
      this.recent = new Recent(await this.store.read(SYSTEM, (tx) => tx.events.now()));
      this.tell();
      return true;
    }
    const { events, hasMore } = await this.store.read(SYSTEM, (tx) => tx.events.latest(recent.until, BATCH));
    recent.add(events);
    for (const id of new Set(events.map(({ firmId, clusterId }) => firmId ?? clusterId))) this.tell(id);
    if (!hasMore) return 'all';
    return events.length > 0;
  }
}
