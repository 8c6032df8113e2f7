import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Decimal } from '../quantity/decimal.js';
import { between, d, RULES } from '../testing/builders.js';
import { foldFlows, type FoldedFlow } from './flows.js';
import { countedIn, foldFigures, type FoldedFigure } from './fold.js';
import { differenceOf, pointsAtFirm, publicYears, showFigure, showFlows } from './withhold.js';

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const sharesOf = (shares: Record<string, number>): ReadonlyMap<string, Decimal> =>
  new Map(Object.entries(shares).map(([firmId, share]) => [firmId, d(share)]));
const points = (shares: Record<string, number>) => pointsAtFirm({ shares: sharesOf(shares) });

describe('pointsAtFirm', () => {
  it('example: two firms always know each other', () => expect(points({ a: 5, b: 5 })).toBe(true));

  it.each([
    ['nobody', {}, false],
    ['one firm', { a: 5 }, true],
    ['three firms of which two dealt with one', { a: 4, b: 2, c: 2 }, true], // a is party to all 4 of 4
    ['four firms in two equal exchanges', { a: 5, b: 5, c: 5, d: 5 }, true], // each party to 5 of 10 and knows the other 5
    ['four firms in two unequal exchanges', { a: 6, b: 6, c: 5, d: 5 }, true], // a to 6 of 11
    ['six firms in three like exchanges', { a: 4, b: 4, c: 4, d: 4, e: 3, f: 3 }, false], // 4 of 11
    ['six firms of which two are large', { a: 9, b: 9, c: 1, d: 1, e: 1, f: 1 }, true], // 9 of 11
    ['four firms with one dealing with all others', { a: 6, b: 2, c: 2, d: 2 }, true], // 6 of 6
    ['a loss as large as the gains', { a: -9, b: -9, c: 1, d: 1, e: 1, f: 1 }, true], // 9 of 11 by size
    ['three firms with nothing', { a: 0, b: 0, c: 0 }, false],
    ['two firms with nothing', { a: 0, b: 0 }, false],
    ['two firms, and two that took back all they did', { a: 5, b: 5, c: 0, d: 0 }, true],
  ])('of %s', (_who, shares, expected) => expect(points(shares)).toBe(expected));

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
        expect(points(shares)).toBe(telling);
      }),
    );
  });
});

describe('differenceOf', () => {
  it('example: what is delivered and not verified', () => {
    const difference = differenceOf({ shares: sharesOf({ a: 5 }) }, { shares: sharesOf({ a: 3 }) });
    expect(difference.shares.get('a')?.toString()).toBe('2'); // 5 − 3
  });

  it('points at the two firms whose delivery alone is not verified', () => {
    const delivered = { shares: sharesOf({ a: 4, b: 4, c: 4, d: 4, e: 4, f: 4, g: 4, h: 4 }) };
    const verified = { shares: sharesOf({ a: 4, b: 4, c: 4, d: 4, e: 4, f: 4 }) };
    expect([pointsAtFirm(delivered), pointsAtFirm(verified)]).toEqual([false, false]);
    expect(pointsAtFirm(differenceOf(delivered, verified))).toBe(true);
  });
});

describe('showFigure', () => {
  const figure = (shares: Record<string, number>): FoldedFigure => ({
    name: 'materialMoved',
    unit: 't',
    basis: 'DELIVERED',
    value: d(12),
    entryCount: 4,
    shares: sharesOf(shares),
  });
  const few = figure({ a: 12, b: 12 });
  const many = figure({ a: 4, b: 4, c: 4, d: 4, e: 4, f: 4 });

  it('example: an outsider gets neither value nor count of two firms', () => {
    expect(showFigure(few, false)).toEqual({
      name: 'materialMoved',
      unit: 't',
      basis: 'DELIVERED',
      value: undefined,
      entryCount: undefined,
      withheld: true,
    });
  });

  it('shows what points at nobody to all, and everything to those who may see it exactly', () => {
    expect(showFigure(many, false)).toMatchObject({ value: d(12), entryCount: 4, withheld: false });
    expect(showFigure(few, true)).toMatchObject({ value: d(12), entryCount: 4, withheld: false });
  });

  it('withholds the whole where a part of it is withheld elsewhere', () => {
    expect(showFigure(many, false, true)).toMatchObject({ value: undefined, withheld: true });
    expect(showFigure(many, true, true).withheld).toBe(false);
  });

  it("never lets the firms' shares out", () => {
    for (const exact of [true, false]) expect(showFigure(many, exact)).not.toHaveProperty('shares');
  });
});

/** A flow of division `from` in which each pair of firms exchanges so many tonnes. */
const flow = (from: string, tonnes: readonly number[], firms = from): FoldedFlow => ({
  fromDivision: from,
  toDivision: '08',
  materialCode: 'copper-slag',
  unit: 't',
  value: d(tonnes.reduce((sum, one) => sum + one, 0)),
  shares: sharesOf(
    Object.fromEntries(
      tonnes.flatMap((one, pair) => [`>${pair}`, `<${pair}`].map((end) => [firms + end, one])),
    ),
  ),
});
const rowsOf = (...args: Parameters<typeof showFlows>) =>
  showFlows(...args).map(
    ({ fromDivision, value }) => `${fromDivision ?? 'others'} ${value?.toString() ?? 'withheld'}`,
  );

