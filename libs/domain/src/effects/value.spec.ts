import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MaterialLink } from '../material/material.js';
import type { Distance, Distances } from '../place/distance.js';
import { buildMaterial, CHIPS, d, factor, GRAVEL, HEAT, SLAG } from '../testing/builders.js';
import { effectsOf } from './effects.js';
import { buildFactorSet, TRUCK_FACTOR, type Factor } from './factor-set.js';
import { buildPriceSet } from './price-set.js';
import { valueOf, type Band, type ValuedFlow, type ValueParts, type ValueRules } from './value.js';

const price = (key: string, low: number, value: number, high: number): Factor => ({
  ...factor(key, value),
  low: d(low),
  high: d(high),
  unit: 'NOK per t',
});
const emission = (key: string, low: number, value: number, high: number): Factor => ({
  ...price(key, low, value, high),
  unit: 'kg CO2e per t',
});

const RULES: ValueRules = {
  prices: buildPriceSet('prices-test', [
    price('production:gravel', 100, 200, 300),
    price('production:wood-chips', 800, 1000, 1500),
    price('energy:district-heat', 400, 600, 900),
    price('energy:electricity-norway', 500, 700, 900),
    price('disposal:landfill', 50, 150, 400),
    price('disposal:incineration', 500, 900, 1200),
    price('disposal:released', 0, 0, 0),
    price('treatment:crush', 20, 40, 60),
    price('treatment:heat-pump', 200, 300, 400),
    price('treatment:heat-pump-plant', 80, 150, 250),
    price(TRUCK_FACTOR, 1, 1.5, 2),
    price('transport:loading', 10, 20, 30),
    price('transport:rail', 0.3, 0.5, 0.9),
    price('transport:ship-bulk-small', 0.1, 0.15, 0.3),
    price('transport:terminal', 20, 40, 80),
  ]),
  factors: buildFactorSet('factors-test', [
    emission('production:gravel', 3, 4, 8),
    emission('production:wood-chips', 10, 20, 40),
    emission('energy:district-heat', 10, 200, 250),
    emission('energy:electricity-norway', 8, 15, 19),
    emission('disposal:landfill', 5, 10, 20),
    emission('disposal:incineration', 20, 30, 40),
    emission('disposal:released', 0, 0, 0),
    emission('treatment:crush', 1, 1.5, 3),
    emission('treatment:heat-pump', 2, 4, 8),
    emission(TRUCK_FACTOR, 0.07, 0.1, 0.12),
    emission('transport:rail', 0.01, 0.03, 0.04),
    emission('transport:ship-bulk-small', 0.03, 0.036, 0.04),
    emission('transport:terminal', 0.5, 1, 3),
  ]),
};

const way = (km: number, minKm = km, maxKm = km): Distance => ({ km, minKm, maxKm, basis: 'test' });
const ways = (km: number, more: Partial<Distances> = {}): Distances => ({
  road: way(km),
  pipe: way(km),
  ...more,
});
const CRUSHED: MaterialLink = {
  suitability: 1,
  ratio: 0.9,
  treatment: 'treatment:crush',
  limits: [],
  evidence: 'seen in practice',
};
const AS_IS: MaterialLink = { ...CRUSHED, ratio: 1, treatment: 'none' };
const slagAsGravel: ValuedFlow = {
  byProduct: SLAG,
  input: GRAVEL,
  link: CRUSHED,
  yearlyBase: d(100_000),
  distances: ways(50),
};

const shown = ({ low, central, high }: Band): string =>
  [low, central, high].map((one) => one.toFixed()).join(' ');
const written = (parts: ValueParts): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(parts).map(([name, one]) => [name, shown(one as Band)]));

