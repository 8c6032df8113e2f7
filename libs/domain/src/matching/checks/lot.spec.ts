import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MaterialLink } from '../../material/material.js';
import { exactly } from '../../quantity/range.js';
import { bandRange } from '../../listing/disclose.js';
import { buildFacts, HEAT } from '../../testing/builders.js';
import type { ListingFacts } from '../facts.js';
import { lotCheck } from './lot.js';

type Facts = Partial<ListingFacts>;
const AS_IS: MaterialLink = { suitability: 1, ratio: 1, treatment: 'none', limits: [], evidence: 'the same' };
const tonnes = (value: number) => exactly(value * 1000);
/** Both move 1 000 t a year unless told otherwise. */
const lots = (ofOffer: Facts, ofNeed: Facts, link = AS_IS) =>
  lotCheck({ offer: buildFacts('OFFER', ofOffer), need: buildFacts('NEED', ofNeed), link })[0];

describe('the lot check', () => {
  it('is not asked where nobody states a smallest lot', () => {
    expect(lots({}, {})).toBeUndefined();
    expect(lots({ largestLot: tonnes(30) }, { largestLot: tonnes(5) })).toBeUndefined();
  });

  it('passes where a lot exists that both can handle', () => {
    expect(lots({ smallestLot: tonnes(30) }, { largestLot: tonnes(30) })?.result).toBe('PASS');
    expect(lots({}, { smallestLot: tonnes(1000) })?.result).toBe('PASS');
  });

  it('example: splits a lot that is too large for the taker', () => {
    // 150 t / 30 t = 5
    expect(lots({ smallestLot: tonnes(150) }, { largestLot: tonnes(30) })).toEqual({
      name: 'lot',
      result: 'FAIL',
      detail:
        'the smallest lot offered is larger than the largest that the taker can handle: 150 t at least, 30 t at most',
      remedy: { kind: 'SPLIT', text: 'split the lot into 5 of at most 30 t' },
    });
  });

  it('shares a lot that is more than the taker uses in a year', () => {
    const found = lots({ smallestLot: tonnes(150) }, { yearlyBase: tonnes(100) });
    expect(found).toMatchObject({ result: 'FAIL', remedy: { kind: 'SPLIT' } });
    expect(found?.remedy?.text).toContain('at most 100 t a year');
  });

  it('fails a taker whose smallest lot is more than all that the giver has, and says who could help', () => {
    const found = lots({ yearlyBase: tonnes(400) }, { smallestLot: tonnes(500) });
    expect(found).toMatchObject({ result: 'FAIL', remedy: { kind: 'POOL' } });
    expect(found?.remedy?.text).toBe("join the 400 t with other givers' until 500 t are together");
  });

  it('gathers small lots to a shipload where they can be stored', () => {
    // 900 t / 30 t = 30
    const found = lots({ largestLot: tonnes(30) }, { smallestLot: tonnes(900) });
    expect(found?.remedy).toEqual({ kind: 'POOL', text: 'store 30 lots of 30 t until 900 t are together' });
    const kept = { material: HEAT, largestLot: tonnes(30) };
    expect(lots(kept, { material: HEAT, smallestLot: tonnes(900) })).toMatchObject({ result: 'FAIL' });
    expect(lots(kept, { material: HEAT, smallestLot: tonnes(900) })?.remedy).toBeUndefined();
  });

  it("reads the need's lots in units of the offer", () => {
    // 450 t of gravel ask for 450 / 0.9 = 500 t of slag
    const link = { ...AS_IS, ratio: 0.9 };
    expect(lots({ yearlyBase: tonnes(500) }, { smallestLot: tonnes(450) }, link)?.result).toBe('PASS');
    expect(lots({ yearlyBase: tonnes(499) }, { smallestLot: tonnes(450) }, link)?.result).toBe('FAIL');
  });

  it('asks for the exact amounts where bands overlap', () => {
    const found = lots({ yearlyBase: { min: 200_000, max: 500_000 } }, { smallestLot: tonnes(300) });
    expect(found).toMatchObject({ result: 'UNKNOWN', asks: [{ fact: 'quantity', of: 'GIVER' }] });
  });

  it('never fails for a band what it would pass exactly, and decides once all is exact', () => {
    const amount = fc.option(fc.integer({ min: 1, max: 900 }).map(tonnes), { nil: undefined });
    const side = fc.record({ smallestLot: amount, largestLot: amount });
    fc.assert(
      fc.property(side, side, (offer, need) => {
        const exact = lots(offer, need)?.result;
        expect(exact).not.toBe('UNKNOWN');
        const banded = (one: typeof offer) => ({
          smallestLot: one.smallestLot && bandRange(one.smallestLot),
          largestLot: one.largestLot && bandRange(one.largestLot),
        });
        const seen = lots(banded(offer), banded(need));
        if (exact === 'PASS') expect(seen?.result).not.toBe('FAIL');
        if (exact === 'FAIL') expect(seen?.result).not.toBe('PASS');
        if (seen?.result === 'UNKNOWN') expect(seen.asks?.length).toBeGreaterThan(0);
      }),
    );
  });
});
