import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../support/database.js';
import { MarketRoom } from '../market-room.js';
import type { Exchange } from './exchanges.js';
import { demoStock } from './entries.js';
import { judge, type Judged, type System } from './judge.js';
import { judgeNegatives } from './hard-negatives.js';
import { rankOf } from './rank.js';
import { soughtOf } from './sought.js';

const party = (name: string, nace: string, place?: readonly [number, number]): Exchange['donor'] => ({
  name,
  nace,
  position: place && { latitude: place[0], longitude: place[1] },
});

const exchange = (over: Partial<Exchange>): Exchange => ({
  id: 'K1',
  donor: party('Sawmill', '16.10', [60.2, 12]),
  receiver: party('Board works', '16.21', [60.25, 12.1]),
  byproduct: 'wood chips',
  materialClass: 'wood',
  wasteCode: '03 01 05',
  use: 'particle board raw material',
  replaces: 'virgin chips',
  quantity: '20000',
  unit: 't/yr',
  ...over,
});

const ROWS = [
  exchange({}),
  exchange({
    id: 'K2',
    donor: party('Greenhouse wreckers', ''),
    receiver: party('Wool works', '23.99'),
    byproduct: 'greenhouse glass',
    materialClass: 'glass',
    wasteCode: undefined,
    use: 'raw material for glass wool',
    replaces: 'quartz sand, soda',
    quantity: '',
    unit: '',
  }),
  exchange({ id: 'K3', byproduct: 'zzqx', materialClass: 'of a kind unheard of', wasteCode: '99 99 99' }),
];

describe('judging the matcher by known exchanges', () => {
  let database: TestDatabase;
  let room: MarketRoom;
  let judged: Judged;
  const sought = soughtOf(ROWS);
  const rank = (at: number, system: System) => {
    const offer = sought.offers[at];
    return rankOf(offer?.hits ?? new Set(), judged.rankings[system].get(offer?.key ?? ''));
  };

  beforeAll(async () => {
    database = await testDatabase();
    room = await MarketRoom.open(database.url);
    const demo = demoStock(room.today);
    const some = demo.entries.filter((one) => one.input.side === 'NEED').slice(0, 20);
    judged = await judge(room, database.url, sought, { ...demo, entries: some });
  }, 120_000);
  afterAll(async () => {
    await room.close();
    await database.drop();
  });

  it('lets every offer choose among all needs, those of others too', () => {
    // 20 of the demo and 2 of the file: the receiver of the first row and of the last is one need.
    expect(judged.needs).toBe(22);
  });

  it('finds the receiver near by, and the one whose place nobody knows', () => {
    expect(rank(0, 'ours')).toBeLessThanOrEqual(10);
    expect(rank(1, 'ours')).toBeLessThanOrEqual(10);
  });

  it('asks the text searches for the same', () => {
    // "greenhouse glass" and "raw material for glass wool" share a word.
    expect(rank(1, 'trigram')).toEqual(expect.any(Number));
    expect(rank(1, 'fullText')).toEqual(expect.any(Number));
    expect(rank(2, 'fullText')).toBeUndefined();
  });

  it('lets the oracle know the waste code, and a class where there is none', () => {
    expect(rank(0, 'wasteCode')).toBeLessThanOrEqual(10);
    expect(rank(1, 'wasteCode')).toBeLessThanOrEqual(10);
    expect(rank(2, 'wasteCode')).toBeUndefined();
  });

  it('counts what the market refuses as not found', () => {
    expect(judged.refused.get(sought.offers[2]?.key ?? '')).toContain('does not tell which material');
    expect(rank(2, 'ours')).toBeUndefined();
  });
});

describe('hard negatives', () => {
  it.each(['sql', 'memory'] as const)(
    'are many, each refused, and found again without its fault (%s)',
    async (path) => {
      const database = await testDatabase();
      try {
        const outcomes = await judgeNegatives(database.url, path);
        expect(outcomes.length).toBeGreaterThanOrEqual(40);
        expect(outcomes.filter((one) => one.matched).map((one) => one.name)).toEqual([]);
        expect(outcomes.filter((one) => one.controlMatched === false).map((one) => one.name)).toEqual([]);
      } finally {
        await database.drop();
      }
    },
    120_000,
  );
});
