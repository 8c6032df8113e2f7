import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildFacts, GRAVEL, KONGSVINGER, MATERIALS, RULES, SLAG } from '../../testing/builders.js';
import type { Side } from '../../listing/listing.js';
import { exactly } from '../../quantity/range.js';
import { isRefused, judge } from '../assess.js';
import type { ListingFacts } from '../facts.js';
import { boundOf, lookOf, seenOf, type Look, type Seen } from '../look.js';
import { Kernel, type Candidate, type KernelRow } from './kernel.js';

const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const ALL = { first: 1_000_000, skip: 0 };
const TOP = { first: 20, skip: 0 };

const rowsOf = (market: readonly ListingFacts[]) =>
  market.flatMap((one) => seenOf(one).map((seen) => ({ ...seen, side: one.side, version: one.version })));

/** Every listing of the other side, one after the other. */
const byBruteForce = (market: readonly ListingFacts[], look: Look): readonly Candidate[] =>
  market
    .filter((one) => one.side === look.side)
    .flatMap((one) => {
      const bounds = look.sought.flatMap((sought) =>
        seenOf(one).flatMap((seen) => boundOf(look, seen, sought) ?? []),
      );
      return bounds.length === 0 ? [] : { id: one.listingId, bound: Math.max(...bounds) };
    })
    .sort((a, b) => b.bound - a.bound || (a.id < b.id ? -1 : 1));

