import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AREA_RADIUS_KM, Decimal, greatCircleKm } from '#domain';
import type { ListingInput } from '#market';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

/**
 * An attacker plants needs at many sites with limits of his choice and reads all that he is told: whether there is a
 * match, its distance, checks, score and value, near misses, his events. The places where the masked site may lie are
 * those that would give the same answers; it is found if they are fewer than its published area holds.
 */

/** The point that stands for the municipality of all firms of this world (Kongsvinger, data/reference/no_municipalities.csv). */
const HERE = { latitude: 60.1837, longitude: 12.2173 };
const KM_PER_DEGREE = 111.195;
/** Where the site may lie: the middle of its area and six points at two distances from it, all inside. */
const POSSIBLE = [
  HERE,
  ...[8, 20].flatMap((km) => Array.from({ length: 3 }, (_, at) => offset(HERE, km, at * 120 + km))),
];
/** Kilometres between two fixes by which distances to a dozen sites still tell one spot from another. */
const RINGS = [3, 12, 30, 60, 90, 110];
const LIMITS = [undefined, 7, 19, 33, 48, 71, 95, 130];

function offset(from: { latitude: number; longitude: number }, km: number, degrees: number) {
  const angle = (degrees * Math.PI) / 180;
  return {
    latitude: from.latitude + (km * Math.cos(angle)) / KM_PER_DEGREE,
    longitude:
      from.longitude + (km * Math.sin(angle)) / KM_PER_DEGREE / Math.cos((from.latitude * Math.PI) / 180),
  };
}

let world: World;
let plants: WorldFirm[];
let attackers: WorldFirm[];

beforeAll(async () => {
  world = await World.open();
  plants = [];
  for (const at of POSSIBLE) plants.push(await world.firm({ naceCode: '16.10', ...at }));
  attackers = [];
  for (const [ring, km] of RINGS.entries())
    for (let at = 0; at < 4; at += 1)
      attackers.push(await world.firm({ naceCode: '35.30', ...offset(HERE, km, at * 90 + ring * 15) }));
}, 120_000);
afterAll(() => world.close());

/** What an attacker's need is told of each offer, as text; nothing where there is no match. */
async function toldTo(
  attacker: WorldFirm,
  needId: string,
  offers: readonly string[],
): Promise<readonly string[]> {
  const page = await world.market.reading.ownMatches(attacker.actor, { listingId: needId }, 50);
  const matches = page.rows.map(({ node }) => node);
  const values = await world.market.reading.values(
    attacker.actor,
    matches.map((one) => one.id),
  );
  const events = await world.database.query<{ match_id: string }>(
    'select match_id from event where firm_id = $1 and match_id is not null',
    [attacker.id],
  );
  const misses = await world.market.reading.nearMisses(attacker.actor, needId, 50);
  return offers.map((offerId) => {
    const at = matches.findIndex((one) => one.offerId === offerId);
    const match = matches[at];
    if (match === undefined) return `nothing, ${misses.length} near misses`;
    const told = events.filter((one) => one.match_id === match.id).length;
    // all that is told, but for the ids that name the match itself
    const { id: _id, offerId: _offerId, createdAt: _createdAt, ...rest } = { createdAt: undefined, ...match };
    return JSON.stringify({ ...rest, told, value: values[at] });
  });
}

/** Offers at all the places, the attackers' needs with all the limits, and what came of it: one row per need. */
async function plant(offer: Partial<ListingInput>): Promise<readonly (readonly string[])[]> {
  const offers: string[] = [];
  for (const firm of plants) offers.push(await world.publish(firm, 'OFFER', offer));
  const rows: (readonly string[])[] = [];
  for (const attacker of attackers) {
    for (const maxDistanceKm of LIMITS) {
      const needId = await world.publish(attacker, 'NEED', { maxDistanceKm, visibility: 'FEDERATION' });
      await world.work();
      rows.push(await toldTo(attacker, needId, offers));
      ok(await world.market.listings.withdraw(attacker.actor, needId));
      await world.work();
    }
  }
  for (const [at, id] of offers.entries())
    ok(await world.market.listings.withdraw((plants[at] as WorldFirm).actor, id));
  await world.work();
  return rows;
}

/** The places that give the same answers as the true one, to all the needs. */
const feasible = (rows: readonly (readonly string[])[], truth: number): readonly number[] =>
  POSSIBLE.flatMap((_, at) => (rows.every((row) => row[at] === row[truth]) ? [at] : []));

describe('needs planted at many sites', () => {
  it('leave every place of the area possible for a masked offer', async () => {
    const farthest = Math.max(...POSSIBLE.map((one) => greatCircleKm(one, HERE)));
    expect(farthest).toBeLessThan(AREA_RADIUS_KM);
    const rows = await plant({ visibility: 'MASKED', maxDistanceKm: 60 });
    expect(rows.length).toBe(RINGS.length * 4 * LIMITS.length);
    // some are matched and some are not, so that the limits do ask something
    expect(new Set(rows.map((row) => row[0]?.startsWith('nothing'))).size).toBe(2);
    for (const truth of [0, 2, 6]) expect(feasible(rows, truth)).toEqual(POSSIBLE.map((_, at) => at));
  }, 240_000);

  it('find an offer that is open to all, so the attack is one', async () => {
    attackers = attackers.filter((_, at) => at % 6 === 0);
    const rows = await plant({ visibility: 'FEDERATION', maxDistanceKm: 60 });
    for (const truth of [0, 2, 6]) expect(feasible(rows, truth)).toEqual([truth]);
  }, 240_000);
});

describe('limits revised step by step', () => {
  it('feel out no more of an amount, a property or a limit than its band', async () => {
    const [one, other] = plants as [WorldFirm, WorldFirm];
    const prober = await world.firm({ naceCode: '35.30', ...HERE });
    const wet = (percent: number) => [
      {
        property: 'moisture',
        min: new Decimal(percent),
        max: new Decimal(percent),
        unit: '%',
        basis: 'wet',
        measured: true,
      },
    ];
    // 23 and 44 % lie in one band of 20 to 50, 210 and 480 t in one of 200 to 500
    const offers = [
      await world.publish(one, 'OFFER', {
        properties: wet(23),
        quantity: tonnes('210'),
        smallestLot: new Decimal(21),
      }),
      await world.publish(other, 'OFFER', {
        properties: wet(44),
        quantity: tonnes('480'),
        smallestLot: new Decimal(48),
      }),
    ];
    for (const percent of [15, 21, 25, 30, 35, 40, 45, 49, 55]) {
      const properties = [
        { property: 'moisture', max: new Decimal(percent), unit: '%', basis: 'wet', measured: false },
      ];
      const lots = { largestLot: new Decimal(percent), properties };
      const needId = await world.publish(prober, 'NEED', lots);
      await world.work();
      const [first, second] = await toldTo(prober, needId, offers);
      expect(first).toBe(second);
      ok(await world.market.listings.withdraw(prober.actor, needId));
    }
  });
});
