import type { Side } from '../../listing/listing.js';
import type { Material } from '../../material/material.js';
import { lookOf, type LookRules } from '../look.js';
import { BUYER, divisionsOf, NOT_SAID } from '../practice.js';
import { REST_AT_BEST, WEIGHTS } from '../terms.js';
import { useValueOf } from '../use-value.js';
import { nth } from './nth.js';
import type { Sought, Wanted } from './query.js';
import { COLD } from './row.js';
import { sideNumber, type Shelves } from './shelves.js';

/** What readings of one material look for, whoever they are of. */
interface Wish {
  /** Amount, material and fixed part are set anew for each listing. */
  readonly wanted: Wanted;
  readonly suitability: number;
  readonly ratio: number;
  readonly use: number;
  /** What the own part of the practice term comes to by the own division, 0 to 1. */
  readonly own: Float64Array;
}

/** What the listings of a market seek, one listing at a time: worked out once for each material. */
export class Wishes implements Sought {
  ceilings = new Float64Array(64);
  count = 0;
  private readonly byShelf: (readonly Wish[] | undefined)[] = [];
  private readonly wishes: Wish[] = [];
  /** Of the reading that each wish is of. */
  private trusts = new Float64Array(64);
  private amounts = new Float64Array(64);
  private side = OFFERS;
  private division = 0;

  constructor(
    private readonly market: Shelves,
    private readonly rules: LookRules,
  ) {}

  /** What a listing of the market seeks, until the next one is asked for. */
  of(listing: number): this {
    this.count = 0;
    for (const { shelf, row } of this.market.register.spotsOf(listing)) {
      const { cold } = this.market.all[shelf] ?? {};
      if (cold === undefined) continue;
      const at = row * COLD.size;
      this.side = shelf % 2;
      this.division = nth(cold, at + COLD.division) | 0;
      this.add(this.wishesOf(shelf), nth(cold, at + COLD.trust), nth(cold, at + COLD.amount));
    }
    return this;
  }

  /** The steps are those of `lookOf`, so that both come to the same last digit. */
  at(place: number): Wanted | undefined {
    const wish = this.wishes[place];
    if (wish === undefined) return undefined;
    const { wanted } = wish;
    const amount = nth(this.amounts, place);
    wanted.amount = this.side === OFFERS ? amount * wish.ratio : amount / wish.ratio;
    wanted.material = WEIGHTS.material * (wish.suitability * nth(this.trusts, place));
    wanted.fixed = wish.use + (WEIGHTS.practice * nth(wish.own, this.division)) / 2;
    return wanted;
  }

  private add(wishes: readonly Wish[], trust: number, amount: number): void {
    while (this.ceilings.length < this.count + wishes.length) this.grow();
    for (const wish of wishes) {
      const place = this.count;
      this.wishes[place] = wish;
      this.trusts[place] = trust;
      this.amounts[place] = amount;
      this.ceilings[place] =
        wish.use +
        (WEIGHTS.practice * nth(wish.own, this.division)) / 2 +
        WEIGHTS.material * (wish.suitability * trust) +
        WEIGHTS.practice * wish.wanted.practice.most +
        REST_AT_BEST;
      this.count += 1;
    }
  }

  private wishesOf(shelf: number): readonly Wish[] {
    const known = this.byShelf[shelf];
    if (known !== undefined) return known;
    const material = this.rules.materials.get(this.market.materialOf(shelf));
    const made = material === undefined ? [] : this.made(material, shelf % 2 === OFFERS ? 'OFFER' : 'NEED');
    this.byShelf[shelf] = made;
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
      const own = this.knownAs(divisionsOf(materials, byProduct, side === 'OFFER' ? 'givers' : 'takers'), 1);
      if (side === 'NEED' && byProduct !== input) {
        const buyers = this.knownAs(divisionsOf(materials, input, 'takers'), BUYER);
        buyers.forEach((value, division) => (own[division] = Math.max(nth(own, division), value)));
      }
      const use = WEIGHTS.use * useValueOf(link, byProduct, input, prices);
      return { wanted, suitability: sought.worth, ratio: link.ratio, use, own };
    });
  }

  /** `givingOf` and `takingOf` by number: where no division is listed, nothing is known either way. */
  private knownAs(listed: readonly string[], worth: number): Float64Array {
    const { names } = this.market.divisions;
    if (listed.length === 0) return new Float64Array(names.length).fill(worth * NOT_SAID);
    return Float64Array.from(names, (name) => (listed.includes(name) ? worth : 0));
  }

  private grow(): void {
    const { ceilings, trusts, amounts } = this;
    const length = ceilings.length * 2;
    [this.ceilings, this.trusts] = [new Float64Array(length), new Float64Array(length)];
    this.amounts = new Float64Array(length);
    this.ceilings.set(ceilings);
    this.trusts.set(trusts);
    this.amounts.set(amounts);
  }
}

const OFFERS = 0;
const NOWHERE = Object.freeze({ latitude: 0, longitude: 0, radiusKm: 0 });
