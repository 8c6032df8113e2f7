import { BUYER, WEIGHTS, type Look, type Seen, type Side } from '#domain';
import type { EntityManager } from 'typeorm';
import { Prepared } from '../prepared.js';

/** A listing that could answer, with the most that the score of the pair can come to. */
export interface Candidate {
  readonly id: string;
  readonly bound: number;
}

const CANDIDATES: Readonly<Record<Side, Prepared<Candidate>>> = Object.freeze({
  OFFER: new Prepared<Candidate>('candidates offer', (text) => text.replaceAll(':side', 'OFFER')),
  NEED: new Prepared<Candidate>('candidates need', (text) => text.replaceAll(':side', 'NEED')),
});
const IN_WEIGHT_ORDER = [
  WEIGHTS.material,
  WEIGHTS.practice,
  WEIGHTS.distance,
  WEIGHTS.quantity,
  WEIGHTS.industry,
  WEIGHTS.facts,
];

export interface Page {
  readonly first: number;
  readonly skip: number;
}

/** The table that candidates are searched in: one row for each reading of each listing that can be matched now. */
export class Search {
  constructor(private readonly manager: EntityManager) {}

  /** Puts a listing in with all its readings, in place of what was there; none takes it out. */
  async put(listingId: string, side: Side, readings: readonly Seen[]): Promise<void> {
    await this.manager.query('delete from listing_search where listing_id = $1', [listingId]);
    for (const { place, ...one } of readings) {
      await this.manager.query(INSERT, [
        listingId,
        one.materialCode,
        side,
        one.firmId,
        one.division,
        one.confidence,
        one.amount,
        one.maxDistanceKm ?? null,
        place.latitude,
        place.longitude,
        place.radiusKm,
      ]);
    }
  }

  /** Listings of the other side within reach, best bound first; ties in the order of their ids. */
  candidates(look: Look, leaveOut: readonly string[], { first, skip }: Page): Promise<Candidate[]> {
    const { sought, place } = look;
    return CANDIDATES[look.side].run(this.manager, [
      sought.map((one) => one.materialCode),
      sought.map((one) => one.reachKm),
      sought.map((one) => one.worth),
      sought.map((one) => one.amount),
      sought.map((one) => one.divisions.join('|')),
      sought.map((one) => one.fixed),
      sought.map((one) => one.otherwise),
      look.firmId,
      look.division,
      place.latitude,
      place.longitude,
      place.radiusKm,
      look.maxDistanceKm ?? null,
      IN_WEIGHT_ORDER,
      look.leastDetour,
      leaveOut,
      first,
      skip,
      sought.map((one) => one.usualKm),
      sought.map((one) => one.buyers.join('|')),
      BUYER,
    ]);
  }
}

const INSERT = `
  insert into listing_search (listing_id, material, side, firm_id, division, confidence, yearly_base, max_km,
                              place, x, y, z, radius_km)
  select $1::uuid, number, $3, $4::uuid, $5, $6::float8, $7::float8, $8::float8, point($10::float8, $9::float8),
         cos(radians($9::float8)) * cos(radians($10::float8)), cos(radians($9::float8)) * sin(radians($10::float8)),
         sin(radians($9::float8)), $11::float8
    from material_number where code = $2`;
