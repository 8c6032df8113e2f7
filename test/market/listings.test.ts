import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal } from '#domain';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let sawmill: WorldFirm;
let heater: WorldFirm;

beforeAll(async () => {
  world = await World.open();
  sawmill = await world.firm({ naceCode: '16.10' });
  heater = await world.firm({ naceCode: '35.30' });
});
afterAll(() => world.close());

const stateOf = async (id: string): Promise<string | undefined> =>
  (await world.market.reading.listing(sawmill.actor, id))?.state;

describe('publishing a listing', () => {
  it('keeps what was stated and gives a cursor and version 1', async () => {
    const published = ok(await world.market.listings.publish(sawmill.actor, world.listing(sawmill, 'OFFER')));
    const listing = await world.market.reading.listing(sawmill.actor, published.listingId);
    expect(listing).toMatchObject({
      version: 1,
      state: 'ACTIVE',
      materialCode: 'wood-chips',
      materialConfirmed: true,
    });
    expect(listing?.quantity).toMatchObject({ value: '100', unit: 't', per: 'YEAR' });
    expect(published.cursor).not.toBe('');
  });

  it('finds the material in the text when none is given, and says that it is not confirmed', async () => {
    const input = world.listing(heater, 'OFFER', { title: 'Bunnaske fra kjel', materialCode: undefined });
    const published = ok(await world.market.listings.publish(heater.actor, input));
    const listing = await world.market.reading.listing(heater.actor, published.listingId);
    expect(listing).toMatchObject({ materialCode: 'wte-bottom-ash', materialConfirmed: false });
    expect(published.suggestions[0]?.code).toBe('wte-bottom-ash');
  });

  it.each([
    ['an unknown unit', { quantity: { ...tonnes('1'), unit: 'bushel' } }, 'input.quantity.unit'],
    ['a negative amount', { quantity: tonnes('-1') }, 'input.quantity.value'],
    ['nothing at all', { quantity: tonnes('0') }, 'input.quantity.value'],
    [
      'dates the wrong way round',
      { availableFrom: '2027-02-01', availableUntil: '2027-01-01' },
      'input.availableUntil',
    ],
    ['a last day that has passed', { availableUntil: '2026-06-14' }, 'input.availableUntil'],
    ['a unit of another kind', { quantity: { ...tonnes('5'), unit: 'Nm3' } }, 'input.quantity.unit'],
    ['a waste code that is none', { wasteCode: '99 99 99' }, 'input.ewcCode'],
    ['eleven months', { monthlyProfile: Array<number>(11).fill(1) }, 'input.monthlyProfile'],
    ['a material that is not in the tree', { materialCode: 'unobtainium' }, 'input.materialId'],
    ['words that name no material', { materialCode: undefined, title: 'xqzw' }, 'input.materialId'],
  ])('refuses %s and names the field', async (_what, wrong, path) => {
    const outcome = await world.market.listings.publish(
      sawmill.actor,
      world.listing(sawmill, 'OFFER', wrong),
    );
    expect(refused(outcome)).toMatchObject({ kind: 'validation', path });
  });

  it("answers another firm's site as not found", async () => {
    const outcome = await world.market.listings.publish(heater.actor, world.listing(sawmill, 'OFFER'));
    expect(refused(outcome).kind).toBe('not_found');
  });

  it('refuses an offer that is its own need', async () => {
    const firm = await world.firm();
    await world.publish(firm, 'OFFER');
    const outcome = await world.market.listings.publish(firm.actor, world.listing(firm, 'NEED'));
    expect(refused(outcome)).toMatchObject({ kind: 'validation', path: 'input.materialId' });
  });

  it('does it once when the same key comes twice, also at the same time', async () => {
    const firm = await world.firm();
    const input = world.listing(firm, 'OFFER');
    const all = await Promise.all(
      Array.from({ length: 8 }, () => world.market.listings.publish(firm.actor, input, 'key-1')),
    );
    expect(new Set(all.map((one) => ok(one).listingId)).size).toBe(1);
    const rows = await world.database.query<{ count: string }>(
      'select count(*) from listing where firm_id = $1',
      [firm.id],
    );
    expect(rows[0]?.count).toBe('1');
  });

  it('refuses a key that was used for other input, and frees it when the call was refused', async () => {
    const firm = await world.firm();
    const wrong = world.listing(firm, 'OFFER', { quantity: tonnes('-1') });
    expect(refused(await world.market.listings.publish(firm.actor, wrong, 'key-2')).kind).toBe('validation');
    ok(await world.market.listings.publish(firm.actor, world.listing(firm, 'OFFER'), 'key-2'));
    const other = world.listing(firm, 'OFFER', { quantity: tonnes('7') });
    expect(refused(await world.market.listings.publish(firm.actor, other, 'key-2')).path).toBe(
      'input.idempotencyKey',
    );
  });
});

