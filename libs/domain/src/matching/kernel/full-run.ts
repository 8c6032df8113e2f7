import type { Side } from '../../listing/listing.js';
import type { Material } from '../../material/material.js';
import { LEAST_DETOUR, lookOf, type LookRules } from '../look.js';
import { BUYER, divisionsOf, NOT_SAID } from '../practice.js';
import { WEIGHTS } from '../terms.js';
import { useValueOf } from '../use-value.js';
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

/** NACE divisions that a material lists, by number; where it lists none, nothing is known either way. */
interface Listed {
  readonly table: Float64Array;
  readonly isEmpty: boolean;
}

/** What readings of one material look for, whoever they are of. */
interface Wish {
  /** Amount, material, fixed part and ceiling are set anew for each listing. */
  readonly wanted: { -readonly [Key in keyof Wanted]: Wanted[Key] };
  readonly suitability: number;
  readonly ratio: number;
  readonly use: number;
  /** Who takes the by-product or gives it, and who buys the input, where that counts too. */
  readonly first: Listed;
  readonly second: Listed | undefined;
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
      const at = row * HOT.size;
      const [trust, amount] = [nth(hot, at + HOT.trust), nth(hot, at + HOT.amount)];
      for (const wish of this.wishesOf(shelf)) {
        const { wanted } = wish;
        // the steps of `lookOf`, so that both come to the same last digit
        wanted.amount = shelf % 2 === OFFERS ? amount * wish.ratio : amount / wish.ratio;
        wanted.material = WEIGHTS.material * (wish.suitability * trust);
        wanted.fixed = wish.use + (WEIGHTS.practice * ownPractice(wish, nth(hot, at + HOT.division))) / 2;
        wanted.ceiling = ceilingOf(wanted);
        all.push(wanted);
      }
    }
    return all;
  }

  private wishesOf(shelf: number): readonly Wish[] {
    const known = this.wishes.get(shelf);
    if (known !== undefined) return known;
    const material = this.rules.materials.get(this.market.materialOf(shelf));
    const made = material === undefined ? [] : this.made(material, shelf % 2 === OFFERS ? 'OFFER' : 'NEED');
    this.wishes.set(shelf, made);
    return made;
  }

  private made(material: Material, side: Side): readonly Wish[] {
    const { materials, prices } = this.rules;
    const facts = { side, firmId: '', division: '', place: NOWHERE, yearlyBase: { min: 1, max: 1 } };
    const look = lookOf({ ...facts, readings: [{ material, confidence: 1 }] }, this.rules);
    return look.sought.flatMap((sought) => {
      const other = materials.get(sought.materialCode);
      const wanted = this.market.wantedOf(sought, sideNumber(look.side));
      if (other === undefined || wanted === undefined) return [];
      const [byProduct, input] = side === 'OFFER' ? [material, other] : [other, material];
      const link = materials.linksOf(byProduct.code).get(input.code);
      if (link === undefined) return [];
      const buys = side === 'NEED' && byProduct !== input;
      return {
        wanted,
        suitability: sought.worth,
        ratio: link.ratio,
        use: WEIGHTS.use * useValueOf(link, byProduct, input, prices),
        first: this.listed(divisionsOf(materials, byProduct, side === 'OFFER' ? 'givers' : 'takers')),
        second: buys ? this.listed(divisionsOf(materials, input, 'takers')) : undefined,
      };
    });
  }

  private listed(divisions: readonly string[]): Listed {
    return { table: this.market.divisions.knownAs(divisions), isEmpty: divisions.length === 0 };
  }
}

/** `givingOf` and `takingOf` by number. */
const ownPractice = ({ first, second }: Wish, division: number): number =>
  second === undefined
    ? knownIn(first, division)
    : Math.max(knownIn(first, division), BUYER * knownIn(second, division));

const knownIn = ({ table, isEmpty }: Listed, division: number): number => {
  if (isEmpty) return NOT_SAID;
  return nth(table, division) > 0 ? 1 : 0;
};

const OFFERS = 0;
const NOWHERE = Object.freeze({ latitude: 0, longitude: 0, radiusKm: 0 });
