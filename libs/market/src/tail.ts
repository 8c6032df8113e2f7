import { SYSTEM } from '#domain';
import type { Cursor, Store } from '#store';

/** Waits after a wake-up that brought nothing yet: an older transaction may still be open. Then the slow clock. */
const SOON_MS = [5, 10, 20, 40, 80, 160, 320, 640];
/** What a lost wake-up costs. */
const CLOCK_MS = 1000;
const BATCH = 1000;

/**
 * Looks for new events once for all who follow in this program, and says whose they are as soon as they can be read.
 * It rests while nobody follows.
 */
export class Tail {
  private cursor: Cursor | undefined;
  private quiet = SOON_MS.length;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private wokenMeanwhile = false;
  private following = 0;
  private closed = false;

  /** @param tell gets the firm or cluster of an event; nothing when anything may have come */
  constructor(
    private readonly store: Store,
    private readonly tell: (id?: string) => void,
  ) {}

  /** Somebody follows, until the returned is called. */
  follow(): () => void {
    this.following += 1;
    this.plan();
    return () => {
      this.following -= 1;
      if (this.following > 0) return;
      clearTimeout(this.timer);
      this.timer = undefined;
      this.cursor = undefined;
    };
  }

  /** Something has been committed. */
  wake(): void {
    this.quiet = 0;
    if (this.looking !== undefined) this.wokenMeanwhile = true;
    else if (this.following > 0) this.look();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private look(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.looking = this.read()
      // The database is away: who follows hears of that by its own reading.
      .catch(() => false)
      .then((found) => {
        this.looking = undefined;
        if (found) this.quiet = 0;
        if (this.wokenMeanwhile && !this.closed && this.following > 0) this.look();
        else this.plan();
      });
    this.wokenMeanwhile = false;
  }

  private plan(): void {
    if (this.closed || this.following === 0 || this.timer !== undefined || this.looking !== undefined) return;
    this.timer = setTimeout(() => this.look(), SOON_MS[this.quiet] ?? CLOCK_MS);
    this.quiet += 1;
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
    this.wokenMeanwhile ||= rows.length === BATCH;
    return rows.length > 0;
  }
}