describe('changing a listing', () => {
  it('makes a new version, and refuses who read an older one', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    const input = world.listing(sawmill, 'OFFER', { quantity: tonnes('80') });
    ok(await world.market.listings.revise(sawmill.actor, id, 1, input));
    expect(refused(await world.market.listings.revise(sawmill.actor, id, 1, input)).kind).toBe('conflict');
    const listing = await world.market.reading.listing(sawmill.actor, id);
    expect(listing).toMatchObject({ version: 2, remaining: { value: '80' } });
  });

  it('pauses, resumes and withdraws; nothing comes back from withdrawn', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    ok(await world.market.listings.pause(sawmill.actor, id));
    expect(await stateOf(id)).toBe('PAUSED');
    ok(await world.market.listings.resume(sawmill.actor, id));
    expect(await stateOf(id)).toBe('ACTIVE');
    ok(await world.market.listings.withdraw(sawmill.actor, id));
    expect(refused(await world.market.listings.resume(sawmill.actor, id)).kind).toBe('conflict');
  });

  it("answers another firm's listing as not found", async () => {
    const id = await world.publish(sawmill, 'OFFER');
    expect(refused(await world.market.listings.pause(heater.actor, id)).kind).toBe('not_found');
  });

  it('cannot ask for less than is agreed already', async () => {
    const { offerId, matchId } = await world.matched(
      sawmill,
      heater,
      { quantity: tonnes('90') },
      { quantity: tonnes('90') },
    );
    await world.agreed(sawmill, heater, matchId, { quantity: tonnes('60') });
    const less = world.listing(sawmill, 'OFFER', { quantity: tonnes('50') });
    expect(refused(await world.market.listings.revise(sawmill.actor, offerId, 1, less))).toMatchObject({
      path: 'input.quantity.value',
    });
    const more = world.listing(sawmill, 'OFFER', { quantity: tonnes('70') });
    ok(await world.market.listings.revise(sawmill.actor, offerId, 1, more));
    // 70 − 60 agreed = 10
    expect((await world.market.reading.listing(sawmill.actor, offerId))?.remaining.value).toBe('10');
  });

  it('expires after its last day in Oslo, and its matches with it', async () => {
    const other = await world.firm({ naceCode: '35.30' });
    const { offerId, matchId } = await world.matched(sawmill, other, { availableUntil: '2026-06-20' });
    const before = world.now;
    world.now = new Date('2026-06-20T21:59:00Z');
    await world.market.listings.expireDue();
    expect(await stateOf(offerId)).toBe('ACTIVE');
    // 22:00 UTC is midnight in Oslo in summer
    world.now = new Date('2026-06-20T22:01:00Z');
    await world.market.listings.expireDue();
    await world.work();
    world.now = before;
    expect(await stateOf(offerId)).toBe('EXPIRED');
    expect((await world.market.reading.match(sawmill.actor, matchId))?.state).toBe('EXPIRED');
  });
});

describe('suggesting materials', () => {
  it('tells the words that decided', () => {
    const [first] = world.market.listings.suggestMaterials(
      'ca 4.000 tonn/år tørr flis, 15-20 % fukt',
      { side: 'OFFER' },
      3,
    );
    expect(first?.code).toBe('wood-chips');
    expect(first?.why).toContain('flis');
    expect(new Decimal(first?.confidence ?? 0).gt(0)).toBe(true);
  });
});
