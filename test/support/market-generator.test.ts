import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { greatCircleKm, SYSTEM, type MaterialBase } from '#domain';
import { Store } from '#store';
import { Chance } from './chance.js';
import { testDatabase, type TestDatabase } from './database.js';
import { generateMarket, type GeneratedListing } from './market-generator.js';
import { settlements } from './settlements.js';

const LISTINGS = 4000;

describe('a made-up market', () => {
  let database: TestDatabase;
  let materials: MaterialBase;
  let market: readonly GeneratedListing[];
  const made = (seed: number): readonly GeneratedListing[] =>
    generateMarket({ seed, listings: LISTINGS, materials, settlements: settlements(), today: '2026-06-15' });

  beforeAll(async () => {
    database = await testDatabase();
    const store = await Store.open(database.url, 1);
    materials = await store.read(SYSTEM, (tx) => tx.reference.materials());
    await store.close();
    market = made(1);
  });
  afterAll(() => database.drop());

  it('is the same for the same seed, and another for another', () => {
    expect(JSON.stringify(made(1))).toBe(JSON.stringify(market));
    expect(made(2)[0]?.id).not.toBe(market[0]?.id);
  });

  it('is half offers, half needs, of about eight listings a firm', () => {
    const firms = new Set(market.map((one) => one.firm.id));
    expect(market.filter((one) => one.side === 'OFFER')).toHaveLength(LISTINGS / 2);
    expect(LISTINGS / firms.size).toBeGreaterThan(7);
    expect(LISTINGS / firms.size).toBeLessThan(9);
  });

  it('offers what arises and seeks what is used, common things far more often than rare ones', () => {
    const count = new Map<string, number>();
    for (const { side, readings } of market) {
      const material = materials.get(readings[0]?.code ?? '');
      expect(material?.role).not.toBe(side === 'OFFER' ? 'input' : 'by_product');
      count.set(material?.code ?? '', (count.get(material?.code ?? '') ?? 0) + 1);
    }
    const counts = [...count.values()].sort((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(10 * (counts[Math.floor(counts.length / 2)] ?? 0));
  });

  it('lies around settlements that there are', () => {
    const all = settlements();
    const nearest = ({ firm }: GeneratedListing): number =>
      Math.min(...all.map((one) => greatCircleKm(one, firm.place)));
    expect(Math.max(...market.slice(0, 200).map(nearest))).toBeLessThan(20);
  });

  it('says more than it must now and then', () => {
    const part = (is: (one: GeneratedListing) => boolean): number => market.filter(is).length / LISTINGS;
    expect(part((one) => one.readings.length > 1)).toBeGreaterThan(0.1);
    expect(part((one) => one.maxDistanceKm !== undefined)).toBeCloseTo(0.2, 1);
    expect(part((one) => one.availableUntil !== undefined)).toBeCloseTo(0.3, 1);
    expect(part((one) => one.properties.length > 0)).toBeGreaterThan(0.02);
  });
});

describe('chance', () => {
  it('follows the law of Zipf: the second half as often as the first', () => {
    const chance = new Chance(3);
    const first = Array.from({ length: 6000 }, () => chance.zipf(['a', 'b'], 1)).filter(
      (one) => one === 'a',
    ).length;
    // 1 to 1/2: two thirds of 6 000 are 4 000.
    expect(Math.abs(first - 4000)).toBeLessThan(150);
  });

  it('makes UUIDs', () => {
    expect(new Chance(1).uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