describe('showFlows', () => {
  const open = flow('10', [40, 40, 40]);
  const small = flow('11', [20, 20, 20]);
  const secret = flow('12', [50]);

  it('example: the smallest open flow hides the one that points at a firm', () => {
    // total 230; alone, 230 − 120 − 60 would give 50 away; with 11 it is 50 + 60 = 110, of which 50 is less than half
    expect(rowsOf([open, small, secret], false)).toEqual(['10 120', 'others 110']);
  });

  it('joins as many as it takes', () => {
    const large = flow('12', [100]);
    // 100 of 160 is more than half, so 10 joins too: 100 of 280
    expect(rowsOf([open, large, small], false)).toEqual(['others 280']);
  });

  it('gives no value where nothing is left to hide behind', () => {
    expect(rowsOf([secret], false)).toEqual(['others withheld']);
    expect(rowsOf([flow('12', [500]), open], false)).toEqual(['others withheld']);
  });

  it('leaves flows alone that point at nobody, and hides nothing from those who may see exactly', () => {
    expect(rowsOf([open, small], false)).toEqual(['10 120', '11 60']);
    expect(rowsOf([open, secret], true)).toEqual(['10 120', '12 50']);
  });

  it('never hides tonnes behind megawatt-hours', () => {
    const heat = { ...flow('35', [9, 9, 9]), unit: 'MWh' };
    expect(rowsOf([secret, heat], false)).toEqual(['others withheld', '35 27']);
  });

  it('names no division and no material in the row of the withheld', () => {
    expect(showFlows([secret], false)).toEqual([{ unit: 't', withheld: true }]);
  });

  it("does not give a year's withheld flow away by several years together", () => {
    // 12 points at a firm in 2026 only: 50 t of one pair there, 3 × 50 t of others in 2027, when it is shown by name
    const both = [flow('10', [80, 80, 80]), flow('12', [50, 50, 50, 50]), flow('11', [40, 40, 40])];
    const answer = showFlows(both, false, (one) => one.fromDivision === '12');
    // were 10 and 11 shown by name, the last row would be 200, and 200 − 150 is what 2026 withheld
    expect(answer).toEqual([{ unit: 't', withheld: true }]);
  });

  it('cannot be used, with the total, to single out a flow or a firm', () => {
    const firm = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i');
    const entry = fc
      .tuple(firm, firm, fc.constantFrom('10', '16', '24', '38'), fc.integer({ min: 1, max: 60 }))
      .filter(([giver, taker]) => giver !== taker)
      .map(([giver, taker, giverDivision, tonnes]) => between(giver, taker, tonnes, { giverDivision }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
        const counted = countedIn(entries, 'DELIVERED', YEAR, RULES);
        const flows = foldFlows(counted);
        const [total] = foldFigures(counted, 'DELIVERED') as [FoldedFigure];
        const rows = showFlows(flows, false);
        const named = new Set(rows.map((row) => row.fromDivision));
        const hidden = flows.filter((one) => !named.has(one.fromDivision));
        for (const one of flows) if (named.has(one.fromDivision)) expect(pointsAtFirm(one)).toBe(false);
        if (hidden.length === 0) return;
        const last = rows.at(-1);
        const together = { shares: merge(hidden) };
        if (pointsAtFirm(together)) expect(last?.value).toBeUndefined();
        // what the total less the named rows leaves: either it points at nobody, or the total is not published
        expect(pointsAtFirm(together) && !pointsAtFirm(total)).toBe(false);
        if (last?.value !== undefined) expect(sum(rows.map((row) => row.value))).toBe(total.value.toString());
      }),
      { numRuns: 500 },
    );
  });
});

const sum = (amounts: readonly (Decimal | undefined)[]) =>
  amounts.reduce<Decimal>((total, one) => total.plus(one ?? 0), d(0)).toString();

function merge(flows: readonly FoldedFlow[]): ReadonlyMap<string, Decimal> {
  const shares = new Map<string, Decimal>();
  for (const [firmId, share] of flows.flatMap((one) => [...one.shares])) {
    shares.set(firmId, share.plus(shares.get(firmId) ?? 0));
  }
  return shares;
}

describe('publicYears', () => {
  it('example: a day before New Year and a day after touch two whole years', () => {
    expect(publicYears({ from: '2025-12-31', to: '2026-01-01' })).toEqual([
      { from: '2025-01-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-12-31' },
    ]);
  });

  it('gives the same answer for any part of a year, so that no two questions differ by a day', () => {
    expect(publicYears({ from: '2026-03-01', to: '2026-03-01' })).toEqual([YEAR]);
    expect(publicYears({ from: '2026-03-02', to: '2026-11-30' })).toEqual([YEAR]);
  });
});
