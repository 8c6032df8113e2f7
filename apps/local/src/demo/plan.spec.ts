import { describe, expect, it } from '@jest/globals';
import { Decimal } from '#domain';
import { deliveriesOf, demoId, termOf } from './plan.js';
import type { DemoExchange } from './read.js';

const buildExchange = (overrides: Partial<DemoExchange> = {}): DemoExchange => ({
  key: 'bark',
  offer: 'a-bark',
  need: 'b-fuel',
  quantity: { value: new Decimal(12_000), unit: 't', per: 'YEAR' },
  proposedBy: 'giver',
  outcome: 'agreed',
  startedMonthsAgo: 14,
  every: 'MONTH',
  recordedBy: 'giver',
  unverified: 0,
  corrections: [],
  ...overrides,
});

const sum = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((total, one) => total.plus(one), new Decimal(0));

describe('demoId', () => {
  it('is a UUID that depends on the name alone', () => {
    expect(demoId('firm/a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(demoId('firm/a')).toBe(demoId('firm/a'));
    expect(demoId('firm/a')).not.toBe(demoId('firm/b'));
  });
});

describe('termOf', () => {
  it('counts whole months from the anchor and leaves a running exchange open', () => {
    expect(termOf(buildExchange(), '2026-11-22')).toEqual({ startsOn: '2025-09-01' });
  });

  it('ends on the last day of the month it ended in', () => {
    const ended = buildExchange({ startedMonthsAgo: 20, endedMonthsAgo: 9 });
    expect(termOf(ended, '2026-11-22')).toEqual({ startsOn: '2025-03-01', endsOn: '2026-02-28' });
  });

  it('starts in the future where nothing is agreed yet', () => {
    const open = buildExchange({ outcome: 'proposed', startedMonthsAgo: undefined, startsInMonths: 1 });
    expect(termOf(open, '2026-12-31')).toEqual({ startsOn: '2027-01-01' });
    expect(deliveriesOf(open, '2026-12-31')).toEqual([]);
  });
});

describe('deliveriesOf', () => {
  const anchors = ['2026-01-01', '2026-03-01', '2026-11-22', '2026-12-31', '2028-02-29'];

  it.each(anchors)(
    'delivers once a month up to and including the month of %s, never after that day',
    (anchor) => {
      const deliveries = deliveriesOf(buildExchange(), anchor);
      const months = deliveries.map((one) => one.deliveredOn.slice(0, 7));
      expect(new Set(months).size).toBe(15); // 14 months ago, and this one
      expect(months.at(-1)).toBe(anchor.slice(0, 7));
      expect(deliveries.every((one) => one.deliveredOn <= anchor)).toBe(true);
    },
  );

  it('keeps every round of twelve months within the agreed amount', () => {
    const deliveries = deliveriesOf(buildExchange({ startedMonthsAgo: 24 }), '2026-11-30');
    const round = deliveries.slice(12, 24).map((one) => one.amount);
    expect(sum(round).toNumber()).toBeLessThanOrEqual(12_000);
    expect(sum(round).toNumber()).toBeGreaterThan(10_000); // at least 0.86 × 12000 = 10320
  });

  it('spreads what follows the seasons by its profile', () => {
    const winter = [4, 3, 2, 1, 0, 0, 0, 0, 0, 1, 2, 3];
    const deliveries = deliveriesOf(buildExchange({ startedMonthsAgo: 11 }), '2026-12-31', winter);
    const january = deliveries[0]?.amount.toNumber() ?? 0;
    expect(january).toBeGreaterThan(0.86 * 12_000 * (4 / 16) - 1);
    expect(deliveries.filter((one) => /-0[5-9]-/.test(one.deliveredOn))).toEqual([]);
  });

  it('leaves the latest ones to be verified', () => {
    const verified = deliveriesOf(buildExchange({ startedMonthsAgo: 3, unverified: 2 }), '2026-11-22').map(
      (one) => one.verified,
    );
    expect(verified).toEqual([true, true, false, false]);
  });

  it('delivers whole pieces, and four times a year where that is agreed', () => {
    const quantity = { value: new Decimal(1001), unit: 'pcs', per: 'YEAR' } as const;
    const deliveries = deliveriesOf(
      buildExchange({ quantity, startedMonthsAgo: 12, every: 'QUARTER' }),
      '2026-11-22',
    );
    expect(deliveries).toHaveLength(5);
    expect(deliveries.every((one) => one.amount.isInteger())).toBe(true);
  });
});
