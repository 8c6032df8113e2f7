import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  boundOf,
  exactly,
  lookOf,
  SYSTEM,
  type ListingFacts,
  type Look,
  type Rules,
  type Seen,
  type Side,
} from '#domain';
import type { Tx } from '#store';
import { World } from '../support/world.js';

/** A small generator of its own, so that a failing market can be made again from its seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const LISTINGS = 600;
const ALL = { first: 10_000, skip: 0 };

/** Where firms are, some of them beside each other, some where a box on a map goes wrong. */
const PLACES = [
  { latitude: 60.19, longitude: 12.0 },
  { latitude: 60.2, longitude: 12.01 },
  { latitude: 59.13, longitude: 9.66 },
  { latitude: 66.31, longitude: 14.14 },
  { latitude: 78.22, longitude: 15.65 },
  { latitude: 0, longitude: 179.95 },
  { latitude: 0, longitude: -179.95 },
  { latitude: 89.6, longitude: 10 },
  { latitude: 89.7, longitude: -170 },
];

describe('the search for candidates', () => {
  let world: World;
  let rules: Rules;
  const rows: (Seen & { side: Side })[] = [];

  beforeAll(async () => {
    world = await World.open();
    rules = world.market.setting.rules;
    const { materials } = rules;
    const random = randomFrom(11);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const firm = await world.firm();
    await world.store.transaction(SYSTEM, async (tx) => {
      for (let count = 0; count < LISTINGS; count += 1) {
        const side = pick<Side>(['OFFER', 'NEED']);
        const listingId = await bareListing(tx, world, firm, side);
        const one = {
          listingId,
          firmId: pick(FIRMS),
          division: pick(['16', '23', '24', '35', '01']),
          confidence: 0.1 + 0.9 * random(),
          amount: 10 ** (3 + 4 * random()),
          place: {
            ...pick(PLACES),
            radiusKm: random() < 0.1 ? pick([25, 20_038]) : 0,
          },
          maxDistanceKm: random() < 0.3 ? 5 + 300 * random() : undefined,
        };
        const codes = new Set([pick(materials.all).code, pick(materials.all).code]);
        const readings = [...codes].map((materialCode) => ({ ...one, materialCode }));
        await tx.search.put(listingId, side, readings);
        rows.push(...readings.map((row) => ({ ...row, side })));
      }
    });
  });
  afterAll(() => world.close());

  const FIRMS = Array.from({ length: 40 }, () => randomUUID());

  /** Every row held against everything that is sought: the oracle. */
  function bruteForce(look: Look): Map<string, number> {
    const best = new Map<string, number>();
    for (const row of rows.filter((one) => one.side === look.side)) {
      for (const sought of look.sought) {
        const bound = boundOf(look, row, sought);
        if (bound !== undefined) best.set(row.listingId, Math.max(bound, best.get(row.listingId) ?? 0));
      }
    }
    return best;
  }

  it('finds just what brute force finds, with the same bounds, for 200 looks', async () => {
    const random = randomFrom(12);
    let found = 0;
    for (let count = 0; count < 200; count += 1) {
      const own = rows[Math.floor(random() * rows.length)] as (typeof rows)[number];
      const look = lookOf(factsOf(own, rules), rules, count % 3 === 0 ? 3 : 1);
      const expected = bruteForce(look);
      const candidates = await world.store.read(SYSTEM, (tx) => tx.search.candidates(look, [], ALL));
      expect(candidates.map((one) => one.id).sort()).toEqual([...expected.keys()].sort());
      for (const { id, bound } of candidates) expect(bound).toBeCloseTo(expected.get(id) ?? 0, 9);
      found += candidates.length;
    }
    expect(found).toBeGreaterThan(200);
  });

  it('gives them best first, page by page, without those left out', async () => {
    const own = rows.find((row) => row.materialCode === 'slag') ?? rows[0];
    const look = lookOf(factsOf(own as Seen & { side: Side }, rules), rules);
    const search = (leaveOut: readonly string[], page = ALL) =>
      world.store.read(SYSTEM, (tx) => tx.search.candidates(look, leaveOut, page));
    const all = await search([]);
    expect(all.map((one) => one.bound)).toEqual(all.map((one) => one.bound).toSorted((a, b) => b - a));
    const [first, second] = [
      await search([], { first: 2, skip: 0 }),
      await search([], { first: 2, skip: 2 }),
    ];
    expect([...first, ...second]).toEqual(all.slice(0, 4));
    const [best] = all;
    expect((await search([best?.id ?? ''])).map((one) => one.id)).toEqual(all.slice(1).map((one) => one.id));
  });
});

const factsOf = (row: Seen & { side: Side }, { materials }: Rules): ListingFacts => {
  const material = materials.get(row.materialCode);
  if (material === undefined) throw new Error(`${row.materialCode} is not in the tree`);
  return {
    listingId: row.listingId,
    version: 1,
    side: row.side,
    firmId: row.firmId,
    division: row.division,
    place: row.place,
    material,
    readings: [{ material, confidence: row.confidence }],
    yearlyBase: exactly(row.amount),
    once: false,
    properties: [],
    maxDistanceKm: row.maxDistanceKm,
  };
};

/** A listing to hang the search rows on. */
async function bareListing(
  tx: Tx,
  world: World,
  firm: { id: string; siteId: string; actor: { personId: string } },
  side: Side,
): Promise<string> {
  const id = randomUUID();
  const { siteId: _siteId, materialCode: _code, ...input } = world.listing(firm as never, side);
  await tx.listings.insert(
    id,
    { firmId: firm.id, siteId: firm.siteId },
    { ...input, materialCode: 'wood-chips', materialConfirmed: true, readings: [] },
    firm.actor.personId,
    { at: world.now, by: undefined },
  );
  return id;
}
