import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildEntry, buildExchange, d } from '../testing/builders.js';
import {
  agreedEntry,
  balance,
  deliveryEntry,
  METHOD_VERSION,
  reversalsOf,
  type LedgerEntry,
  type NewEntry,
} from './entry.js';

const exchange = buildExchange();
const delivered = {
  exchange,
  deliveryId: 'delivery-7',
  unitKind: 'mass',
  amountBase: d(25_000),
  roadKm: d(48),
  valueNok: d(-5000),
  deliveredOn: '2026-08-03',
} as const;
const recorded = (entry: NewEntry, id: string): LedgerEntry => ({ ...entry, id, recordedAt: new Date(0) });

describe('agreedEntry', () => {
  it('example: an acceptance enters the yearly rate from its first day', () => {
    const facts = { exchange, unitKind: 'mass', amountBase: d(120_000), roadKm: d(48) } as const;
    const entry = agreedEntry({ ...facts, yearly: true, startsOn: '2026-07-01', endsOn: '2027-06-30' });
    expect(entry).toEqual({
      ...facts,
      kind: 'agreed',
      basis: 'AGREED',
      occurredOn: '2026-07-01',
      yearly: true,
      endsOn: '2027-06-30',
      methodVersion: METHOD_VERSION,
    });
    expect(Object.isFrozen(entry)).toBe(true);
  });
});

describe('deliveryEntry', () => {
  it('example: one side records, the other verifies; each is an entry of its own', () => {
    const { deliveredOn, ...facts } = delivered;
    const rest = { ...facts, occurredOn: deliveredOn, yearly: false, methodVersion: METHOD_VERSION };
    expect(deliveryEntry(delivered, 'delivered')).toEqual({ ...rest, kind: 'delivered', basis: 'DELIVERED' });
    expect(deliveryEntry(delivered, 'verified')).toEqual({ ...rest, kind: 'verified', basis: 'VERIFIED' });
  });
});

describe('reversalsOf', () => {
  const entries = [
    recorded(deliveryEntry(delivered, 'delivered'), 'entry-1'),
    recorded(deliveryEntry(delivered, 'verified'), 'entry-2'),
  ];

  it('example: takes back both entries of a verified delivery, on the same day, amount and value negated', () => {
    const reversals = reversalsOf(entries);
    expect(reversals.map(({ kind, basis, reverses }) => [kind, basis, reverses])).toEqual([
      ['corrected', 'DELIVERED', 'entry-1'],
      ['corrected', 'VERIFIED', 'entry-2'],
    ]);
    for (const one of reversals) {
      expect([one.amountBase.toString(), one.valueNok?.toString()]).toEqual(['-25000', '5000']);
      expect([one.occurredOn, one.deliveryId]).toEqual(['2026-08-03', 'delivery-7']);
      expect(one).not.toHaveProperty('recordedAt');
      expect(one).not.toHaveProperty('id');
    }
  });

  it('leaves agreements and earlier corrections alone', () => {
    const others = [buildEntry({ kind: 'agreed', basis: 'AGREED' }), buildEntry({ kind: 'corrected' })];
    expect(reversalsOf(others)).toEqual([]);
  });

  it('does not touch the entries it takes back', () => {
    const before = structuredClone(entries.map((one) => one.amountBase.toString()));
    reversalsOf(entries);
    expect(entries.map((one) => one.amountBase.toString())).toEqual(before);
  });

  const amounts = fc.integer({ min: 1, max: 1e9 }).map((grams) => d(grams).div(1000));
  const deliveries = fc.array(fc.tuple(amounts, fc.boolean()), { maxLength: 12 }).map((rows) =>
    rows.flatMap(([amountBase, verified], index) => {
      const facts = { ...delivered, amountBase, deliveryId: `delivery-${index}` };
      const kinds = verified ? (['delivered', 'verified'] as const) : (['delivered'] as const);
      return kinds.map((kind) => recorded(deliveryEntry(facts, kind), `${kind}-${index}`));
    }),
  );

  it('brings the balance back to what it was before the delivery', () => {
    fc.assert(
      fc.property(deliveries, amounts, (before, amountBase) => {
        const one = recorded(deliveryEntry({ ...delivered, amountBase }, 'delivered'), 'wrong');
        const after = [...before, one, ...reversalsOf([one])];
        for (const basis of ['DELIVERED', 'VERIFIED'] as const) {
          expect(balance(after, basis).toString()).toBe(balance(before, basis).toString());
        }
      }),
    );
  });

  it('folds to nothing together with what it takes back, in amount and in value', () => {
    fc.assert(
      fc.property(deliveries, (rows) => {
        const all = [...rows, ...reversalsOf(rows)];
        expect(balance(all, 'DELIVERED').isZero() && balance(all, 'VERIFIED').isZero()).toBe(true);
        expect(all.reduce((sum, one) => sum.plus(one.valueNok ?? 0), d(0)).isZero()).toBe(true);
      }),
    );
  });
});

describe('balance', () => {
  it('example: keeps the bases apart', () => {
    const rows = [
      buildEntry({ tonnes: 40 }),
      buildEntry({ tonnes: 2 }),
      buildEntry({ tonnes: 7, basis: 'AGREED' }),
    ];
    // 40 t + 2 t
    expect(balance(rows, 'DELIVERED').toString()).toBe('42000');
    expect(balance(rows, 'VERIFIED').toString()).toBe('0');
  });
});
