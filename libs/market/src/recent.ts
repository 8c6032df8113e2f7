import { isBefore } from './cursor.js';
import type { Cursor, StoredEvent } from '#store';

/** Events that are kept at hand; who is further behind reads the table. */
const MOST_KEPT = 2_000;

/**
 * The latest events of all firms, as they were read once for everybody. Whoever is told of one, and how much of it, is
 * decided elsewhere: here are ids only, and a firm gets its own.
 */
export class Recent {
  private readonly all: StoredEvent[] = [];
  private readonly ofFirm = new Map<string, StoredEvent[]>();

  /** @param since everything after it will be added, in order */
  constructor(private since: Cursor) {}

  /** Of the last event that was added. */
  get until(): Cursor {
    return this.all.at(-1)?.cursor ?? this.since;
  }

  add(events: readonly StoredEvent[]): void {
    for (const event of events) {
      this.all.push(event);
      const { firmId } = event;
      if (firmId !== undefined) this.ofFirm.set(firmId, [...(this.ofFirm.get(firmId) ?? []), event]);
    }
    while (this.all.length > MOST_KEPT) this.forgetFirst();
  }

  /**
   * What a firm was told after a cursor, oldest first.
   *
   * @returns undefined where something of it may be no longer here
   */
  after(cursor: Cursor, firmId: string): readonly StoredEvent[] | undefined {
    if (isBefore(cursor, this.since)) return undefined;
    return (this.ofFirm.get(firmId) ?? []).filter((event) => isBefore(cursor, event.cursor));
  }

  private forgetFirst(): void {
    const first = this.all.shift();
    if (first === undefined) return;
    this.since = first.cursor;
    const { firmId } = first;
    if (firmId === undefined) return;
    const left = (this.ofFirm.get(firmId) ?? []).filter((event) => event !== first);
    if (left.length === 0) this.ofFirm.delete(firmId);
    else this.ofFirm.set(firmId, left);
  }
}
