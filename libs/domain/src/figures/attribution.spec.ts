import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { between, d, RULES } from '../testing/builders.js';
import { attributedShares } from './attribution.js';
import { countedIn, foldFigures } from './fold.js';

describe('attributedShares', () => {
  it('example: half of 5 to each of the two parties', () => {
    const halves = attributedShares({
      shares: new Map([
        ['a', d(5)],
        ['b', d(5)],
      ]),
    });
    expect([...halves].map(([firm, share]) => `${firm} ${share.toString()}`)).toEqual(['a 2.5', 'b 2.5']);
  });

  it('gives all firms together 100 % of every sum, whoever gives and takes', () => {
    const firm = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const rows = fc.array(
      fc.tuple(firm, firm, fc.integer({ min: -9999, max: 9999 })).filter(([giver, taker]) => giver !== taker),
      { maxLength: 15 },
    );
    const sums = ['materialMoved', 'virginMaterialDisplaced', 'netCo2eAvoided', 'transportWork'];
    fc.assert(
      fc.property(rows, (moved) => {
        const entries = moved.map(([giver, taker, kilos]) => between(giver, taker, kilos / 1000));
        const year = { from: '2026-01-01', to: '2026-12-31' };
        for (const figure of foldFigures(countedIn(entries, 'DELIVERED', year, RULES), 'DELIVERED')) {
          if (!sums.includes(figure.name)) continue;
          const whole = [...attributedShares(figure).values()].reduce((sum, one) => sum.plus(one), d(0));
          expect(whole.toString()).toBe(figure.value.toString());
        }
      }),
    );
  });
});