describe('valueOf', () => {
  it('example: a tonne of slag, crushed, over 50 km, in place of gravel', () => {
    const { perUnit, mode } = valueOf(slagAsGravel, RULES);
    expect(mode).toBe('truck');
    expect(written(perUnit.nok)).toEqual({
      purchaseAvoided: '90 180 270', // 0.9 t of gravel × 100, 200, 300 NOK
      disposalAvoided: '50 150 400',
      treatment: '20 40 60',
      transport: '60 95 130', // 50 km × 1, 1.5, 2 NOK/tkm + loading 10, 20, 30
      net: '-50 195 590', // 90 + 50 − 60 − 130; 180 + 150 − 40 − 95; 270 + 400 − 20 − 60
    });
    expect(written(perUnit.co2eKg)).toEqual({
      purchaseAvoided: '2.7 3.6 7.2', // 0.9 t × 3, 4, 8 kg
      disposalAvoided: '5 10 20',
      treatment: '1 1.5 3',
      transport: '3.5 5 6', // 50 km × 0.07, 0.1, 0.12 kg
      net: '-1.3 7.1 22.7', // 2.7 + 5 − 3 − 6; 3.6 + 10 − 1.5 − 5; 7.2 + 20 − 1 − 3.5
    });
  });

  it('example: is for 100 t a year a hundred times that, and says what it was reckoned with', () => {
    const found = valueOf(slagAsGravel, RULES);
    expect(shown(found.perYear.nok.net)).toBe('-5000 19500 59000');
    expect(shown(found.perYear.co2eKg.net)).toBe('-130 710 2270');
    expect(found).toMatchObject({ missing: [], factorSet: 'factors-test', priceSet: 'prices-test' });
    expect(found.used).toEqual([
      'production:gravel',
      'disposal:landfill',
      'treatment:crush',
      TRUCK_FACTOR,
      'transport:loading',
    ]);
  });

  it('comes out below nothing when the road costs more than the stream saves', () => {
    const { perUnit } = valueOf({ ...slagAsGravel, distances: ways(1000) }, RULES);
    // 180 + 150 − 40 − 1 520; 3.6 + 10 − 1.5 − 100
    expect(shown(perUnit.nok.net)).toContain(' -1230 ');
    expect(shown(perUnit.co2eKg.net)).toContain(' -87.9 ');
  });

  it('counts what is missing as nothing and names it, in which of the two sets', () => {
    const link = { ...CRUSHED, displaces: 'production:quartz', treatment: 'treatment:heat-pump-plant' };
    const silent = { ...slagAsGravel, link, byProduct: { ...SLAG, disposalFactor: undefined } };
    expect(valueOf(silent, RULES).missing).toEqual([
      'price production:quartz',
      'factor production:quartz',
      'disposal of copper-slag',
      'factor treatment:heat-pump-plant',
    ]);
  });

  it('names a material that no density weighs, and carries it for nothing', () => {
    const boxes = buildMaterial({ code: 'ibc', unit: 'pcs' });
    const { missing, perUnit } = valueOf({ ...slagAsGravel, byProduct: boxes, link: AS_IS }, RULES);
    expect(missing).toContain('weight of ibc');
    expect(shown(perUnit.nok.transport)).toBe('0 0 0');
  });

  it('weighs what is stated in cubic metres', () => {
    const { perUnit } = valueOf({ ...slagAsGravel, byProduct: { ...CHIPS, unit: 'm3' }, link: AS_IS }, RULES);
    // 0.25 t × (50 km × 1, 1.5, 2 + 10, 20, 30)
    expect(shown(perUnit.nok.transport)).toBe('15 23.75 32.5');
  });

  it('takes the range of the distance where places are shown as areas', () => {
    const { perUnit } = valueOf({ ...slagAsGravel, distances: ways(50, { road: way(50, 20, 80) }) }, RULES);
    // 20 × 1 + 10; 50 × 1.5 + 20; 80 × 2 + 30
    expect(shown(perUnit.nok.transport)).toBe('30 95 190');
  });

  it('takes off what a load for the way back saves: two fifths of the price by lorry, no CO2e', () => {
    const half = valueOf(slagAsGravel, { ...RULES, returnLoadShare: 0.5 }).perUnit;
    // 50 km × 1.5 × (1 − 0.5 × 0.4) + 20
    expect(half.nok.transport.central.toString()).toBe('80');
    expect(shown(half.co2eKg.transport)).toBe('3.5 5 6');
  });

  it.each([-0.1, 1.1, NaN])('refuses a share of return loads of %s', (returnLoadShare) =>
    expect(() => valueOf(slagAsGravel, { ...RULES, returnLoadShare })).toThrow('0 to 1'),
  );

  it('refuses an amount below nothing', () =>
    expect(() => valueOf({ ...slagAsGravel, yearlyBase: d(-1) }, RULES)).toThrow('0 or more'));

  it('has a value per tonne also where nothing moves', () => {
    const { perUnit, perYear } = valueOf({ ...slagAsGravel, yearlyBase: d(0) }, RULES);
    expect(perUnit.nok.net.central.toString()).toBe('195');
    expect(shown(perYear.nok.net).replaceAll('-0', '0')).toBe('0 0 0');
  });
});

