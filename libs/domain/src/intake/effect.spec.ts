import { describe, expect, it } from '@jest/globals';
import { Decimal } from '../quantity/decimal.js';
import { saysTheSame } from './effect.js';

const recorded = {
  amount: new Decimal('2.5'),
  unit: 't',
  deliveredOn: '2026-06-01',
  roadKm: new Decimal(40),
};
const row = { amount: new Decimal(2500), unit: 'kg', deliveredOn: '2026-06-01' };

describe('saysTheSame', () => {
  it('example: 2 500 kg are 2.5 t', () => expect(saysTheSame(row, recorded)).toBe(true));
  it.each([
    ['another amount', { amount: new Decimal('2500.001') }],
    ['another day', { deliveredOn: '2026-06-02' }],
    ['another kind of unit', { unit: 'm3' }],
    ['another distance', { distanceKm: 41 }],
  ])('not with %s', (_what, other) => expect(saysTheSame({ ...row, ...other }, recorded)).toBe(false));
  it('with the distance that is recorded', () =>
    expect(saysTheSame({ ...row, distanceKm: 40 }, recorded)).toBe(true));
});
