import { SYSTEM } from '#domain';
import type { Cursor, Store } from '#store';
import { Lookout } from './lookout.js';

const SOON_MS = [0, 5, 10, 20, 40, 80, 160, 320, 640];
/** What a lost wake-up costs. */
const CLOCK_MS = 1000;
const BATCH = 1000;

/**
 * Looks for new events once for all who follow in this program, and says whose they are as soon as they can be read.
 * It rests while nobody follows.
 */
export class Tail {
  private readonly lookout = new Lookout(
    // The database is away: who follows hears of that by its own reading.
    () => this.read().catch(() => false),
    { soonMs: SOON_MS, clockMs: CLOCK_MS },
  );
  private cursor: Cursor | undefined;
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
      this.cursor = undefined;
    };
  }

  /** Something has been committed. */
  wake(): void {
    this.lookout.wake();
  }

  close(): Promise<void> {
    return this.lookout.close();
  }

  /** @returns whether there was anything */
  private async read(): Promise<boolean> {
    const from = this.cursor;
    if (from === undefined) {
      this.cursor = await this.store.read(SYSTEM, (tx) => tx.events.now());
      this.tell();
      return true;
    }
    const rows = await this.store.read(SYSTEM, (tx) => tx.events.whose(from, BATCH));
    for (const id of new Set(rows.map((row) => row.id))) this.tell(id);
    this.cursor = rows.at(-1)?.cursor ?? from;
    return rows.length > 0;
  }
}