describe('the way it travels', () => {
  const far = {
    ...slagAsGravel,
    yearlyBase: d(5_000_000),
    distances: ways(600, { sea: way(700), rail: way(580) }),
  };

  it('is the cheapest of those that both sites can, and the others are told', () => {
    const { mode, alternatives, used } = valueOf(far, RULES);
    expect(mode).toBe('sea');
    // 700 × 0.15 + 2 × 40; 580 × 0.5 + 2 × 40; 600 × 1.5 + 20
    expect(alternatives.map((one) => [one.mode, one.km, one.perUnit.nok.central.toString()])).toEqual([
      ['sea', 700, '185'],
      ['rail', 580, '370'],
      ['truck', 600, '920'],
    ]);
    // 700 × 0.036 + 2 × 1
    expect(alternatives[0]?.perUnit.co2eKg.central.toString()).toBe('27.2');
    expect(used).not.toContain(TRUCK_FACTOR);
  });

  it('is by lorry where that is cheaper all the same', () => {
    const near = { ...far, distances: ways(30, { sea: way(60) }) };
    expect(valueOf(near, RULES).mode).toBe('truck'); // 30 × 1.5 + 20 = 65 against 60 × 0.15 + 80 = 89
  });

  it('is not by ship for less than a shipload', () => {
    const little = { ...far, yearlyBase: d(1_000_000) };
    expect(valueOf(little, RULES).alternatives.map((one) => one.mode)).toEqual(['rail', 'truck']);
  });

  it('does not win by a price that is missing', () => {
    const prices = buildPriceSet(
      'no ships',
      RULES.prices.all.filter((one) => !one.key.includes('ship')),
    );
    const { mode, alternatives } = valueOf(far, { ...RULES, prices });
    expect(mode).toBe('rail');
    expect(alternatives.at(-1)).toMatchObject({ mode: 'sea', missing: ['price transport:ship-bulk-small'] });
  });

  it('is not lost by a factor that is missing: it is named', () => {
    const factors = buildFactorSet(
      'no ships',
      RULES.factors.all.filter((one) => !one.key.includes('ship')),
    );
    const { mode, missing } = valueOf(far, { ...RULES, factors });
    expect([mode, ...missing]).toEqual(['sea', 'factor transport:ship-bulk-small']);
  });
});

