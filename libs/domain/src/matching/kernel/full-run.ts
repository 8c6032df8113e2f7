import type { LookRules } from '../look.js';
import { LEAST_DETOUR } from '../look.js';
import { nth, rounded } from './nth.js';
import type { Query } from './query.js';
import { COLD, HOT } from './row.js';
import { Search } from './search.js';
import type { Shelf } from './shelf.js';
import type { Shelves } from './shelves.js';
import { Few } from './top.js';
import { Wishes } from './wishes.js';

/** Rows of one shelf that are matched in one go: neighbours seek the same things, and find them still near at hand. */
export interface Chunk {
  readonly shelf: number;
  readonly from: number;
  readonly to: number;
}

/** Told of one listing: its number, and those that it found with their bounds, best first, in the first places. */
export type TellList = (listing: number, found: Int32Array, bounds: Float64Array, count: number) => void;

const CHUNK_ROWS = 2048;
const NO_ONE: ReadonlySet<number> = new Set();

/** Matches a whole market with itself: what each reading looks for is worked out once for each material and division. */
export class FullRun {
  private readonly search = new Search();
  private readonly wishes: Wishes;
  private readonly top: Few;

  constructor(
    private readonly market: Shelves,
    rules: LookRules,
    private readonly count: number,
  ) {
    this.wishes = new Wishes(market, rules);
    this.top = new Few(count, market.register.ids);
  }

  /** Everything there is to match, in pieces that threads can take in turn. */
  chunks(): readonly Chunk[] {
    return this.market.all.flatMap((shelf, number) =>
      Array.from({ length: Math.ceil((shelf?.count ?? 0) / CHUNK_ROWS) }, (_, at) => ({
        shelf: number,
        from: at * CHUNK_ROWS,
        to: Math.min(shelf?.count ?? 0, (at + 1) * CHUNK_ROWS),
      })),
    );
  }

  /** Tells the best list by bound of each listing whose first reading stands in the chunk; the lists are overwritten. */
  match({ shelf, from, to }: Chunk, tell: TellList): void {
    const rows = this.market.all[shelf];
    if (!rows) return;
    for (let row = from; row < to; row += 1) {
      const listing = nth(rows.cold, row * COLD.size + COLD.listing);
      if (listing < 0 || this.market.register.firstShelfOf(listing) !== shelf) continue;
      this.top.begin(this.count);
      this.search.run(this.queryOf(rows, row, listing), NO_ONE, this.top);
      tell(listing, this.top.listings, this.top.bounds, this.top.size);
    }
  }

  private queryOf({ hot, cold }: Shelf, row: number, listing: number): Query {
    const [warm, at] = [row * HOT.size, row * COLD.size];
    return {
      place: {
        latitude: nth(cold, at + COLD.latitude),
        longitude: nth(cold, at + COLD.longitude),
        radiusKm: nth(cold, at + COLD.radiusKm),
      },
      x: rounded(hot, warm + HOT.x),
      y: rounded(hot, warm + HOT.y),
      z: rounded(hot, warm + HOT.z),
      firm: nth(cold, at + COLD.firm),
      division: nth(cold, at + COLD.division),
      maxKm: nth(cold, at + COLD.maxKm),
      leastDetour: LEAST_DETOUR,
      sought: this.wishes.of(listing),
    };
  }
}
