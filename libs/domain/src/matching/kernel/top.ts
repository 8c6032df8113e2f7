import { nth } from './nth.js';
import type { IdTable } from './id-table.js';

/** Where a search puts the rows that it finds: best bound of each listing, up to a number of them. */
export interface Top {
  /** What a bound must reach to be of use. */
  readonly floor: number;
  readonly offer: (listing: number, bound: number) => void;
  /** Calls back with each, best first. */
  readonly each: (tell: (listing: number, bound: number) => void) => void;
}

/** The best few, kept in order: to put one in moves the others. */
export class Few implements Top {
  readonly bounds: Float64Array;
  readonly listings: Int32Array;
  private count = 0;
  floor = -Infinity;

  constructor(
    private most: number,
    private readonly ids: IdTable,
  ) {
    this.bounds = new Float64Array(most);
    this.listings = new Int32Array(most);
  }

  get size(): number {
    return this.count;
  }

  /** Empty again, for at most as many as it was made for. */
  begin(most: number): void {
    [this.most, this.count, this.floor] = [most, 0, -Infinity];
  }

  offer(listing: number, bound: number): void {
    const { bounds, listings } = this;
    const known = this.placeOf(listing);
    if (known >= 0 ? nth(bounds, known) >= bound : this.hasNoPlaceFor(listing, bound)) return;
    if (known < 0 && this.count < this.most) this.count += 1;
    let at = known < 0 ? this.count - 1 : known;
    while (at > 0 && this.isBefore(listing, bound, at - 1)) {
      bounds[at] = nth(bounds, at - 1);
      listings[at] = listings[at - 1] ?? 0;
      at -= 1;
    }
    [bounds[at], listings[at]] = [bound, listing];
    if (this.count === this.most) this.floor = nth(bounds, this.most - 1);
  }

  each(tell: (listing: number, bound: number) => void): void {
    for (let at = 0; at < this.count; at += 1) tell(this.listings[at] ?? 0, this.bounds[at] ?? 0);
  }

  private hasNoPlaceFor(listing: number, bound: number): boolean {
    return this.count === this.most && !this.isBefore(listing, bound, this.most - 1);
  }

  private isBefore(listing: number, bound: number, at: number): boolean {
    const other = this.bounds[at] ?? 0;
    return bound > other || (bound === other && this.ids.compare(listing, this.listings[at] ?? 0) < 0);
  }

  private placeOf(listing: number): number {
    for (let at = 0; at < this.count; at += 1) if (this.listings[at] === listing) return at;
    return -1;
  }
}

/** Every listing found, put in order at the end. */
export class All implements Top {
  readonly floor = -Infinity;
  private readonly bounds = new Map<number, number>();

  constructor(private readonly ids: IdTable) {}

  offer(listing: number, bound: number): void {
    if (bound > (this.bounds.get(listing) ?? -Infinity)) this.bounds.set(listing, bound);
  }

  each(tell: (listing: number, bound: number) => void): void {
    const inOrder = [...this.bounds].sort((a, b) => b[1] - a[1] || this.ids.compare(a[0], b[0]));
    for (const [listing, bound] of inOrder) tell(listing, bound);
  }
}
