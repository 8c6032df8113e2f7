import { describe, expect, it } from '@jest/globals';
import { buildTerms, CHIPS, d, GRAVEL, HEAT, quantity } from '../testing/builders.js';
import type { ListingTerms, StreamProperty } from './listing.js';
import { otherSide } from './listing.js';
import { canonicalWasteCode, publishProblems, quantityProblems } from './publishable.js';

const TODAY = '2026-06-15';
const problemsOf = (overrides: Partial<ListingTerms>, material = CHIPS) =>
  publishProblems(buildTerms(overrides), material, TODAY).map(({ path, message }) => [
    path.join('.'),
    message,
  ]);
const moisture = (overrides: Partial<StreamProperty>): Partial<ListingTerms> => ({
  properties: [
    { property: 'chlorine', measured: true, max: d('0.1') },
    { property: 'moisture', measured: false, ...overrides },
  ],
});
const months = (overrides: readonly number[]) => [...overrides, ...Array<number>(12).fill(1)].slice(0, 12);

describe('publishProblems', () => {
  it('example: five sound fields are enough', () => {
    expect(publishProblems(buildTerms(), CHIPS, TODAY)).toEqual([]);
  });

  it.each<[string, Partial<ListingTerms>, string, string]>([
    ['a title of two letters', { title: ' ab ' }, 'input.title', 'at least 3 letters'],
    ['a title of a page', { title: 'x'.repeat(201) }, 'input.title', 'within 200'],
    ['a unit nobody knows', { quantity: quantity(1, 'bushel') }, 'input.quantity.unit', 'Use one of t, kg'],
    ['nothing', { quantity: quantity(0) }, 'input.quantity.value', 'above 0'],
    ['less than nothing', { quantity: quantity(-1) }, 'input.quantity.value', 'above 0'],
    ['what is no number', { quantity: quantity(NaN) }, 'input.quantity.value', 'above 0'],
    ['a slip of the unit', { quantity: quantity('1e12', 'kt') }, 'input.quantity.value', 'check the unit'],
    ['an endless amount', { quantity: quantity(Infinity) }, 'input.quantity.value', 'check the unit'],
    [
      'a property without a name',
      moisture({ property: ' ' }),
      'input.properties.1.property',
      'such as moisture',
    ],
    [
      'a property upside down',
      moisture({ min: d(9), max: d('8.5') }),
      'input.properties.1.max',
      'max (8.5) must be at least min (9)',
    ],
    [
      'a typical value below its least',
      moisture({ min: d(9), typical: d(8) }),
      'input.properties.1.typical',
      'between',
    ],
    [
      'a typical value above its most',
      moisture({ max: d(9), typical: d(10) }),
      'input.properties.1.typical',
      'between',
    ],
    [
      'an end before the beginning',
      { availableFrom: '2027-02-01', availableUntil: '2027-01-31' },
      'input.availableUntil',
      'on or after availableFrom (2027-02-01)',
    ],
    ['an end in the past', { availableUntil: '2026-06-14' }, 'input.availableUntil', '2026-06-15'],
    ['eleven months', { monthlyProfile: months([]).slice(1) }, 'input.monthlyProfile', 'there are 11'],
    ['a month below nothing', { monthlyProfile: months([-1]) }, 'input.monthlyProfile', '0 or more'],
    ['a month that is no number', { monthlyProfile: months([NaN]) }, 'input.monthlyProfile', '0 or more'],
    ['a year of nothing', { monthlyProfile: Array<number>(12).fill(0) }, 'input.monthlyProfile', 'above 0'],
    ['no reach at all', { maxDistanceKm: 0 }, 'input.maxDistanceKm', 'above 0'],
    ['a reach around the Earth', { maxDistanceKm: 20_001 }, 'input.maxDistanceKm', '20000'],
    ['a reach that is no number', { maxDistanceKm: NaN }, 'input.maxDistanceKm', 'above 0'],
    ['a smallest lot of nothing', { smallestLot: d(0) }, 'input.smallestLot', 'above 0'],
    ['an endless lot', { largestLot: d(Infinity) }, 'input.largestLot', 'above 0'],
    [
      'lots the wrong way round',
      { smallestLot: d(24), largestLot: d('23.5') },
      'input.largestLot',
      'at least smallestLot (24)',
    ],
    [
      // 1.5 t × 12 = 18 t
      'a smallest lot above all that a year offers',
      { quantity: quantity('1.5', 't', 'MONTH'), smallestLot: d(24) },
      'input.smallestLot',
      'in a year (18 t)',
    ],
    [
      'permissions on an offer',
      { permits: ['03 01 05'] },
      'input.permittedWasteCodes',
      'only who receives waste',
    ],
    [
      'a permission for four digits',
      { side: 'NEED', permits: ['03 01 05', '03 01'] },
      'input.permittedWasteCodes.1',
      'six digits',
    ],
    [
      'the by-product test on a need',
      { side: 'NEED', byProductTest: { lawfulUse: true } },
      'input.byProductTest',
      'only who gives',
    ],
    ['a currency in words', { currency: 'kroner' }, 'input.currency', 'NOK'],
    ['a currency in small letters', { currency: 'nok' }, 'input.currency', 'ISO 4217'],
  ])('refuses %s, names the field and says what would be right', (_what, overrides, path, message) => {
    expect(problemsOf(overrides)).toEqual([[path, expect.stringContaining(message)]]);
  });

  it('refuses a unit of a kind that no named figure ties to the material', () => {
    expect(problemsOf({ quantity: quantity(5, 'MWh') }, GRAVEL)).toEqual([
      [
        'input.quantity.unit',
        expect.stringContaining('Gravel is measured as mass (for example t); MWh is energy'),
      ],
    ]);
    expect(problemsOf({ quantity: quantity(5, 't') }, HEAT)).toHaveLength(1);
  });

  it('takes chips in cubic metres and in megawatt-hours, because both figures are known for them', () => {
    expect(problemsOf({ quantity: quantity(5, 'm3') })).toEqual([]);
    expect(problemsOf({ quantity: quantity(5, 'MWh') })).toEqual([]);
  });

  it.each<[string, Partial<ListingTerms>]>([
    ['a last day of today', { availableUntil: TODAY }],
    ['a beginning in the past', { availableFrom: '2020-01-01' }],
    ['one day', { availableFrom: '2026-07-01', availableUntil: '2026-07-01' }],
    ['a price below nothing, which is a gate fee', { price: d(-300) }],
    ['equal ends of a property', moisture({ min: d(8), typical: d(8), max: d(8) })],
    ['a property with nothing stated', moisture({})],
    ['months of which some are empty', { monthlyProfile: months([0, 0, 3.5]) }],
    ['a title of three letters', { title: 'sot' }],
    ['equal lots', { smallestLot: d(24), largestLot: d(24) }],
    [
      // 10 t × 12 = 120 t
      'a lot gathered over months',
      { quantity: quantity(10, 't', 'MONTH'), smallestLot: d(30) },
    ],
    ['a need whose lot lasts for years', { side: 'NEED', smallestLot: d(5000) }],
    ['a need that may receive nothing', { side: 'NEED', permits: [] }],
    ['a need that may receive two codes', { side: 'NEED', permits: ['03 01 04', '03 01 05'] }],
    ['a test half answered', { byProductTest: { lawfulUse: false } }],
  ])('lets %s pass', (_what, overrides) => expect(problemsOf(overrides)).toEqual([]));

  it('names every field that is wrong at once', () => {
    const paths = problemsOf({ title: '', currency: '', quantity: quantity(0) }).map(([path]) => path);
    expect(paths).toEqual(['input.title', 'input.quantity.value', 'input.currency']);
  });
});

