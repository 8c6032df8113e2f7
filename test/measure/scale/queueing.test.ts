import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Chance } from '../../support/chance.js';
import { Agenda } from './agenda.js';
import { saturation, simulate, type Run } from './queueing.js';

const exponential =
  (mean: number) =>
  (chance: Chance): number =>
    -mean * Math.log(1 - chance.part());
const queue = (perSecond: number, mean: number, servers = 1, seconds = 20_000): Run => ({
  stations: [{ name: 'desk', servers }],
  routes: [{ name: 'one', perSecond, visits: [{ station: 'desk', seconds: exponential(mean) }] }],
  seconds,
  seed: 7,
});

describe('the simulator', () => {
  it.each([
    [0.3, 1 / (1 - 0.3)],
    [0.5, 2],
    [0.8, 5],
  ])('M/M/1 busy to %d stays 1 ÷ (1 − busy) services long', (busy, services) => {
    // Sojourn of M/M/1: mean service ÷ (1 − ρ); within 6 % at 20 000 services and more
    const found = simulate(queue(busy, 1, 1, 60_000));
    expect(found.routes[0]?.meanS).toBeGreaterThan(services * 0.94);
    expect(found.routes[0]?.meanS).toBeLessThan(services * 1.06);
    expect(found.stations[0]?.busy).toBeCloseTo(busy, 1);
  });

  it('M/M/2 waits as Erlang says', () => {
    // ρ = 0.75: C = (2ρ²) ÷ (1 + ρ) = 1.125 ÷ 1.75 = 0.642857; wait = C ÷ (2 − 1.5) = 1.285714
    const found = simulate(queue(1.5, 1, 2, 60_000));
    expect(found.stations[0]?.meanWaitS).toBeGreaterThan(1.285714 * 0.93);
    expect(found.stations[0]?.meanWaitS).toBeLessThan(1.285714 * 1.07);
  });

  it('keeps to Little: inside = rate × time', () => {
    const found = simulate(queue(0.7, 1));
    const [route] = found.routes;
    // Jobs are counted by when they came, persons inside by the clock: they part at both ends of the time only.
    const rate = (route?.done ?? 0) / 18_000;
    expect(found.meanInside / (rate * (route?.meanS ?? 0))).toBeCloseTo(1, 1);
  });

  it('loses and invents nobody, whatever comes and wherever it goes', () => {
    const visits = fc.array(
      fc.record({ station: fc.constantFrom('a', 'b'), mean: fc.double({ min: 0.01, max: 2, noNaN: true }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(visits, fc.integer({ min: 1, max: 3 }), fc.nat(1000), (ways, servers, seed) => {
        const found = simulate({
          stations: [
            { name: 'a', servers },
            { name: 'b', servers: 1 },
          ],
          routes: [
            {
              name: 'one',
              perSecond: 1,
              visits: ways.map(({ station, mean }) => ({ station, seconds: exponential(mean) })),
            },
          ],
          seconds: 200,
          seed,
        });
        expect(found.finished + found.left).toBe(found.arrived);
        expect(found.left).toBeGreaterThanOrEqual(0);
        found.stations.forEach(({ busy }) => expect(busy).toBeLessThanOrEqual(1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });

  it('takes longer with more to do, and no longer with another server', () => {
    const times = [0.2, 0.5, 0.8, 0.95].map((rate) => simulate(queue(rate, 1)).routes[0]?.meanS ?? 0);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    const [one, two] = [1, 2].map((servers) => simulate(queue(0.8, 1, servers)).routes[0]?.meanS ?? 0);
    expect(two).toBeLessThan(one ?? 0);
  });

  it('is the same again from the same seed', () =>
    expect(simulate(queue(0.6, 1, 1, 500))).toEqual(simulate(queue(0.6, 1, 1, 500))));

  it('refuses a way to nowhere', () =>
    expect(() => simulate({ ...queue(1, 1), stations: [{ name: 'elsewhere', servers: 1 }] })).toThrow(
      'no station called desk',
    ));
});

describe('saturation', () => {
  it('is servers over what one arrival asks, other routes in step', () => {
    const run: Pick<Run, 'stations' | 'routes'> = {
      stations: [
        { name: 'a', servers: 4 },
        { name: 'b', servers: 1 },
        { name: 'idle', servers: 1 },
      ],
      routes: [
        { name: 'one', perSecond: 10, visits: [{ station: 'a', seconds: () => 0.1 }] },
        { name: 'two', perSecond: 20, visits: [{ station: 'b', seconds: () => 0.01 }] },
      ],
    };
    const found = saturation(run, 'one', (visit) => visit.seconds(undefined as unknown as Chance));
    // a: 4 ÷ 0.1 = 40; b: two of route two for each of route one, 1 ÷ 0.02 = 50
    expect([...found.values()].map((one) => Number(one.toFixed(6)))).toEqual([40, 50, Infinity]);
  });
});

describe('the agenda', () => {
  it('gives back in order of time, then of writing down', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), (times) => {
        const agenda = new Agenda<number>();
        times.forEach((at, order) => agenda.add(at, order));
        const wanted = times
          .map((at, order) => ({ at, order }))
          .sort((a, b) => a.at - b.at || a.order - b.order);
        expect(times.map(() => agenda.take()?.what)).toEqual(wanted.map(({ order }) => order));
        expect(agenda.take()).toBeUndefined();
      }),
    );
  });
});