describe('heat', () => {
  const warm = buildMaterial({ ...HEAT, code: 'warm', disposalFactor: 'disposal:released' });
  const town = buildMaterial({ ...HEAT, code: 'town', productionFactor: 'energy:district-heat' });
  const piped: ValuedFlow = {
    byProduct: warm,
    input: town,
    link: AS_IS,
    yearlyBase: d(10_000_000),
    distances: ways(2.4),
  };

  it('goes by pipe: capital, upkeep, pumps and what is lost on the way', () => {
    const { mode, perUnit, used, missing } = valueOf(piped, RULES);
    expect(mode).toBe('pipe');
    // 10 GWh in 5 000 h are 2 MW, 43 m3/h, a pipe of 0.1007 m: 19 × (214 + 173.7) = 7 366 NOK/m × 2 400 m;
    // × (0.0726 + 0.01) ÷ 10 000 MWh = 146.1. Pumps: 215 000 m3 × 2.4 km × 0.0794 kWh = 40.95 MWh × 700 = 2.9.
    // Loss: 20.57 W/m × 8 760 h × 2.4 km = 432.4 MWh, 4.32 % of 600 NOK = 25.9
    expect(perUnit.nok.transport.central.toFixed(0)).toBe('175');
    // 40.95 MWh × 15 kg ÷ 10 000 + 4.32 % × 200 kg
    expect(perUnit.co2eKg.transport.central.toFixed(2)).toBe('8.71');
    expect(used).toEqual(['energy:district-heat', 'disposal:released', 'energy:electricity-norway']);
    expect(missing).toEqual([]);
  });

  it('is dearer over a shorter time or at a higher rate', () => {
    const cost = (years: number, discountRate: number): number =>
      valueOf(piped, {
        ...RULES,
        pipe: { years, discountRate, fullLoadHours: 5000 },
      }).perUnit.nok.transport.central.toNumber();
    expect(cost(15, 0.06)).toBeGreaterThan(cost(30, 0.06));
    expect(cost(30, 0.1)).toBeGreaterThan(cost(30, 0.06));
  });

  it('travels as steam above 120 °C, as the material usually is or as stated', () => {
    const properties = [{ property: 'temperature', range: { min: 150, max: 200 } }];
    const cost = (flow: Partial<ValuedFlow>): string =>
      valueOf({ ...piped, ...flow }, RULES).perUnit.nok.transport.central.toFixed(3);
    const steam = cost({ byProduct: { ...warm, properties } });
    expect(steam).not.toBe(cost({}));
    expect(cost({ sourceC: 160 })).toBe(steam);
  });

  it('says that nothing can be laid for no amount', () => {
    const { missing, perYear } = valueOf({ ...piped, yearlyBase: d(0) }, RULES);
    expect(missing).toEqual(['yearly amount, to lay a pipe for']);
    expect(perYear.nok.net.central.isZero()).toBe(true);
  });

  it('is lifted with the electricity that the two temperatures ask for', () => {
    const lifted = { ...piped, link: { ...AS_IS, treatment: 'treatment:heat-pump' } };
    const treatment = (flow: ValuedFlow): string => shown(valueOf(flow, RULES).perUnit.nok.treatment);
    expect(treatment(lifted)).toBe('200 300 400');
    expect(treatment({ ...lifted, sourceC: 35 })).toBe('200 300 400');
    // 40 K ÷ (0.5 × 348.15 K) = 0.2298 MWh × 700 NOK = 160.9, + 150 for the machine
    const { treatment: known } = valueOf({ ...lifted, sourceC: 35, sinkC: 75 }, RULES).perUnit.nok;
    expect(known.central.toFixed(1)).toBe('310.9');
    // 0.1915 × 500 + 80; 0.2872 × 900 + 250
    expect([known.low.toFixed(1), known.high.toFixed(1)]).toEqual(['175.7', '508.5']);
  });
});

describe('what can also go by pipe', () => {
  it.each([
    ["water a stone's throw away", 'water', 'm3', 200_000, 0.5, 'pipe'],
    ['water over the hills', 'water', 'm3', 2000, 40, 'truck'],
    ['a gas in tonnes next door', 'co2', 't', 20_000_000, 0.5, 'pipe'],
    ['slag next door', 'slag', 't', 20_000_000, 0.5, 'truck'],
    ['furnace gas by its volume', 'fuel_gas', 'Nm3', 5_000_000, 1, 'pipe'],
    ['cooling', 'cooling', 'MWh', 5_000_000, 1, 'pipe'],
  ])('%s', (_what, of, unit, amount, km, mode) => {
    const byProduct = buildMaterial({ code: 'it', class: of, unit, density: { value: 1, name: 'it' } });
    const flow = { ...slagAsGravel, byProduct, link: AS_IS, yearlyBase: d(amount), distances: ways(km) };
    expect(valueOf(flow, RULES).mode).toBe(mode);
  });
});

