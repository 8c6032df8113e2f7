import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Decimal } from '../quantity/decimal.js';
import { d } from '../testing/builders.js';
import type { FoldedFlow } from './flows.js';
import type { FoldedFigure } from './fold.js';
import {
  AMOUNT_OF,
  calendarYear,
  exactFigure,
  exactFlow,
  areWholeYears,
  publicYears,
  reasonToWithhold,
  reasonToWithholdSum,
  WITHHELD_REASONS,
  withheldFigure,
} from './withhold.js';

const sharesOf = (shares: Record<string, number>): ReadonlyMap<string, Decimal> =>
  new Map(Object.entries(shares).map(([firmId, share]) => [firmId, d(share)]));
const reason = (shares: Record<string, number>) => reasonToWithhold({ shares: sharesOf(shares) });

describe('reasonToWithhold', () => {
  it('example: two firms always know each other', () => expect(reason({ a: 5, b: 5 })).toBe('FEW_FIRMS'));

  it.each([
    ['nobody', {}, undefined],
    ['one firm', { a: 5 }, 'FEW_FIRMS'],
    ['three firms of which two dealt with one', { a: 4, b: 2, c: 2 }, 'DOMINATED'], // a is party to all 4 of 4
    ['four firms in two equal exchanges', { a: 5, b: 5, c: 5, d: 5 }, 'DOMINATED'], // each party to 5 of 10 and knows the other 5
    ['four firms in two unequal exchanges', { a: 6, b: 6, c: 5, d: 5 }, 'DOMINATED'], // a to 6 of 11
    ['six firms in three like exchanges', { a: 4, b: 4, c: 4, d: 4, e: 3, f: 3 }, undefined], // 4 of 11
    ['six firms of which two are large', { a: 9, b: 9, c: 1, d: 1, e: 1, f: 1 }, 'DOMINATED'], // 9 of 11
    ['a loss as large as the gains', { a: -9, b: -9, c: 1, d: 1, e: 1, f: 1 }, 'DOMINATED'], // 9 of 11 by size
    ['three firms with nothing', { a: 0, b: 0, c: 0 }, undefined],
    ['two firms, and two that took back all they did', { a: 5, b: 5, c: 0, d: 0 }, 'FEW_FIRMS'],
  ])('of %s', (_who, shares, expected) => expect(reason(shares)).toBe(expected));

  it('lets nobody through on whom half of it hangs', () => {
    const firm = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const rows = fc.array(fc.tuple(firm, firm, fc.integer({ min: 1, max: 99 })), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(rows, (all) => {
        const exchanges = all.filter(([giver, taker]) => giver !== taker);
        const shares: Record<string, number> = {};
        for (const [giver, taker, tonnes] of exchanges) {
          shares[giver] = (shares[giver] ?? 0) + tonnes;
          shares[taker] = (shares[taker] ?? 0) + tonnes;
        }
        const total = exchanges.reduce((sum, [, , tonnes]) => sum + tonnes, 0);
        const sizes = Object.values(shares);
        const telling = sizes.length > 0 && (sizes.length < 3 || Math.max(...sizes) >= total / 2);
        expect(reason(shares) !== undefined).toBe(telling);
      }),
    );
  });
});

describe('what is shown', () => {
  const figure: FoldedFigure = {
    name: 'materialMoved',
    unit: 't',
    basis: 'DELIVERED',
    value: d(12),
    entryCount: 4,
    shares: sharesOf({ a: 12, b: 12 }),
  };
  const flow: FoldedFlow = {
    fromDivision: '24',
    toDivision: '08',
    materialCode: 'copper-slag',
    unit: 't',
    value: d(12),
    shares: sharesOf({ a: 12, b: 12 }),
  };

  it("example: exact, without the firms' shares", () => {
    expect(exactFigure(figure)).toMatchObject({ value: d(12), entryCount: 4, withheld: false });
    expect(exactFlow(flow)).toMatchObject({ value: d(12), withheld: false });
    for (const shown of [exactFigure(figure), exactFlow(flow)]) expect(shown).not.toHaveProperty('shares');
  });

  it('example: nothing, with the reason and without a count', () => {
    expect(withheldFigure(figure, 'SEALED')).toEqual({
      name: 'materialMoved',
      unit: 't',
      basis: 'DELIVERED',
      value: undefined,
      entryCount: undefined,
      withheld: true,
      reason: 'SEALED',
    });
    expect(WITHHELD_REASONS).toContain('SEALED');
  });

  it('has one figure of amounts for each kind of unit', () =>
    expect(new Set(Object.values(AMOUNT_OF)).size).toBe(Object.keys(AMOUNT_OF).length));
});

describe('areWholeYears', () => {
  it('example: one or several, from the first day to the last', () => {
    expect(areWholeYears({ from: '2025-01-01', to: '2026-12-31' })).toBe(true);
    expect(areWholeYears({ from: '2026-01-02', to: '2026-12-31' })).toBe(false);
    expect(areWholeYears({ from: '2026-01-01', to: '2026-12-30' })).toBe(false);
  });
});

describe('publicYears', () => {
  it('example: a day before New Year and a day after touch two whole years', () => {
    expect(publicYears({ from: '2025-12-31', to: '2026-01-01' })).toEqual([2025, 2026]);
    expect(calendarYear(2026)).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  it('gives the same answer for any part of a year, so that no two questions differ by a day', () => {
    expect(publicYears({ from: '2026-03-01', to: '2026-03-01' })).toEqual([2026]);
    expect(publicYears({ from: '2026-03-02', to: '2026-11-30' })).toEqual([2026]);
  });
});

describe('reasonToWithholdSum', () => {
  it('example: one firm makes half of the sum', () => {
    expect(reasonToWithholdSum([d(5), d(3), d(2)])).toBe('DOMINATED'); // 5 of 10
    expect(reasonToWithholdSum([d(4), d(3), d(2)])).toBeUndefined(); // 4 of 9
    expect(reasonToWithholdSum([d(4), d(3), d(0)])).toBe('FEW_FIRMS');
  });
});
