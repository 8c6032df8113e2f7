import {
  boundOf,
  exactly,
  lookOf,
  toBase,
  type ListingFacts,
  type Look,
  type LookRules,
  type Seen,
  type Side,
} from '#domain';
import type { GeneratedListing } from '../../support/market-generator.js';
import type { Bounded } from './plain-search.js';

/** What the search would be asked for a made-up listing. */
export function lookFor(one: GeneratedListing, rules: LookRules): Look {
  const readings = one.readings.flatMap(({ code, confidence }) => {
    const material = rules.materials.get(code);
    return material === undefined ? [] : { material, confidence };
  });
  const material = readings[0]?.material;
  if (material === undefined) throw new Error(`Listing ${one.id} is about no material of the base.`);
  const facts: ListingFacts = {
    listingId: one.id,
    version: 1,
    side: one.side,
    firmId: one.firm.id,
    division: one.firm.naceCode.slice(0, 2),
    place: { latitude: one.firm.place.latitude, longitude: one.firm.place.longitude, radiusKm: 0 },
    material,
    readings,
    yearlyBase: exactly(toBase(one.amount, one.unit).toNumber()),
    once: false,
    properties: [],
    maxDistanceKm: one.maxDistanceKm,
  };
  return lookOf(facts, rules);
}

/** Looks at every listing of the other side, one after the other: what the search must find, found the slow way. */
export class BruteForce {
  private readonly seen = new Map<string, Seen[]>();

  constructor(listings: readonly GeneratedListing[]) {
    for (const one of listings) {
      for (const { code, confidence } of one.readings)
        this.addRow({ ...seenAs(one, code, confidence), side: one.side });
    }
  }

  candidates(look: Look): readonly Bounded[] {
    const best = new Map<string, number>();
    for (const sought of look.sought) {
      for (const seen of this.seen.get(`${look.side} ${sought.materialCode}`) ?? []) {
        const bound = boundOf(look, seen, sought);
        if (bound !== undefined && bound > (best.get(seen.listingId) ?? -Infinity))
          best.set(seen.listingId, bound);
      }
    }
    return [...best]
      .map(([id, bound]) => ({ id, bound }))
      .sort((a, b) => b.bound - a.bound || (a.id < b.id ? -1 : 1));
  }

  addRow(seen: Seen & { readonly side: Side }): void {
    const key = `${seen.side} ${seen.materialCode}`;
    const known = this.seen.get(key);
    if (known === undefined) this.seen.set(key, [seen]);
    else known.push(seen);
  }
}

const seenAs = (one: GeneratedListing, materialCode: string, confidence: number): Seen => ({
  listingId: one.id,
  firmId: one.firm.id,
  division: one.firm.naceCode.slice(0, 2),
  materialCode,
  confidence,
  amount: toBase(one.amount, one.unit).toNumber(),
  place: { latitude: one.firm.place.latitude, longitude: one.firm.place.longitude, radiusKm: 0 },
  maxDistanceKm: one.maxDistanceKm,
});

/** An arc cosine near nothing is exact to about a decimetre; the bound then to a millionth. */
const NEAR_ENOUGH = 1e-6;

/** Whether two answers hold the same listings with the same bounds; equal ones may stand in another order. */
export function isSame(found: readonly Bounded[], wanted: readonly Bounded[]): boolean {
  const bounds = new Map(wanted.map((one) => [one.id, one.bound]));
  const isNear = (a: number, b: number | undefined): boolean =>
    b !== undefined && Math.abs(a - b) < NEAR_ENOUGH;
  return (
    found.length === wanted.length &&
    found.every((one, at) => isNear(one.bound, bounds.get(one.id)) && isNear(one.bound, wanted[at]?.bound))
  );
}
