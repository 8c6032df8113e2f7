import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { scheduleHandlersOf } from '../../apps/worker/src/handlers.js';
import { tonnes, World, type WorldFirm } from '../support/world.js';

const DAY_MS = 86_400_000;
let world: World;
let reader: WorldFirm;

/** Three exchanges of 40, 30 and 50 t between six firms, and one who looks on. */
beforeAll(async () => {
  world = await World.open();
  for (const [at, amount] of ['40', '30', '50'].entries()) {
    const place = { latitude: 60 + at * 0.01 };
    const [giver, taker] = [await world.firm(place), await world.firm(place)];
    const { matchId, offerId, needId } = await world.matched(giver, taker);
    const terms = { quantity: tonnes('60'), startsOn: '2026-01-01', retrospective: true };
    const agreementId = await world.agreed(giver, taker, matchId, terms);
    await world.delivered(giver, taker, agreementId, amount, '2026-05-04');
    await world.market.listings.withdraw(giver.actor, offerId);
    await world.market.listings.withdraw(taker.actor, needId);
    await world.work();
  }
  reader = await world.firm();
}, 120_000);
afterAll(() => world.close());

const closes = (): Promise<unknown> =>
  scheduleHandlersOf(world.market, {
    market: world.market,
    way: 'wait',
    webUrl: 'https://bistrom.example',
    log: pino({ enabled: false }),
  })['close-quarters']();

/** What is published, with the transaction that wrote it: a later closing would show. */
const parcels = () =>
  world.database.query<{ id: string; basis: string; xmin: string }>(
    'select id, basis, xmin::text from figure_parcel order by id',
  );

async function deliveredAsToldTo({ actor }: WorldFirm): Promise<string | undefined> {
  const view = await world.market.figures.report(actor, {
    clusterId: world.clusterId,
    from: new Date('2026-01-01T00:00:00Z'),
    to: new Date('2027-01-01T00:00:00Z'),
    basis: 'DELIVERED',
  });
  if (view === undefined || view === 'no days') throw new Error(String(view));
  return view.figures.find((one) => one.name === 'materialMoved')?.value?.toFixed();
}

describe('the end of a quarter', () => {
  it('leaves a quarter open that is not over', async () => {
    await closes();
    expect(await parcels()).toEqual([]);
    expect(await deliveredAsToldTo(reader)).toBeUndefined();
  });

  it('is closed by the worker before anybody asks, and what is asked then writes nothing', async () => {
    // entries are recorded by the database's clock: two quarters on, theirs is closed
    world.now = new Date(Date.now() + 190 * DAY_MS);
    await closes();
    const closed = await parcels();
    expect(closed.map(({ basis }) => basis).sort()).toEqual(['AGREED', 'DELIVERED']);
    // 40 + 30 + 50 = 120
    expect(await deliveredAsToldTo(reader)).toBe('120');
    expect(await parcels()).toEqual(closed);
  });

  it('is closed once, by however many workers at a time', async () => {
    const before = await parcels();
    // a year on, with nothing new to publish
    world.now = new Date(world.now.getTime() + 365 * DAY_MS);
    await Promise.all([closes(), closes(), deliveredAsToldTo(reader)]);
    expect(await parcels()).toEqual(before);
    expect(await deliveredAsToldTo(reader)).toBe('120');
  });
});