describe('quantityProblems', () => {
  it("example: sits at the caller's own path", () => {
    expect(quantityProblems(quantity(0), 'input.terms.quantity')).toEqual([
      { path: ['input', 'terms', 'quantity', 'value'], message: 'The amount must be above 0.' },
    ]);
  });

  it('takes the largest amount in any unit, and a microgram', () => {
    expect(quantityProblems(quantity('1e12', 't'), 'q')).toEqual([]);
    expect(quantityProblems(quantity('0.000001', 'g'), 'q')).toEqual([]);
  });
});

describe('canonicalWasteCode', () => {
  it('example: parts the pairs and leaves the asterisk out', () => {
    expect(canonicalWasteCode('03.01.04*')).toBe('03 01 04');
  });

  it.each([
    ['030105', '03 01 05'],
    [' 03 01 05 * ', '03 01 05'],
    ['03-01-05', '03 01 05'],
    ['03 01', '03 01'],
    ['0301057', '0301057'],
    ['bark 03 01 05', 'bark 03 01 05'],
  ])('reads "%s" as "%s"', (written, code) => expect(canonicalWasteCode(written)).toBe(code));
});

describe('otherSide', () => {
  it('example: the other side of an offer is a need, and back', () => {
    expect([otherSide('OFFER'), otherSide('NEED')]).toEqual(['NEED', 'OFFER']);
  });
});
