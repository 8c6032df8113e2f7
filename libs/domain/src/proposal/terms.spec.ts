import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PERIODS } from '../quantity/period.js';
import { CHIPS, d, GRAVEL, quantity, SLAG } from '../testing/builders.js';
import { drawOn, termsProblems, type DrawnListing, type ProposalTerms } from './terms.js';

const TODAY = '2026-06-15';
const buildProposal = (overrides: Partial<ProposalTerms> = {}): ProposalTerms => ({
  quantity: quantity(100),
  startsOn: '2026-07-01',
  currency: 'NOK',
  retrospective: false,
  ...overrides,
});

describe('termsProblems', () => {
  const problemsOf = (overrides: Partial<ProposalTerms>) =>
    termsProblems(buildProposal(overrides), TODAY).map(({ path, message }) => [path.join('.'), message]);

  it('example: sound terms have none', () => expect(problemsOf({})).toEqual([]));

  it.each<[string, Partial<ProposalTerms>, string, string]>([
    ['nothing', { quantity: quantity(0) }, 'input.quantity.value', 'above 0'],
    ['a unit nobody knows', { quantity: quantity(1, 'lass') }, 'input.quantity.unit', 'lass'],
    ['an end before the beginning', { endsOn: '2026-06-30' }, 'input.endsOn', '2026-07-01'],
    ['a beginning in the past', { startsOn: '2026-06-14' }, 'input.startsOn', 'set retrospective'],
    ['a currency in words', { currency: 'kr' }, 'input.currency', 'ISO 4217'],
  ])('refuse %s and name the field', (_what, overrides, path, message) => {
    expect(problemsOf(overrides)).toEqual([[path, expect.stringContaining(message)]]);
  });

  it.each<[string, Partial<ProposalTerms>]>([
    ['a beginning today', { startsOn: TODAY }],
    ['a single day', { endsOn: '2026-07-01' }],
    ['a past beginning that is said to be one', { startsOn: '2025-01-01', retrospective: true }],
    ['a gate fee', { price: d(-250) }],
  ])('let %s pass', (_what, overrides) => expect(problemsOf(overrides)).toEqual([]));
});

describe('drawOn', () => {
  const drawn = (value: number | string, unit = 't', per = 'YEAR', material = CHIPS): DrawnListing => {
    const stated = quantity(value, unit, per as 'YEAR');
    return { quantity: stated, remaining: stated.value, material };
  };
  const draw = (offer: DrawnListing, need: DrawnListing, terms: Partial<ProposalTerms>, ratio = 1) => {
    const result = drawOn(offer, need, buildProposal(terms), ratio);
    return result.ok
      ? [result.draw.fromOffer.toString(), result.draw.fromNeed.toString()]
      : [result.reason, result.problem.path.join('.'), result.problem.message];
  };

  it('example: takes the same from both sides of one material', () => {
    expect(draw(drawn(1000), drawn(400), { quantity: quantity(100) })).toEqual(['100', '100']);
  });

  it('takes from each in its own unit and period', () => {
    // 10 t × 12 months = 120 t = 120 000 kg a year; 10 t / 0.25 t/m3 = 40 m3 a month
    const terms = { quantity: quantity(10, 't', 'MONTH') };
    expect(draw(drawn(500_000, 'kg'), drawn(100, 'm3', 'MONTH'), terms)).toEqual(['120000', '40']);
  });

  it('takes what the ratio says from the need', () => {
    // 100 t of slag do for 100 × 0.9 = 90 t of gravel
    const offer = drawn(1000, 't', 'YEAR', SLAG);
    expect(draw(offer, drawn(95, 't', 'YEAR', GRAVEL), { quantity: quantity(100) }, 0.9)).toEqual([
      '100',
      '90',
    ]);
    expect(draw(offer, drawn(89, 't', 'YEAR', GRAVEL), { quantity: quantity(100) }, 0.9)).toEqual([
      'beyond',
      'input.quantity.value',
      'The need has 89 t per year left; this would take 90.',
    ]);
  });

  it('refuses more than either side has left, and says how much that is', () => {
    expect(draw(drawn(99), drawn(400), { quantity: quantity(100) })).toEqual([
      'beyond',
      'input.quantity.value',
      'The offer has 99 t per year left; this would take 100.',
    ]);
    expect(draw(drawn(1000), drawn('99.999999'), { quantity: quantity(100) })[0]).toBe('beyond');
  });

  it('lets the last of it go', () => {
    expect(draw(drawn(100), drawn(100), { quantity: quantity(100) })).toEqual(['100', '100']);
  });

  it('takes from a lot all that a recurring term moves, and wants to know its end', () => {
    const lot = drawn(1000, 't', 'ONCE');
    const monthly = { quantity: quantity(10, 't', 'MONTH') };
    expect(draw(lot, drawn(400), monthly)).toEqual([
      'open_end',
      'input.endsOn',
      'A recurring amount of a single lot needs a last day.',
    ]);
    // 10 t × 12 × 365 days / 365 from the lot, 120 t a year from the stream
    expect(draw(lot, drawn(400), { ...monthly, endsOn: '2027-06-30' })).toEqual(['120', '120']);
  });

  it('refuses a unit that cannot be carried into the material', () => {
    const [reason, path] = draw(drawn(5, 't', 'YEAR', SLAG), drawn(5), { quantity: quantity(1, 'MWh') });
    expect([reason, path]).toEqual(['unit', 'input.quantity.unit']);
  });

  it.each([
    ['6', 'MJ'], // 5/18 kWh: a third, which no decimal holds
    ['42', 'MJ'],
    ['12.3', 'GJ'],
    ['47', 'lb'],
    ['0.6666666667', 't'], // ten decimals, as a spreadsheet writes two thirds
    ['0.30000000000000004', 't'],
  ])('lets the whole of %s %s be taken, to the last digit, once or every year', (value, unit) => {
    const all = { quantity: quantity(value, unit), endsOn: '2027-06-30' };
    for (const per of PERIODS) {
      const side = drawn(value, unit, per);
      expect(draw(side, side, { ...all, quantity: { ...all.quantity, per } })).toEqual([value, value]);
    }
  });

  it('never takes more than the whole when all that is left is asked for', () => {
    const amounts = fc.integer({ min: 1, max: 1e15 }).map((nano) => d(nano).div(1e9));
    const units = fc.constantFrom('t', 'kg', 'lb', 'MJ', 'GJ', 'm3', 'yd3');
    fc.assert(
      fc.property(amounts, units, fc.constantFrom(...PERIODS), (amount, unit, per) => {
        const side = drawn(amount.toString(), unit, per);
        const result = draw(side, side, { quantity: { value: amount, unit, per }, endsOn: '2027-06-30' });
        expect(result).toEqual([amount.toString(), amount.toString()]);
      }),
    );
  });
});
