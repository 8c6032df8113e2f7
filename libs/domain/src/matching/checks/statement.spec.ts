import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limit } from '../../testing/builders.js';
import { hullOf, statementsOf, weightiest } from './statement.js';

const percent = { unit: '%' };

describe('statementsOf', () => {
  it('example: folds names together', () => {
    const stated = statementsOf([
      { property: 'Fukt', range: { min: 18, max: 20 }, unit: '%' },
      { property: 'Water content', range: { min: 19, max: 19 }, unit: '%' },
    ]);
    expect(stated.get('moisture')?.length).toBe(2);
  });

  it('reads unit and basis once, and an open share as one from nothing', () => {
    const [one] = statementsOf([limit('Cl', { max: 5 }, { unit: 'g/kg TS' })]).get('chlorine') ?? [];
    // 5 g/kg = 0.005
    expect(one).toMatchObject({ basis: 'dry', base: { min: 0, max: 0.005 }, measured: false });
  });

  it('leaves out what says nothing', () => {
    expect(statementsOf([limit('moisture', {})]).size).toBe(0);
    expect(statementsOf([]).size).toBe(0);
  });

  it('does not say a basis twice', () => {
    const said = (unit: string, basis?: string) =>
      [...statementsOf([limit('ash', { max: 5 }, { unit, basis })]).values()].flat().map((one) => one.text);
    expect(said('% TS')).toEqual(['at most 5 % TS']);
    expect(said('%', 'TS')).toEqual(['at most 5 % dry']);
  });

  it('carries degrees over their own zero', () => {
    const [one] =
      statementsOf([limit('temperature', { min: 348.15 }, { unit: 'K' })]).get('temperature') ?? [];
    expect(one?.base.min).toBeCloseTo(75, 9); // 348.15 − 273.15
  });

  it('does not depend on the order of the rows', () => {
    const row = fc.record({
      property: fc.constantFrom('moisture', 'Fukt', 'ash'),
      min: fc.integer({ min: 0, max: 9 }),
      unit: fc.constantFrom('%', 'g/kg', undefined),
    });
    const rows = fc.array(row, { maxLength: 6 });
    fc.assert(
      fc.property(rows, (stated) => {
        const read = stated.map(({ property, min, unit }) => limit(property, { min }, { unit }));
        const plain = (list: typeof read) =>
          [...statementsOf(list)].map(([name, all]) => [name, all.map((one) => [one.range.min, one.unit])]);
        expect(plain([...read].reverse())).toEqual(plain(read));
      }),
    );
  });
});

describe('several statements', () => {
  it('example: what was measured outweighs what was thought', () => {
    const estimated = limit('ash', { max: 3 }, percent);
    const measured = limit('ash', { max: 4 }, { ...percent, measured: true });
    const all = statementsOf([estimated, measured]).get('ash') ?? [];
    expect(weightiest(all).map((one) => one.range.max)).toEqual([4]);
    expect(weightiest(statementsOf([estimated]).get('ash') ?? [])).toHaveLength(1);
  });

  it('example: the hull holds all', () => {
    expect(
      hullOf([
        { min: 1, max: 2 },
        { min: 4, max: 5 },
      ]),
    ).toEqual({ min: 1, max: 5 });
  });
});
