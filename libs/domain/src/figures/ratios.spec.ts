import { describe, expect, it } from '@jest/globals';
import { d } from '../testing/builders.js';
import { ratiosOf, type ExchangedFlow, type Ratio, type RatioSource } from './ratios.js';
import type { ReferenceAmounts } from './reference-totals.js';

const flow = (material = 0, rest: Partial<Record<keyof ExchangedFlow, number>> = {}): ExchangedFlow => ({
  material: d(material),
  toEnergy: d(rest.toEnergy ?? 0),
  toFill: d(rest.toFill ?? 0),
  energy: d(rest.energy ?? 0),
  water: d(rest.water ?? 0),
});

/** A year of a plant: 1 000 t taken in, 200 t of waste, 100 t in and 300 t out by exchanges. */
const AMOUNTS: ReferenceAmounts = {
  rawMaterial: d(1000),
  recycledInput: d(150),
  renewableInput: d(250),
  wasteReused: d(10),
  wasteRecycled: d(90),
  wasteToEnergy: d(40),
  wasteToFill: d(20),
  wasteDisposed: d(40),
  energy: d(400),
  renewableEnergy: d(320),
  water: d(5000),
  turnover: d(8_000_000),
};
const firmYear: RatioSource = {
  amounts: AMOUNTS,
  exchanged: () => ({
    incoming: flow(100, { energy: 60, water: 500 }),
    outgoing: flow(300, { toEnergy: 80, toFill: 20, energy: 20 }),
  }),
  areAlike: () => true,
};
const of = (name: string, source = firmYear): Ratio | undefined =>
  ratiosOf(source).find((one) => one.name === name);
const valueOf = (name: string, source = firmYear): string | undefined => of(name, source)?.value?.toString();

describe('ratiosOf', () => {
  it('example, CircLean: exchanged over reference total, incoming and outgoing apart', () => {
    expect(valueOf('materialIn')).toBe('0.1'); // 100 / 1 000
    // waste 10 + 90 + 40 + 20 + 40 = 200; 300 / (300 + 200)
    expect(valueOf('materialOut')).toBe('0.6');
    expect(valueOf('energyIn')).toBe('0.15'); // 60 / 400
    expect(valueOf('energyOut')).toBe('0.05'); // 20 / 400
    expect(valueOf('waterIn')).toBe('0.1'); // 500 / 5 000
    expect(valueOf('waterOut')).toBe('0');
  });

  it('ISO 59020: what is burned and filled is no recycling', () => {
    expect(valueOf('recycledContent')).toBe('0.15'); // 150 / 1 000
    expect(valueOf('renewableContent')).toBe('0.25'); // 250 / 1 000
    expect(valueOf('reusedOutflow')).toBe('0.02'); // 10 / 500
    expect(valueOf('recycledOutflow')).toBe('0.58'); // (90 + 300 − 80 − 20) / 500
    expect(valueOf('renewableEnergy')).toBe('0.8'); // 320 / 400
    expect(valueOf('circularWaterIn')).toBe('0.1');
    expect(valueOf('materialProductivity')).toBe('8000'); // 8 000 000 / 1 000 NOK/t
  });

  it('Material Circularity Indicator: V = 600, W = 200', () => {
    // V = 1 000 − 150 − 250; W = 40 + 20 + 40 + 80 + 20; LFI = 800 / 2 000 = 0.4; 1 − 0.36
    expect(valueOf('materialCircularity')).toBe('0.64');
  });

  it('names core indicators that nothing here can tell, with the reason', () => {
    const unknown = ratiosOf(firmYear).filter((one) => one.value === undefined);
    expect(unknown.map((one) => one.name)).toEqual([
      'reusedContent',
      'productLifetime',
      'biologicalOutflow',
      'circularWaterOut',
      'internalWater',
      'resourceIntensity',
    ]);
    expect(unknown.every((one) => one.core && (one.lacks ?? '').startsWith('Needs '))).toBe(true);
  });

  it('says what is not stated, and never takes it for nothing', () => {
    const { rawMaterial, ...rest } = AMOUNTS;
    expect(rawMaterial?.toString()).toBe('1000');
    expect(of('materialIn', { ...firmYear, amounts: rest })).toMatchObject({
      value: undefined,
      lacks: 'Not stated: rawMaterial.',
    });
  });

  it('refuses totals that are smaller than what was exchanged, or 0', () => {
    const small = { ...firmYear, amounts: { ...AMOUNTS, rawMaterial: d(99), recycledInput: d(50) } };
    expect(of('materialIn', small)?.lacks).toContain('less than what was exchanged');
    expect(of('recycledContent', small)?.lacks).toContain('less than what was exchanged');
    const none = { ...firmYear, amounts: { ...AMOUNTS, rawMaterial: d(0), turnover: d(0) } };
    expect(of('materialProductivity', none)).toMatchObject({
      value: undefined,
      lacks: 'The stated total is 0.',
    });
    expect(of('materialCircularity', none)?.lacks).toBe('The stated total is 0.');
  });

  it('holds no sum over some firms against one over others', () => {
    const apart = { ...firmYear, areAlike: (measures: readonly string[]) => measures.length === 1 };
    expect(of('recycledContent', apart)?.lacks).toBe('Not stated by the same firms.');
    expect(valueOf('materialIn', apart)).toBe('0.1');
  });
});
