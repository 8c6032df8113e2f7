import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal, type StreamProperty } from '#domain';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let giver: WorldFirm;
let taker: WorldFirm;

beforeAll(async () => {
  world = await World.open();
  giver = await world.firm({ naceCode: '16.10', name: 'Granvåk' });
  taker = await world.firm({ naceCode: '35.30' });
});
afterAll(() => world.close());

const moisture = (ends: Pick<StreamProperty, 'min' | 'max'>): readonly StreamProperty[] => [
  { property: 'moisture', unit: '%', basis: 'wet', measured: true, ...ends },
];
const wet = (percent: number) => moisture({ min: new Decimal(percent), max: new Decimal(percent) });
const atMost = (percent: number) => moisture({ max: new Decimal(percent) });

const valueFor = async (firm: WorldFirm, matchId: string) =>
  (await world.market.reading.values(firm.actor, [matchId]))[0];

describe('what a match is worth', () => {
  it('adds up, says what it was reckoned with, and is told to the parties only', async () => {
    const { matchId } = await world.matched(giver, taker);
    const value = await valueFor(giver, matchId);
    for (const parts of [value?.perUnit.nok, value?.perUnit.co2eKg]) {
      const central = (name: 'purchaseAvoided' | 'disposalAvoided' | 'treatment' | 'transport') =>
        new Decimal(parts?.[name].central ?? NaN);
      const net = central('purchaseAvoided')
        .plus(central('disposalAvoided'))
        .minus(central('treatment'))
        .minus(central('transport'));
      // five figures rounded to hundredths
      expect(
        net
          .minus(parts?.net.central ?? NaN)
          .abs()
          .toNumber(),
      ).toBeLessThanOrEqual(0.03);
    }
    expect(value).toMatchObject({ mode: 'truck', unit: 't' });
    expect(value?.used).toContain('transport:truck-articulated');
    expect(value?.alternatives[0]?.mode).toBe(value?.mode);
    const third = await world.firm();
    expect(await valueFor(third, matchId)).toBeUndefined();
    await world.market.declines.decline(taker.actor, matchId, { reason: 'OTHER' });
    expect(await valueFor(giver, matchId)).toBeUndefined();
  });

  it('is the same to the taker for any two givers in the same bands, and exact once both have agreed', async () => {
    const heater = await world.firm({ naceCode: '35.30', latitude: 60.3, longitude: 12.1 });
    const values = [];
    const matches = [];
    for (const [latitude, amount] of [
      [60.19, '270'],
      [60.21, '310'],
    ] as const) {
      const mill = await world.firm({ naceCode: '16.10', latitude });
      const needId = await world.publish(heater, 'NEED', { quantity: tonnes('5000') });
      const offerId = await world.publish(mill, 'OFFER', { quantity: tonnes(amount) });
      await world.work();
      const matchId = await world.matchOf(offerId, needId);
      values.push(await valueFor(heater, matchId));
      matches.push({ mill, matchId });
    }
    expect(values[0]).toEqual(values[1]);
    const [{ mill, matchId }] = matches.slice(-1) as [{ mill: WorldFirm; matchId: string }];
    expect(await valueFor(mill, matchId)).not.toEqual(values[1]);
    await world.agreed(mill, heater, matchId, { quantity: tonnes('10') });
    const agreed = await valueFor(heater, matchId);
    expect(agreed).toEqual(await valueFor(mill, matchId));
    expect(agreed).not.toEqual(values[1]);
  });
});

