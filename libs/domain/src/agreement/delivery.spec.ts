import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHIPS, d, HEAT, quantity, SLAG } from '../testing/builders.js';
import { ownBase } from './commitment.js';
import { deliveryProblems, remainingBase, type DeliveredAgainst, type DeliveryTerms } from './delivery.js';

const TODAY = '2026-09-15';
const agreed: DeliveredAgainst = {
  quantity: quantity(10, 't', 'MONTH'),
  startsOn: '2026-07-01',
  endsOn: '2026-12-31',
  byProduct: CHIPS,
  deliveredBase: d(4000),
};
const problemsOf = (
  delivery: Partial<DeliveryTerms>,
  against: Partial<DeliveredAgainst> = {},
  today = TODAY,
) =>
  deliveryProblems(
    { amount: d(5), unit: 't', deliveredOn: '2026-09-10', ...delivery },
    { ...agreed, ...against },
    today,
  ).map(({ path, message }) => [path.join('.'), message]);

describe('deliveryProblems', () => {
  it('example: five of the six tonnes left can be delivered', () => expect(problemsOf({})).toEqual([]));

  it.each<[string, Partial<DeliveryTerms>, string, string]>([
    ['a unit nobody knows', { unit: 'lass' }, 'input.unit', 'Unknown unit "lass"'],
    ['nothing', { amount: d(0) }, 'input.amount', 'above 0'],
    ['less than nothing: a correction is made otherwise', { amount: d(-5) }, 'input.amount', 'above 0'],
    ['what is no number', { amount: d(NaN) }, 'input.amount', 'above 0'],
    [
      'a unit that is not tied to the material',
      { unit: 'Nm3' },
      'input.unit',
      'Nm3 cannot be carried into t',
    ],
    ['tomorrow', { deliveredOn: '2026-09-16' }, 'input.deliveredOn', 'today (2026-09-15'],
    [
      'the day before the agreement',
      { deliveredOn: '2026-06-30' },
      'input.deliveredOn',
      'begins on 2026-07-01',
    ],
    ['a road below nothing', { distanceKm: -1 }, 'input.distanceKm', '0 to 20000'],
    ['a road around the Earth', { distanceKm: 20_001 }, 'input.distanceKm', '0 to 20000'],
    ['a road that is no number', { distanceKm: NaN }, 'input.distanceKm', '0 to 20000'],
    // 10 t agreed − 4 t delivered
    [
      'more than is left',
      { amount: d('6.001') },
      'input.amount',
      'The agreement has 6 t left in this month.',
    ],
  ])('refuse %s and name the field', (_what, delivery, path, message) => {
    expect(problemsOf(delivery)).toEqual([[path, expect.stringContaining(message)]]);
  });

  it('refuse a day after the end, however late it is recorded', () => {
    expect(problemsOf({ deliveredOn: '2027-01-01' }, {}, '2027-02-01')).toEqual([
      ['input.deliveredOn', 'The agreement ended on 2026-12-31.'],
    ]);
  });

  it.each<[string, Partial<DeliveryTerms>]>([
    ['today', { deliveredOn: TODAY }],
    ['the first day', { deliveredOn: '2026-07-01' }],
    ['all that is left', { amount: d(6) }],
    ['all that is left, in another unit of the kind', { amount: d(6000), unit: 'kg' }],
    ['all that is left, in cubic metres', { amount: d(24), unit: 'm3' }], // 6 t / 0.25 t/m3
    ['no road at all', { distanceKm: 0 }],
  ])('let %s pass', (_what, delivery) => expect(problemsOf(delivery)).toEqual([]));

  it('speak of a lot where there is one', () => {
    const lot = { quantity: quantity(10, 't', 'ONCE') };
    expect(problemsOf({ amount: d(7) }, lot)[0]?.[1]).toBe('The agreement has 6 t left in this lot.');
  });

  it('let thirds add up to the whole: three times 2 GJ is 6 GJ', () => {
    // 2 GJ = 555.555… kWh and 6 GJ = 1 666.666… kWh: neither has an end, and the rounded thirds exceed the whole
    const base = (gigajoules: number) => ownBase(d(gigajoules), 'GJ', HEAT) ?? d(0);
    const heat = { byProduct: HEAT, quantity: quantity(6, 'GJ'), deliveredBase: base(2).plus(base(2)) };
    expect(problemsOf({ amount: d(2), unit: 'GJ' }, heat)).toEqual([]);
    expect(problemsOf({ amount: d('2.000001'), unit: 'GJ' }, heat)).toHaveLength(1);
  });

  it('let any parts that add up to the agreed amount be delivered', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 40 });
    const units = fc.constantFrom<['MJ' | 'GJ' | 'lb' | 'm3', typeof CHIPS]>(
      ['MJ', HEAT],
      ['GJ', HEAT],
      ['GJ', CHIPS],
      ['lb', SLAG],
      ['m3', CHIPS],
    );
    fc.assert(
      fc.property(parts, units, (amounts, [unit, byProduct]) => {
        const total = amounts.reduce((sum, one) => sum + one, 0);
        let deliveredBase = d(0);
        for (const amount of amounts) {
          const against = { byProduct, quantity: quantity(total, unit), deliveredBase };
          expect(problemsOf({ amount: d(amount), unit }, against)).toEqual([]);
          deliveredBase = deliveredBase.plus(ownBase(d(amount), unit, byProduct) ?? 0);
        }
      }),
    );
  });
});

describe('remainingBase', () => {
  it('example: what is agreed less what is delivered, in kg', () => {
    // 10 000 kg − 4 000 kg
    expect(remainingBase(agreed).toString()).toBe('6000');
  });

  it('is never below nothing', () => {
    expect(remainingBase({ ...agreed, deliveredBase: d(11_000) }).toString()).toBe('0');
  });
});
