import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Decimal } from '#domain';
import { ok, refused, World, type WorldFirm } from '../support/world.js';

let world: World;
let giver: WorldFirm;
let taker: WorldFirm;
let agreementId: string;
let place = 0;

beforeAll(async () => {
  world = await World.open();
});
beforeEach(async () => {
  place += 1;
  const at = { latitude: 30 + place * 2, longitude: 10 };
  giver = await world.firm({ naceCode: '16.10', ...at });
  taker = await world.firm({ naceCode: '35.30', ...at });
  const { matchId } = await world.matched(giver, taker);
  agreementId = await world.agreed(giver, taker, matchId, {
    startsOn: '2025-03-01',
    retrospective: true,
    price: new Decimal(300),
  });
});
afterAll(() => world.close());

const load = (amount: string, overrides: object = {}) => ({
  agreementId,
  amount: new Decimal(amount),
  unit: 't',
  deliveredOn: '2026-06-01',
  ...overrides,
});

const entries = () =>
  world.database.query<{ kind: string; basis: string; amount_base: string; value_nok: string | null }>(
    'select kind, basis, amount_base, value_nok from ledger_entry where agreement_id = $1 order by id',
    [agreementId],
  );

describe('recording a delivery', () => {
  it('enters it in the ledger and lowers what the round leaves', async () => {
    ok(await world.market.deliveries.record(giver.actor, load('12.5')));
    // 12.5 t = 12 500 kg, × 300 NOK/t = 3 750 NOK
    expect((await entries()).at(-1)).toEqual({
      kind: 'delivered',
      basis: 'DELIVERED',
      amount_base: '12500',
      value_nok: '3750',
    });
    // 100 − 12.5 = 87.5 in the round from 2026-03-01
    expect((await world.market.reading.agreement(giver.actor, agreementId))?.remaining.value).toBe('87.5');
  });

  it('counts each round of the agreement for itself', async () => {
    ok(await world.market.deliveries.record(giver.actor, load('100', { deliveredOn: '2026-02-28' })));
    ok(await world.market.deliveries.record(giver.actor, load('100', { deliveredOn: '2026-03-01' })));
    expect(refused(await world.market.deliveries.record(giver.actor, load('0.001'))).path).toBe(
      'input.amount',
    );
  });

  it.each([
    ['more than was agreed', { amount: new Decimal('100.001') }, 'input.amount'],
    ['a negative amount', { amount: new Decimal(-1) }, 'input.amount'],
    ['an unknown unit', { unit: 'lorry' }, 'input.unit'],
    ['a day that has yet to come', { deliveredOn: '2026-06-16' }, 'input.deliveredOn'],
    ['a day before the agreement', { deliveredOn: '2025-02-28' }, 'input.deliveredOn'],
    ['a distance below zero', { distanceKm: -1 }, 'input.distanceKm'],
  ])('refuses %s and names the field', async (_what, wrong, path) => {
    expect(refused(await world.market.deliveries.record(giver.actor, load('1', wrong)))).toMatchObject({
      kind: 'validation',
      path,
    });
    expect(await entries()).toHaveLength(1);
  });

  it('never goes above the agreement when many loads are recorded at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, () => world.market.deliveries.record(giver.actor, load('10'))),
    );
    // 10 × 10 t = 100 t
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(10);
  });

  it('is not found for a third firm', async () => {
    const third = await world.firm();
    expect(refused(await world.market.deliveries.record(third.actor, load('1'))).kind).toBe('not_found');
  });
});

describe('verifying and correcting', () => {
  it('is done by the side that did not record it, once', async () => {
    const { deliveryId } = ok(await world.market.deliveries.record(giver.actor, load('10')));
    expect(refused(await world.market.deliveries.verify(giver.actor, deliveryId)).kind).toBe('conflict');
    const both = await Promise.all([1, 2].map(() => world.market.deliveries.verify(taker.actor, deliveryId)));
    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect((await entries()).map((entry) => entry.kind)).toEqual(['agreed', 'delivered', 'verified']);
  });

  it('reverses the old entries and enters the new amount, which waits to be verified', async () => {
    const deliveryId = await world.delivered(giver, taker, agreementId, '10');
    const correction = ok(
      await world.market.deliveries.correct(giver.actor, deliveryId, load('9'), 'weighed again'),
    );
    expect((await entries()).map(({ kind, basis, amount_base }) => [kind, basis, amount_base])).toEqual([
      ['agreed', 'AGREED', '100000'],
      ['delivered', 'DELIVERED', '10000'],
      ['verified', 'VERIFIED', '10000'],
      ['delivered', 'DELIVERED', '9000'],
      ['corrected', 'DELIVERED', '-10000'],
      ['corrected', 'VERIFIED', '-10000'],
    ]);
    const standing = await world.market.reading.deliveriesOf(taker.actor, agreementId);
    expect(standing).toMatchObject([{ id: correction.deliveryId, amount: '9', verified: false }]);
    expect(
      refused(await world.market.deliveries.correct(giver.actor, deliveryId, load('8'), 'again')).kind,
    ).toBe('conflict');
    expect(refused(await world.market.deliveries.verify(taker.actor, deliveryId)).kind).toBe('conflict');
  });

  it('lets a correction use the room of what it replaces', async () => {
    const { deliveryId } = ok(await world.market.deliveries.record(giver.actor, load('95')));
    expect(
      refused(await world.market.deliveries.correct(giver.actor, deliveryId, load('101'), 'typing')).path,
    ).toBe('input.amount');
    expect(
      refused(await world.market.deliveries.correct(giver.actor, deliveryId, load('100'), ' ')).path,
    ).toBe('reason');
    ok(await world.market.deliveries.correct(giver.actor, deliveryId, load('100'), 'typing'));
  });
});

describe('the ledger', () => {
  it('refuses update, delete and truncate in the database itself', async () => {
    await expect(world.database.query('update ledger_entry set amount_base = 1')).rejects.toThrow(
      'append-only',
    );
    await expect(world.database.query('delete from ledger_entry')).rejects.toThrow('append-only');
    await expect(world.database.query('truncate ledger_entry cascade')).rejects.toThrow('append-only');
  });
});

describe('units', () => {
  it('takes a delivery in another unit of the same kind, exactly', async () => {
    ok(await world.market.deliveries.record(giver.actor, { ...load('2500'), unit: 'kg' }));
    // 100 t − 2 500 kg = 97.5 t
    expect((await world.market.reading.agreement(giver.actor, agreementId))?.remaining).toMatchObject({
      value: '97.5',
      unit: 't',
    });
  });
});
