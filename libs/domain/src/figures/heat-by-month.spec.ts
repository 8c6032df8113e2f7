import { describe, expect, it } from '@jest/globals';
import { Decimal } from '../quantity/decimal.js';
import { heatByMonth, type HeatStream } from './heat-by-month.js';

const stream = (overrides: Partial<HeatStream> = {}): HeatStream => ({
  side: 'OFFER',
  yearlyBase: new Decimal(1_200_000),
  monthlyProfile: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  ...overrides,
});

describe('heatByMonth', () => {
  it('example: nothing is listed', () => {
    expect(heatByMonth([]).months[0]?.offered.toString()).toBe('0');
    expect(heatByMonth([]).months).toHaveLength(12);
  });

  it('spreads a year by the weights of each listing, offers and needs apart', () => {
    const winter = [3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 1, 3];
    const { months, unit } = heatByMonth([
      stream(),
      stream({ side: 'NEED', yearlyBase: new Decimal(1_000_000), monthlyProfile: winter }),
    ]);
    expect(unit).toBe('MWh');
    // 1 200 MWh over twelve alike months; of 1 000 MWh the weights 3 of 10, and 1 of 10 in March
    expect(months[0]).toMatchObject({ month: 1 });
    expect(
      [months[0], months[2], months[6]].map((one) => [one?.offered.toString(), one?.needed.toString()]),
    ).toEqual([
      ['100', '300'],
      ['100', '100'],
      ['100', '0'],
    ]);
    expect([months[0], months[6]].map((one) => one?.coincides.toString())).toEqual(['100', '0']);
  });

  it('guesses no months for a listing that states none', () => {
    const { months, offeredUnspread, neededUnspread } = heatByMonth([
      stream({ monthlyProfile: undefined }),
      stream({ monthlyProfile: new Array<number>(12).fill(0) }),
    ]);
    expect(months.every(({ offered }) => offered.isZero())).toBe(true);
    expect([offeredUnspread.toString(), neededUnspread.toString()]).toEqual(['1200', '0']);
  });
});