describe('the laws of value', () => {
  const km = fc.double({ min: 0, max: 2000, noNaN: true });
  const flows = fc.record({
    ratio: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
    yearly: fc.integer({ min: 1, max: 10 ** 9 }),
    at: km,
    open: fc.double({ min: 0, max: 500, noNaN: true }),
    heat: fc.boolean(),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  type Drawn = typeof flows extends fc.Arbitrary<infer T> ? T : never;

  const flowOf = ({ ratio, yearly, at, open, heat }: Drawn): ValuedFlow => {
    const one = way(at, Math.max(0, at - open), at + open);
    return {
      byProduct: heat ? HEAT : SLAG,
      input: GRAVEL,
      link: { ...CRUSHED, ratio },
      yearlyBase: d(yearly),
      distances: { road: one, pipe: one, sea: one },
    };
  };
  const everyPart = (drawn: Drawn): readonly ValueParts[] => {
    const { perUnit, perYear } = valueOf(flowOf(drawn), { ...RULES, returnLoadShare: drawn.share });
    return [perUnit.nok, perUnit.co2eKg, perYear.nok, perYear.co2eKg];
  };

  it('the net is the sum of its parts', () => {
    fc.assert(
      fc.property(flows, (drawn) => {
        for (const { purchaseAvoided, disposalAvoided, treatment, transport, net } of everyPart(drawn)) {
          const sum = purchaseAvoided.central
            .plus(disposalAvoided.central)
            .minus(treatment.central)
            .minus(transport.central);
          expect(sum.minus(net.central).abs().toNumber()).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('low is at most central, central at most high', () => {
    fc.assert(
      fc.property(flows, (drawn) => {
        for (const band of everyPart(drawn).flatMap((parts) => Object.values(parts) as Band[])) {
          expect(band.low.lte(band.central) && band.central.lte(band.high)).toBe(true);
        }
      }),
    );
  });

  it('nothing displaced is nothing saved', () => {
    fc.assert(
      fc.property(flows, (drawn) => {
        for (const { purchaseAvoided } of everyPart({ ...drawn, ratio: 0 })) {
          expect(shown(purchaseAvoided)).toBe('0 0 0');
        }
      }),
    );
  });

  it('farther is never cheaper by the same way', () => {
    fc.assert(
      fc.property(flows, km, (drawn, other) => {
        const cost = (at: number) =>
          new Map(
            valueOf(flowOf({ ...drawn, at }), RULES).alternatives.map((one) => [one.mode, one.perUnit]),
          );
        const [near, far] = [cost(Math.min(drawn.at, other)), cost(Math.max(drawn.at, other))];
        for (const [mode, perUnit] of near) {
          expect(far.get(mode)?.nok.central.gte(perUnit.nok.central)).toBe(true);
          expect(far.get(mode)?.co2eKg.central.gte(perUnit.co2eKg.central)).toBe(true);
        }
      }),
    );
  });

  it('by lorry the CO2e is that of effectsOf', () => {
    fc.assert(
      fc.property(flows, (drawn) => {
        const flow = flowOf({ ...drawn, heat: false });
        const { road, pipe } = flow.distances;
        const { perYear, mode } = valueOf({ ...flow, distances: { road, pipe } }, RULES);
        const { byProduct, input, link, yearlyBase: amountBase } = flow;
        const effects = effectsOf({ byProduct, input, link, amountBase, roadKm: d(road.km) }, RULES.factors);
        expect(mode).toBe('truck');
        expect(perYear.co2eKg.net.central.minus(effects.net).abs().toNumber()).toBeLessThan(1e-9);
        expect(perYear.co2eKg.transport.central.minus(effects.transport).abs().toNumber()).toBeLessThan(1e-9);
      }),
    );
  });
});