const materials = MATERIALS.filter((one) => one.unit === 't');
const readings = fc.uniqueArray(
  fc.record({
    material: fc.constantFrom(...materials),
    confidence: fc.oneof(fc.constant(1), fc.double({ min: 0.01, max: 1, noNaN: true })),
  }),
  { minLength: 1, maxLength: 3, selector: (one) => one.material.code },
);
/** Norway, the date line, both poles, and one spot that many share. */
const point = fc.oneof(
  fc.constant({ latitude: 60.19, longitude: 12 }),
  fc.record({
    latitude: fc.double({ min: 58, max: 62, noNaN: true }),
    longitude: fc.double({ min: 9, max: 14, noNaN: true }),
  }),
  fc.record({
    latitude: fc.double({ min: -1, max: 1, noNaN: true }),
    longitude: fc.constantFrom(-180, -179.7, 179.6, 180),
  }),
  fc.record({
    latitude: fc.constantFrom(-90, -89.5, 89.3, 90),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
);
const place = fc
  .tuple(point, fc.constantFrom(0, 0, 0, 25, 45, 20_038))
  .map(([at, radiusKm]) => ({ ...at, radiusKm }));

const facts = (side: Side, number: number): fc.Arbitrary<ListingFacts> =>
  fc
    .record({
      readings,
      firmId: fc.integer({ min: 0, max: 5 }).map((firm) => uuid(0xf000 + firm)),
      division: fc.constantFrom('16', '24', '35', '23'),
      place,
      yearlyBase: fc
        .oneof(fc.constantFrom(0, 1000), fc.double({ min: 1, max: 1e7, noNaN: true }))
        .map(exactly),
      maxDistanceKm: fc.option(fc.integer({ min: 1, max: 1200 }), { nil: undefined }),
    })
    .map((one) =>
      buildFacts(side, { ...one, listingId: uuid(number), version: 1, material: one.readings[0]?.material }),
    );

const markets = fc
  .array(fc.boolean(), { minLength: 1, maxLength: 120 })
  .chain((sides) =>
    fc.tuple(...sides.map((gives, number) => facts(gives ? 'OFFER' : 'NEED', number * 7919))),
  );
const asking = fc.constantFrom<Side>('OFFER', 'NEED').chain((side) => facts(side, 0xabcdef));

describe('Kernel', () => {
  it('finds what looking at every listing finds, to the last digit and in the same order', () => {
    fc.assert(
      fc.property(markets, asking, fc.constantFrom(1, 3), (market, asks, widening) => {
        const kernel = Kernel.load(rowsOf(market));
        const look = lookOf(asks, RULES, widening);
        const wanted = byBruteForce(market, look);
        expect(kernel.candidates(look, [], ALL)).toEqual(wanted);
        expect(kernel.candidates(look, [], TOP)).toEqual(wanted.slice(0, 20));
        expect(kernel.candidates(look, [], { first: 3, skip: 2 })).toEqual(wanted.slice(2, 5));
        const without = wanted.slice(0, 2).map((one) => one.id);
        expect(kernel.candidates(look, without, { first: 4, skip: 0 })).toEqual(wanted.slice(2, 6));
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same in shared memory', () => {
    fc.assert(
      fc.property(markets, asking, (market, asks) => {
        const kernel = Kernel.load(rowsOf(market));
        const look = lookOf(asks, RULES);
        const shared = Kernel.over(structuredClone(kernel.shared()));
        expect(shared.candidates(look, [], ALL)).toEqual(kernel.candidates(look, [], ALL));
        expect(shared.size).toBe(kernel.size);
      }),
      { numRuns: 25 },
    );
  });

  it('finds in a full run what each listing finds for itself', () => {
    fc.assert(
      fc.property(markets, (market) => {
        const kernel = Kernel.load(rowsOf(market));
        const run = Kernel.over(structuredClone(kernel.shared())).fullRun(RULES, 5);
        const lists = new Map<string, Candidate[]>();
        for (const chunk of run.chunks())
          run.match(chunk, (listing, found, bounds, count) => {
            const list = Array.from({ length: count }, (_, at) => ({
              id: kernel.idOf(found[at] ?? 0),
              bound: bounds[at] ?? 0,
            }));
            lists.set(kernel.idOf(listing), list);
          });
        expect(lists.size).toBe(kernel.size);
        for (const one of market) {
          const wanted = kernel.candidates(lookOf(one, RULES), [], { first: 5, skip: 0 });
          expect(lists.get(one.listingId)).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('still does after changes, in blocks and in the tail', () => {
    const changes = fc.array(fc.tuple(fc.nat(200), fc.constantFrom<Side>('OFFER', 'NEED'), fc.boolean()), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        markets,
        asking,
        changes,
        fc.infiniteStream(facts('NEED', 0)),
        (market, asks, put, more) => {
          const kernel = Kernel.load(rowsOf(market));
          const now = new Map(market.map((one) => [one.listingId, one]));
          for (const [number, side, stays] of put) {
            const listingId = uuid(number * 7919);
            const old = now.get(listingId);
            const made: ListingFacts = {
              ...more.next().value,
              listingId,
              side: old?.side ?? side,
              version: 2,
            };
            kernel.put(listingId, made.side, 2, stays ? seenOf(made) : []);
            if (stays) now.set(listingId, made);
            else now.delete(listingId);
          }
          const look = lookOf(asks, RULES);
          expect(kernel.candidates(look, [], ALL)).toEqual(byBruteForce([...now.values()], look));
          expect(kernel.candidates(look, [], TOP)).toEqual(
            byBruteForce([...now.values()], look).slice(0, 20),
          );
          expect(kernel.size).toBe(now.size);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('drops nothing that the full score would have kept', () => {
    fc.assert(
      fc.property(markets, asking, fc.integer({ min: 1, max: 8 }), (market, asks, count) => {
        const scores = new Map(market.flatMap((one) => scoreWith(asks, one)));
        const wanted = [...scores]
          .map(([id, score]) => ({ id, score }))
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          .slice(0, count);
        const kernel = Kernel.load(rowsOf(market));
        expect(kernel.best(lookOf(asks, RULES), [], count, (id) => scores.get(id))).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('knows whose list a new listing could enter', () => {
    const floors = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 120,
      maxLength: 120,
    });
    fc.assert(
      fc.property(markets, asking, floors, (market, asks, scores) => {
        const kernel = Kernel.load(rowsOf(market));
        market.forEach((one, at) => kernel.setFloor(one.listingId, scores[at] ?? undefined));
        const floorOf = new Map(market.map((one, at) => [one.listingId, scores[at] ?? -Infinity]));
        const look = lookOf(asks, RULES);
        const wanted = byBruteForce(market, look).filter((one) => one.bound >= (floorOf.get(one.id) ?? 0));
        expect(kernel.entering(look, [])).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

const scoreWith = (asks: ListingFacts, other: ListingFacts): [string, number][] => {
  if (asks.side === other.side) return [];
  const found = asks.side === 'OFFER' ? judge(asks, other, RULES) : judge(other, asks, RULES);
  return found === undefined || isRefused(found) ? [] : [[other.listingId, found.score]];
};

describe('a market large enough for many blocks', () => {
  it('is searched to the last digit', () => {
    const asks = fc.sample(fc.oneof(facts('OFFER', 0), facts('NEED', 0)), { numRuns: 40, seed: 5 });
    const market = fc
      .sample(fc.tuple(facts('OFFER', 0), facts('NEED', 0)), { numRuns: 3000, seed: 6 })
      .flat()
      .map((one, number) => ({ ...one, listingId: uuid(number) }));
    const kernel = Kernel.load(rowsOf(market));
    expect(kernel.size).toBe(6000);
    for (const one of asks) {
      const look = lookOf({ ...one, firmId: uuid(0xffff) }, RULES);
      expect(kernel.candidates(look, [], TOP)).toEqual(byBruteForce(market, look).slice(0, 20));
    }
  });
});

describe('a kernel that changes', () => {
  const need = buildFacts('NEED', { material: GRAVEL, listingId: uuid(1), firmId: uuid(0xf0) });
  const look = lookOf(buildFacts('OFFER', { material: SLAG, firmId: uuid(0xf1) }), RULES);

  it('example: two listings, of which the offer finds the need', () => {
    const offer = buildFacts('OFFER', { material: SLAG, listingId: uuid(2), firmId: uuid(0xf1) });
    const kernel = Kernel.load(rowsOf([need, offer]));
    expect(kernel.size).toBe(2);
    expect(kernel.candidates(look, [], TOP).map((one) => one.id)).toEqual([uuid(1)]);
  });

  it('passes an older version over, also of a listing that was taken out', () => {
    const kernel = Kernel.load([]);
    expect(kernel.versionOf(uuid(1))).toBeUndefined();
    expect(kernel.put(uuid(1), 'NEED', 2, [])).toBe(true);
    expect(kernel.put(uuid(1), 'NEED', 1, seenOf(need))).toBe(false);
    expect([kernel.size, kernel.versionOf(uuid(1))]).toEqual([0, 2]);
    expect(kernel.put(uuid(1), 'NEED', 2, seenOf(need))).toBe(true);
    expect(kernel.candidates(look, [], TOP)).toHaveLength(1);
  });

  it('finds all of many changes: 2 000 puts of 500 listings at growing distance', () => {
    const kernel = Kernel.load([]);
    const at = (number: number): Seen[] =>
      seenOf(need).map((one) => ({
        ...one,
        listingId: uuid(number),
        division: String(10 + (number % 3)),
        place: { ...KONGSVINGER, latitude: KONGSVINGER.latitude + number / 2000 },
      }));
    for (let version = 1; version <= 4; version += 1)
      for (let number = 0; number < 500; number += 1) kernel.put(uuid(number), 'NEED', version, at(number));
    expect(kernel.size).toBe(500);
    expect(kernel.candidates(look, [], { first: 400, skip: 0 })).toEqual(
      kernel.candidates(look, [], ALL).slice(0, 400),
    );
    expect(kernel.candidates(look, [], ALL)).toHaveLength(500);
    for (let number = 0; number < 500; number += 2) kernel.put(uuid(number), 'NEED', 5, []);
    expect(kernel.candidates(look, [], ALL)).toHaveLength(250);
  });

  it('knows which rows stand in it, and what it takes to come onto a list', () => {
    const rows = rowsOf([need]).map((row) => ({ ...row, floor: 0.5 }));
    const [row] = rows as [KernelRow];
    const kernel = Kernel.load(rows);
    expect([kernel.has(uuid(1)), kernel.has(uuid(2))]).toEqual([true, false]);
    expect([kernel.floorOf(uuid(1)), kernel.floorOf(uuid(2))]).toEqual([0.5, undefined]);
    // example: every row that was loaded and has not changed since
    expect(rows.every((one) => kernel.holds(one))).toBe(true);
    for (const other of [
      { floor: 0.6 },
      { amount: row.amount + 1 },
      { materialCode: 'slag' },
      { firmId: uuid(7) },
    ])
      expect(kernel.holds({ ...row, ...other })).toBe(false);
    kernel.setFloor(uuid(1), undefined);
    kernel.put(uuid(1), 'NEED', 9, []);
    expect([kernel.has(uuid(1)), kernel.floorOf(uuid(1)), kernel.holds(row)]).toEqual([
      false,
      undefined,
      false,
    ]);
  });

  it('takes no changes where it is shared, no ids but UUIDs, and one reading of a material', () => {
    const kernel = Kernel.load(rowsOf([need]));
    expect(() => Kernel.over(kernel.shared()).put(uuid(1), 'NEED', 2, [])).toThrow('takes no changes');
    expect(() => kernel.put('need', 'NEED', 2, [])).toThrow('"need" is none');
    expect(() => kernel.put(uuid(3), 'NEED', 1, [...at3, ...at3])).toThrow('two readings of one material');
  });
  const at3 = seenOf({ ...need, listingId: uuid(3) });
});
