import { otherSide } from '../../listing/listing.js';
import { LEAST_DETOUR, lookOf, type LookRules } from '../look.js';
import { WEIGHTS } from '../terms.js';
import { ceilingOf, type Query, type Wanted } from './query.js';
import { Search } from './search.js';
import { COLD, HOT, type Shelf } from './shelf.js';
import { sideNumber, type Shelves } from './shelves.js';
import { Few } from './top.js';
import { nth } from './nth.js';

/** Rows of one shelf that are matched in one go: neighbours seek the same things, and find them still near at hand. */
export interface Chunk {
  readonly shelf: number;
  readonly from: number;
  readonly to: number;
}

/** Told of one listing: its number, and those that it found with their bounds, best first, in the first places. */
export type TellList = (listing: number, found: Int32Array, bounds: Float64Array, count: number) => void;

/** What a reading looks for, whoever it is of: worth and amount for a sure reading of one unit. */
interface Wish {
  /** Amount, material and ceiling are set anew for each listing. */
  readonly wanted: { -readonly [Key in keyof Wanted]: Wanted[Key] };
  readonly suitability: number;
  readonly ratio: number;
}

const CHUNK_ROWS = 2048;
const NO_ONE: ReadonlySet<number> = new Set();

/** Matches a whole market with itself: what each reading looks for is worked out once for each material and division. */
export class FullRun {
  private readonly search = new Search();
  private readonly wishes = new Map<number, readonly Wish[]>();
  private readonly top: Few;

  constructor(
    private readonly market: Shelves,
    private readonly rules: LookRules,
    private readonly count: number,
  ) {
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

  private queryOf(shelf: Shelf, row: number, listing: number): Query {
    const { hot, cold } = shelf;
    const [warm, at] = [row * HOT.size, row * COLD.size];
    return {
      place: {
        latitude: nth(cold, at + COLD.latitude),
        longitude: nth(cold, at + COLD.longitude),
        radiusKm: nth(hot, warm + HOT.radiusKm),
      },
      x: nth(hot, warm + HOT.x),
      y: nth(hot, warm + HOT.y),
      z: nth(hot, warm + HOT.z),
      firm: nth(cold, at + COLD.firm),
      division: nth(hot, warm + HOT.division),
      maxKm: nth(hot, warm + HOT.maxKm),
      leastDetour: LEAST_DETOUR,
      wanted: this.wantedBy(listing),
    };
  }

  private wantedBy(listing: number): readonly Wanted[] {
    const all: Wanted[] = [];
    for (const { shelf, row } of this.market.register.spotsOf(listing)) {
      const { hot } = this.market.all[shelf] ?? {};
      if (hot === undefined) continue;
      const trust = nth(hot, row * HOT.size + HOT.trust);
      const amount = nth(hot, row * HOT.size + HOT.amount);
      for (const { wanted, suitability, ratio } of this.wishesOf(
        shelf,
        nth(hot, row * HOT.size + HOT.division),
      )) {
        // the steps of `lookOf`, so that both come to the same last digit
        wanted.amount = shelf % 2 === OFFERS ? amount * ratio : amount / ratio;
        wanted.material = WEIGHTS.material * (suitability * trust);
        wanted.ceiling = ceilingOf(wanted);
        all.push(wanted);
      }
    }
    return all;
  }

  private wishesOf(shelf: number, division: number): readonly Wish[] {
    const key = shelf * DIVISIONS + division;
    const known = this.wishes.get(key);
    if (known !== undefined) return known;
    const made = this.made(shelf, division);
    this.wishes.set(key, made);
    return made;
  }

  private made(shelf: number, division: number): readonly Wish[] {
    const { materials } = this.rules;
    const side = shelf % 2 === OFFERS ? 'OFFER' : 'NEED';
    const code = this.market.materialOf(shelf);
    const material = materials.get(code);
    if (material === undefined) return [];
    const look = lookOf(
      {
        side,
        firmId: '',
        division: this.market.divisionOf(division),
        place: { latitude: 0, longitude: 0, radiusKm: 0 },
        readings: [{ material, confidence: 1 }],
        yearlyBase: { min: 1, max: 1 },
      },
      this.rules,
    );
    return look.sought.flatMap((sought) => {
      const wanted = this.market.wantedOf(sought, sideNumber(otherSide(side)));
      const [given, taken] = side === 'OFFER' ? [code, sought.materialCode] : [sought.materialCode, code];
      const ratio = materials.linksOf(given).get(taken)?.ratio;
      return wanted === undefined || ratio === undefined ? [] : { wanted, suitability: sought.worth, ratio };
    });
  }
}

const OFFERS = 0;
/** More than there are NACE divisions. */
const DIVISIONS = 4096;
