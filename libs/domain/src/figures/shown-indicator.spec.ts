import { describe, expect, it } from '@jest/globals';
import { between, d, RULES } from '../testing/builders.js';
import { countedIn, type Counted } from './fold.js';
import { foldIndicators, type FoldedIndicator } from './indicators.js';
import {
  broughtTo,
  countsExchanges,
  exactIndicator,
  staffIndicator,
  unitOfNumber,
  withheldIndicator,
} from './shown-indicator.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const rules = { rules: RULES, traits: new Map() };
const counted = (...pairs: readonly (readonly [string, string])[]): readonly Counted[] =>
  countedIn(
    pairs.map(([giver, taker]) => between(giver, taker, 100)),
    'DELIVERED',
    YEAR,
    RULES,
  );
const indicator = (name: string, of = counted(['a', 'b'])): FoldedIndicator => {
  const found = foldIndicators(of, 'DELIVERED', rules, of).find((one) => one.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};
const THREE = counted(['a', 'b'], ['c', 'd'], ['e', 'f']);

describe('withheldIndicator', () => {
  it('example: tells nothing but its name and the reason', () => {
    expect(withheldIndicator(indicator('wasteAvoided'), 'NEVER_PUBLISHED')).toEqual({
      name: 'wasteAvoided',
      family: 'HIERARCHY',
      unit: 't',
      basis: 'DELIVERED',
      value: undefined,
      entryCount: undefined,
      withheld: true,
      reason: 'NEVER_PUBLISHED',
    });
  });
});

describe('exactIndicator', () => {
  it("example: tells the number and nobody's share", () => {
    const shown = exactIndicator(indicator('wasteAvoided'));
    expect([shown.withheld, shown.value?.toString(), 'shares' in shown]).toEqual([false, '100', false]);
  });

  it('says of what nothing tells that it is not known, instead of zero', () => {
    expect(exactIndicator(indicator('freshWaterSaved'))).toMatchObject({
      value: undefined,
      reason: 'NOT_KNOWN',
    });
  });
});

describe('staffIndicator', () => {
  it('example: keeps the money of two firms sealed', () => {
    expect(staffIndicator(indicator('costSaved'), true)).toMatchObject({
      value: undefined,
      reason: 'SEALED',
    });
  });

  it('tells the money of many firms for whole years only, amounts always', () => {
    // (9 000 + 30 000 − 2 000 − 5 000) NOK × 3
    expect(staffIndicator(indicator('costSaved', THREE), true).value?.toString()).toBe('96000');
    expect(staffIndicator(indicator('costSaved', THREE), false).reason).toBe('SEALED');
    expect(staffIndicator(indicator('wasteAvoided'), false).value?.toString()).toBe('100');
  });
});

describe('broughtTo', () => {
  const [one] = counted(['a', 'b']) as [Counted];
  const brought = (name: string): string | undefined => {
    const found = broughtTo(name, one, 'DELIVERED', rules);
    return found && `${found.value?.toString()} ${found.unit}`;
  };

  it('example: 100 t to what was moved', () => {
    expect(brought('materialMoved')).toBe('100 t');
  });

  it('is nothing where the entry is not behind the number, and no part of a count', () => {
    expect(brought('energyMoved')).toBeUndefined();
    expect(brought('wasteToFill')).toBeUndefined();
    expect(brought('no such number')).toBeUndefined();
    expect(brought('exchanges')).toBe('undefined 1');
  });

  it('adds up to the number over all entries behind it', () => {
    for (const name of ['netCo2eAvoided', 'costSaved', 'wasteRecycled', 'materialMovedToDate']) {
      const sum = THREE.reduce(
        (total, entry) => total.plus(broughtTo(name, entry, 'DELIVERED', rules)?.value ?? 0),
        d(0),
      );
      expect([name, sum.toString()]).toEqual([name, indicator(name, THREE).value?.toString()]);
    }
  });
});

describe('unitOfNumber', () => {
  it('example: of figures and of indicators', () => {
    const units = ['materialMoved', 'costSaved', 'largestFirmShare'].map((name) => unitOfNumber(name, rules));
    expect(units).toEqual(['t', 'NOK', '%']);
    expect(unitOfNumber('no such number', rules)).toBeUndefined();
  });
});

describe('countsExchanges', () => {
  it('example: shares are counted, tonnes are added up', () => {
    expect([countsExchanges('%'), countsExchanges('1'), countsExchanges('t')]).toEqual([true, true, false]);
  });
});
