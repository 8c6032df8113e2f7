import { BUYER, WEIGHTS, type Look, type Seen, type Side } from '#domain';
import type { EntityManager } from 'typeorm';
import { Prepared } from '../prepared.js';

/** A listing that could answer, with the most that the score of the pair can come to. */
export interface Candidate {
  readonly id: string;
  readonly bound: number;
}

/** The reverse: a listing whose list the asking one could come onto. */
export interface Entering extends Candidate {
  /** What it takes: the score of the last place on its list; undefined while there is room. */
  readonly floor: number | undefined;
}

type EnteringRow = Candidate & { readonly floor: number | null };

const BY_BOUND = Object.freeze({ told: '', order: 'order by b.bound desc, b.id offset $18' });
/** Compared to a billionth, so that a last digit that was reckoned otherwise changes no order. */
const BY_GAIN = Object.freeze({
  told: ', f.floor',
  order: `left join match_list f on f.listing_id = b.id
 where round((b.bound - coalesce(f.floor, 0)) * 1e9) > 0
 order by round((b.bound - coalesce(f.floor, 0)) * 1e9) desc, b.id offset $18`,
});

const prepared = <Row>(
  name: string,
  { told, order }: Readonly<Record<'told' | 'order', string>>,
): Readonly<Record<Side, Prepared<Row>>> => {
  const of = (side: Side): Prepared<Row> =>
    new Prepared<Row>(`candidates ${name} ${side}`, (text) =>
      text.replaceAll(':side', side).replaceAll(':told', told).replaceAll(':order', order),
    );
  return Object.freeze({ OFFER: of('OFFER'), NEED: of('NEED') });
};
const CANDIDATES = prepared<Candidate>('by bound', BY_BOUND);
const ENTERING = prepared<EnteringRow>('by gain', BY_GAIN);
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
    if (readings.length === 0) return;
    await this.manager.query(INSERT, [
      listingId,
      side,
      readings.map((one) => one.materialCode),
      readings.map((one) => one.firmId),
      readings.map((one) => one.division),
      readings.map((one) => one.confidence),
      readings.map((one) => one.amount),
      readings.map((one) => one.maxDistanceKm ?? null),
      readings.map((one) => one.place.latitude),
      readings.map((one) => one.place.longitude),
      readings.map((one) => one.place.radiusKm),
    ]);
  }

  /** Listings of the other side within reach, best bound first; ties in the order of their ids. */
  candidates(look: Look, leaveOut: readonly string[], page: Page): Promise<Candidate[]> {
    return CANDIDATES[look.side].run(this.manager, asked(look, leaveOut, page));
  }

  /**
   * Listings of the other side that could have this one on their list: whose list has room, or a last place below the
   * bound. Those first that gain most by it, the bound less the floor; ties in the order of their ids.
   */
  async entering(look: Look, leaveOut: readonly string[], first: number): Promise<Entering[]> {
    const rows = await ENTERING[look.side].run(this.manager, asked(look, leaveOut, { first, skip: 0 }));
    return rows.map(({ floor, ...one }) => ({ ...one, floor: floor ?? undefined }));
  }
}

const asked = (
  { sought, place, ...look }: Look,
  leaveOut: readonly string[],
  { first, skip }: Page,
): readonly unknown[] => [
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
];

const INSERT = `
  insert into listing_search (listing_id, material, side, firm_id, division, confidence, yearly_base, max_km,
                              place, x, y, z, radius_km)
  select $1::uuid, n.number, $2, r.firm_id, r.division, r.confidence, r.amount, r.max_km, point(r.longitude, r.latitude),
         cos(radians(r.latitude)) * cos(radians(r.longitude)), cos(radians(r.latitude)) * sin(radians(r.longitude)),
         sin(radians(r.latitude)), r.radius_km
    from unnest($3::text[], $4::uuid[], $5::text[], $6::float8[], $7::float8[], $8::float8[], $9::float8[],
                $10::float8[], $11::float8[])
           as r(code, firm_id, division, confidence, amount, max_km, latitude, longitude, radius_km)
    join material_number n on n.code = r.code`;
