import { describe, expect, it } from '@jest/globals';
import type { Costs } from './costs.js';
import { meanOf, remedyFor, routesOf, searchS, sizesOf, stationsOf, type Plan } from './installation.js';
import { saturation, simulate } from './queueing.js';

const COSTS: Costs = {
  publishApiS: 0.01,
  publishDatabaseS: 0.004,
  matchWorkerS: 0.01,
  matchDatabaseS: 0.01,
  hearApiS: 0.001,
  hearDatabaseS: 0.001,
  readApiS: 0.004,
  readDatabaseS: 0.002,
  queueS: 0.0001,
  changeDatabaseS: 0.0001,
  searchAtMillionS: 26e-6,
  indexBytesAMillion: 90e6,
  databaseBytesAListing: 20_000,
  shape: [0.5, 1, 1.5],
};
const PLAN: Plan = {
  listings: 4_000_000,
  apis: 4,
  workers: 4,
  primaryCores: 16,
  replicas: 0,
  replicaCores: 16,
  redis: false,
  firmsThatHear: 4,
  readsAPublication: 50,
  readersAChange: 4,
};
const rates = (plan: Plan) =>
  saturation({ stations: stationsOf(plan), routes: routesOf(plan, COSTS, 1) }, 'publication', meanOf);

describe('a large installation', () => {
  it('bends where its processes are all busy', () => {
    // apis: 4 ÷ (0.01 + 4 × 0.001 + 50 × 0.004) = 4 ÷ 0.214
    expect(rates(PLAN).get('api')).toBeCloseTo(4 / 0.214, 6);
    // workers: 4 ÷ (0.01 + 26 µs × √4)
    expect(searchS(COSTS, PLAN.listings)).toBeCloseTo(52e-6, 12);
    expect(rates(PLAN).get('worker')).toBeCloseTo(4 / 0.010052, 6);
    // primary: 16 ÷ (0.004 + 0.0002 + 0.01 + 4 × 0.001 + 50 × 0.002 + 4 × 0.0001)
    expect(rates(PLAN).get('primary')).toBeCloseTo(16 / 0.1186, 6);
  });

  it('is as busy in the simulation as on paper', () => {
    const rate = 0.8 * (rates(PLAN).get('api') ?? 0);
    const found = simulate({
      stations: stationsOf(PLAN),
      routes: routesOf(PLAN, COSTS, rate),
      seconds: 60,
      seed: 3,
    });
    expect(found.stations.find(({ name }) => name === 'api')?.busy).toBeCloseTo(0.8, 1);
  });

  it.each<[string, Partial<Plan>, string, string | undefined]>([
    ['apis', {}, 'api', '8 apis'],
    ['workers', {}, 'worker', '8 workers'],
    ['the primary first by replicas', {}, 'primary', 'two replicas for reads'],
    ['then by Redis', { replicas: 2 }, 'primary', 'the queue in Redis'],
    ['then by cores', { replicas: 2, redis: true }, 'primary', 'a primary of 32 cores'],
    ['and then by nothing', { replicas: 2, redis: true, primaryCores: 64 }, 'primary', undefined],
    ['nor Redis by anything', {}, 'redis', undefined],
    ['replicas', { replicas: 2 }, 'replicas', '4 replicas'],
    ['many replicas', { replicas: 8 }, 'replicas', 'one reader of changes'],
  ])('relieves %s', (_what, overrides, station, what) => {
    const plan = { ...PLAN, ...overrides };
    const remedy = remedyFor(plan, station);
    expect(remedy?.what).toBe(what);
    if (remedy !== undefined && station !== 'worker')
      expect(rates(remedy.plan).get(station) ?? Infinity).toBeGreaterThan(rates(plan).get(station) ?? 0);
  });

  it('holds the index in every worker, and everything in the database', () =>
    // 90 MB × 4; 20 kB × 4 M
    expect(sizesOf(PLAN, COSTS)).toEqual({ indexBytes: 360e6, databaseBytes: 80e9 }));
});
