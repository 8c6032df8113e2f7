import { describe, expect, it } from '@jest/globals';
import type { MaterialLink } from '../material/material.js';
import { CHIPS, d, factor, FACTORS, FEED, GRAVEL, HEAT, RULES, SLAG } from '../testing/builders.js';
import { effectsOf, type Effects, type Flow } from './effects.js';
import { buildFactorSet, TRUCK_FACTOR } from './factor-set.js';

const CRUSHED: MaterialLink = {
  suitability: 1,
  ratio: 0.9,
  treatment: 'treatment:crush',
  limits: [],
  evidence: 'seen in practice',
};
const AS_IS: MaterialLink = { ...CRUSHED, ratio: 1, treatment: 'none' };
const slagAsGravel: Flow = {
  byProduct: SLAG,
  input: GRAVEL,
  link: CRUSHED,
  amountBase: d(100_000),
  roadKm: d(50),
};
type Shown = Readonly<Record<Exclude<keyof Effects, 'unknown'>, string>> & Pick<Effects, 'unknown'>;
const shown = (flow: Flow): Shown => {
  const { unknown, ...sums } = effectsOf(flow, FACTORS);
  const written = Object.entries(sums).map(([name, value]) => [name, value.toString()]);
  return { ...(Object.fromEntries(written) as Omit<Shown, 'unknown'>), unknown };
};

describe('effectsOf', () => {
  it('example: 100 t of slag, crushed, over 50 km, in place of gravel', () => {
    expect(shown(slagAsGravel)).toEqual({
      virginDisplaced: '90', // 100 t × 0.9
      displacedUnit: 't',
      tonneKm: '5000', // 100 t × 50 km
      productionAvoided: '360', // 90 t × 4 kg/t
      disposalAvoided: '1000', // 100 t × 10 kg/t
      treatment: '150', // 100 t × 1.5 kg/t
      transport: '500', // 5 000 tkm × 0.1 kg/tkm
      net: '710', // 360 + 1 000 − 150 − 500
      unknown: [],
    });
  });

  it('comes out negative when the road costs more than the stream saves', () => {
    // 360 + 1 000 − 150 − 100 t × 1 000 km × 0.1 = 1 210 − 10 000
    expect(shown({ ...slagAsGravel, roadKm: d(1000) }).net).toBe('-8790');
  });

  it('takes back exactly what a reversed amount brought', () => {
    const { net } = effectsOf({ ...slagAsGravel, amountBase: d(-100_000) }, FACTORS);
    expect(net.toString()).toBe('-710');
  });

  it('counts a missing factor as nothing and names it, so that nobody takes it for known', () => {
    const { net, unknown } = effectsOf(
      { ...slagAsGravel, byProduct: FEED, input: FEED, link: AS_IS },
      FACTORS,
    );
    expect(unknown).toEqual(['production of feed', 'disposal of feed']);
    // 0 + 0 − 0 − 5 000 tkm × 0.1
    expect(net.toString()).toBe('-500');
  });

  it('names a key that the set does not hold', () => {
    const link = { ...AS_IS, displaces: 'production:quartz', treatment: 'treatment:wash' };
    expect(effectsOf({ ...slagAsGravel, link, transportFactor: 'transport:ship' }, FACTORS).unknown).toEqual([
      'production:quartz',
      'treatment:wash',
      'transport:ship',
    ]);
  });

  it('uses what the use really displaces before what the input usually is', () => {
    const link = { ...CRUSHED, displaces: 'production:wood-chips' };
    // 90 t × 20 kg/t instead of × 4
    expect(shown({ ...slagAsGravel, link }).productionAvoided).toBe('1800');
  });

  it('does not count disposal twice: needing no treatment needs no factor', () => {
    expect(shown({ ...slagAsGravel, link: AS_IS })).toMatchObject({ treatment: '0', unknown: [] });
  });

  it('sends heat by pipe: no tonne-kilometres, no factor for a lorry asked for', () => {
    const district = RULES.materials.get('district-heat') ?? HEAT;
    const flow = { ...slagAsGravel, byProduct: HEAT, input: district, link: AS_IS, amountBase: d(500_000) };
    expect(shown(flow)).toMatchObject({ virginDisplaced: '500', tonneKm: '0', transport: '0' });
    expect(effectsOf(flow, FACTORS).unknown).not.toContain(TRUCK_FACTOR);
  });

  it('weighs what is stated in cubic metres by its named density, and nothing without one', () => {
    const byVolume = { ...CHIPS, unit: 'm3' };
    const flow = { ...slagAsGravel, byProduct: byVolume, input: byVolume, link: AS_IS, amountBase: d(400) };
    // 400 m3 × 0.25 t/m3 × 50 km
    expect(shown(flow).tonneKm).toBe('5000');
    expect(shown({ ...flow, byProduct: { ...byVolume, density: undefined } }).tonneKm).toBe('0');
  });
});

describe('buildFactorSet', () => {
  it('example: finds a factor by its key', () => {
    expect(
      buildFactorSet('2026-1', [factor('a', 5)])
        .get('a')
        ?.value.toString(),
    ).toBe('5');
    expect(FACTORS.get('nothing')).toBeUndefined();
  });

  it('refuses a key that stands twice: two values for one thing are none', () => {
    expect(() => buildFactorSet('2026-1', [factor('a', 5), factor('a', 6)])).toThrow(
      'Factor set 2026-1: a key stands twice',
    );
  });
});