describe('near misses', () => {
  const missesOf = (firm: WorldFirm, id: string) => world.market.reading.nearMisses(firm.actor, id, 10);

  it('tells what a standard step would cure, and of the other side bands only', async () => {
    const [mill, heater] = [await world.firm({ naceCode: '16.10' }), await world.firm({ naceCode: '35.30' })];
    const title = 'Våt flis fra Granvåk';
    await world.publish(mill, 'OFFER', { title, quantity: tonnes('270'), properties: wet(57) });
    const needId = await world.publish(heater, 'NEED', { properties: atMost(20) });
    await world.work();
    const misses = (await missesOf(heater, needId)).filter((one) => one.failed[0]?.name === 'moisture');
    expect(misses).toHaveLength(1);
    expect(misses[0]).toMatchObject({
      other: {
        side: 'OFFER',
        materialCode: 'wood-chips',
        quantity: { value: undefined, min: '200', max: '500', unit: 't', per: 'YEAR' },
      },
      failed: [{ name: 'moisture', result: 'FAIL', remedy: { kind: 'TREAT', treatment: 'treatment:dry' } }],
    });
    const told = JSON.stringify(misses);
    for (const secret of ['Granvåk', '57', '270', mill.id, mill.siteId, mill.name])
      expect(told).not.toContain(secret);
    // The giver is told the same of the need, as one of its own listings.
    expect(await missesOf(mill, needId)).toEqual([]);
  });

  it('says nothing where the exact fact fails and its band does not', async () => {
    const [mill, heater] = [await world.firm({ naceCode: '16.10' }), await world.firm({ naceCode: '35.30' })];
    const needId = await world.publish(heater, 'NEED', { properties: atMost(21) });
    const before = await missesOf(heater, needId);
    const offerId = await world.publish(mill, 'OFFER', { properties: wet(23) });
    await world.work();
    // 23 % lies in the band of 20 to 50 %, of which 21 % would pass
    const match = await world.market.reading.match(heater.actor, await world.matchOf(offerId, needId));
    expect(match?.checks.find((one) => one.name === 'moisture')?.result).toBe('UNKNOWN');
    expect(await missesOf(heater, needId)).toEqual(before);
  });

  it('does not depend on what lies inside the bands: place, amount, moisture, limit', async () => {
    const heater = await world.firm({ naceCode: '35.30', latitude: 60.5, longitude: 12.4 });
    const needId = await world.publish(heater, 'NEED', { properties: atMost(20), quantity: tonnes('900') });
    const without = JSON.stringify(await missesOf(heater, needId));
    const told = [];
    for (const [latitude, amount, percent, maxDistanceKm] of [
      [60.19, '601', 51, 51],
      [60.21, '899', 88, 99],
    ] as const) {
      const mill = await world.firm({ naceCode: '24.10', latitude });
      const input = { quantity: tonnes(amount), properties: wet(percent), maxDistanceKm };
      const id = await world.publish(mill, 'OFFER', input);
      told.push(JSON.stringify(await missesOf(heater, needId)));
      ok(await world.market.listings.withdraw(mill.actor, id));
    }
    expect(told[0]).not.toBe(without);
    expect(told[0]).toBe(told[1]);
  });
});

describe('what is read', () => {
  it('shows its owner what a text was read as, and nobody else', async () => {
    const [boiler, road] = [await world.firm({ naceCode: '35.30' }), await world.firm({ naceCode: '42.11' })];
    const title = 'Bunnaske fra kjel';
    const id = await world.publish(boiler, 'OFFER', {
      title,
      materialCode: undefined,
      visibility: 'FEDERATION',
    });
    const own = await world.market.reading.listing(boiler.actor, id);
    expect(own?.readings?.[0]?.code).toBe(own?.materialCode);
    expect(own?.readings?.[0]?.confidence).toBeLessThan(1);
    const other = await world.market.reading.listing(road.actor, id);
    expect(other).toMatchObject({ disclosure: 'EXACT', title, readings: undefined });
  });

  it("weighs the industry of a site in, where the viewer acts for its firm and not another's", async () => {
    const { materials } = world.market;
    expect(await materials.context(giver.actor, 'OFFER', giver.siteId)).toEqual({
      side: 'OFFER',
      division: '16',
    });
    expect(await materials.context(taker.actor, 'OFFER', giver.siteId)).toEqual({ side: 'OFFER' });
    expect(await materials.context(taker.actor, 'NEED', undefined)).toEqual({ side: 'NEED' });
  });

  it('reads materials, amounts and properties out of one text', () => {
    const text = 'ca 4.000 tonn/år tørr flis, 15-20 % fukt';
    const read = world.market.materials.text(text, { side: 'OFFER' }, 3);
    expect(read.suggestions[0]?.code).toBe('wood-chips');
    expect(read.quantities).toMatchObject([{ value: '4000', unit: 't', per: 'YEAR' }]);
    expect(read.properties).toMatchObject([{ property: 'moisture', min: '15', max: '20', unit: '%' }]);
  });

  it('ties mirror entries of the list of waste, and gives rules of law with their source', async () => {
    const codes = await world.market.materials.wasteCodes(['03 01 04', '03 01 05', '15 01 01']);
    expect(codes.map(({ code, hazardous, twins }) => [code, hazardous, twins])).toEqual([
      ['03 01 04', true, ['03 01 05']],
      ['03 01 05', false, ['03 01 04']],
      ['15 01 01', false, []],
    ]);
    const [rule] = await world.market.materials.legalRules(['by-product-test']);
    expect(rule?.source).toContain('§ 27');
    expect(rule?.texts.en).not.toBe('');
  });
});
