import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ListingInput, Router } from '#market';
import { onBothPaths } from '../support/both-paths.js';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let place = 0;
let giver: WorldFirm;
let where: { latitude: number; longitude: number };

/** Kilometres that the router of this world says of every road. */
const ROUTED_KM = 42;
const router: Router = { distances: (_from, to) => Promise.resolve(to.map(() => ROUTED_KM)) };

beforeAll(async () => {
  world = await World.open({ index: onBothPaths });
});
afterAll(() => world.close());
beforeEach(async () => {
  // A place of its own for each story, five hundred kilometres from the next: other stories must not match.
  place += 1;
  where = { latitude: -60 + place * 5, longitude: 20 };
  giver = await world.firm({ naceCode: '16.10', ...where });
});

/** Open to all, so that places count as they are and not as the municipality that every firm of the world shares. */
const open = (firm: WorldFirm, side: 'OFFER' | 'NEED', more: Partial<ListingInput> = {}): Promise<string> =>
  world.publish(firm, side, { visibility: 'FEDERATION', ...more });

/** A taker so many kilometres to the north by road: a degree of latitude is 111.195 km, and the detour here is 1.22. */
const taker = (km: number): Promise<WorldFirm> =>
  world.firm({
    naceCode: '35.30',
    latitude: where.latitude + km / 1.22 / 111.195,
    longitude: where.longitude,
  });

const matchesOf = async (firm: WorldFirm) =>
  (await world.market.reading.ownMatches(firm.actor, {}, 50)).rows.map(({ node }) => node);

describe('readings of a text', () => {
  it('lets a text that may mean several things be found as each of them', async () => {
    const need = { title: 'Flis og bark til fyring', materialCode: undefined };
    const buyer = await taker(10);
    const needId = await world.publish(buyer, 'NEED', need);
    const other = await world.firm({ naceCode: '16.10', ...where });
    const chips = await world.publish(giver, 'OFFER', { materialCode: 'wood-chips' });
    const bark = await world.publish(other, 'OFFER', { materialCode: 'bark', title: 'Bark' });
    await world.work();
    expect((await matchesOf(buyer)).map((one) => one.offerId).sort()).toEqual([bark, chips].sort());
    const seen = await world.market.reading.listing(buyer.actor, needId);
    expect(seen?.materialConfirmed).toBe(false);
  });
});

describe('looking farther', () => {
  it('finds the only partner beyond the usual reach, and gives it nothing for the distance', async () => {
    const far = await taker(150); // chips go 100 km as a rule
    await open(giver, 'OFFER');
    await open(far, 'NEED');
    await world.work();
    const [match] = await matchesOf(giver);
    expect(match?.checks.find((one) => one.name === 'reach')?.result).toBe('PASS');
    expect(match?.distanceKm).toBeCloseTo(150, 0);
    expect(match?.terms.find((one) => one.name === 'distance')?.value).toBe(0);
  });

  it('does not once there are three partners near by, nor beyond what a side states itself', async () => {
    const near = [await taker(5), await taker(10), await taker(15)];
    const far = await taker(150);
    const stating = await taker(160);
    for (const firm of [...near, far]) await open(firm, 'NEED');
    await open(stating, 'NEED', { maxDistanceKm: 50 });
    const lonely = await world.firm({ naceCode: '16.10', ...where });
    await open(lonely, 'OFFER');
    await world.work();
    expect(await matchesOf(stating)).toEqual([]);
    expect((await matchesOf(lonely)).filter((one) => one.distanceKm < 100)).toHaveLength(3);
  });
});

describe('what a decline teaches', () => {
  it('holds for want of a permit until a fact of the law changes, whatever else does', async () => {
    const buyer = await taker(10);
    const { offerId, needId, matchId } = await world.matched(giver, buyer);
    ok(await world.market.declines.decline(buyer.actor, matchId, { reason: 'PERMIT' }));
    const revise = async (version: number, changed: object) => {
      const input = world.listing(giver, 'OFFER', changed);
      ok(await world.market.listings.revise(giver.actor, offerId, version, input));
      await world.work();
    };
    await revise(1, { quantity: tonnes('500') });
    await expect(world.matchOf(offerId, needId)).rejects.toThrow('no live match');
    await revise(2, { quantity: tonnes('500'), byProductTest: { lawfulUse: true } });
    expect(await world.matchOf(offerId, needId)).not.toBe(matchId);
  });

  it('shortens the reach of a firm that twice found it too far, for that family and no other', async () => {
    const buyer = await taker(0);
    const givers = [await taker(70), await taker(80), await taker(60)];
    await open(buyer, 'NEED');
    for (const firm of givers) await open(firm, 'OFFER');
    await open(buyer, 'NEED', { materialCode: 'aluminium-scrap', title: 'Aluminium' });
    await world.work();
    const found = (await matchesOf(buyer)).filter((one) => one.byProductCode === 'wood-chips');
    const tooFar = found.filter((one) => one.distanceKm > 50).slice(0, 2);
    for (const { id } of tooFar)
      ok(await world.market.declines.decline(buyer.actor, id, { reason: 'DISTANCE' }));
    await world.work();
    const live = (await matchesOf(buyer)).filter((one) => one.state === 'OPEN');
    expect(tooFar).toHaveLength(2);
    expect(live).toEqual([]);
  });
});

describe('a router', () => {
  it('says how far it is to those who know both places, and to nobody else', async () => {
    const routed = await World.open({ router, index: onBothPaths });
    try {
      const here = { latitude: 60.19, longitude: 12 };
      const seller = await routed.firm({ naceCode: '16.10', ...here });
      const buyer = await routed.firm({ naceCode: '35.30', latitude: 60.3, longitude: 12 });
      await routed.matched(seller, buyer, { visibility: 'MASKED' }, { visibility: 'CLUSTER' });
      const seenBy = async (firm: WorldFirm) =>
        (await routed.market.reading.ownMatches(firm.actor, {}, 5)).rows[0]?.node;
      expect(await seenBy(seller)).toMatchObject({ distanceKm: ROUTED_KM, distanceBasis: 'router' });
      const masked = await seenBy(buyer);
      expect(masked?.distanceBasis).toContain('place shown as an area');
      expect(masked?.distanceKm).not.toBe(ROUTED_KM);
    } finally {
      await routed.close();
    }
  });
});

describe('the list of a listing', () => {
  it('is not filled by one firm: from its fourth match on it ranks lower', async () => {
    const many = await taker(1);
    const few = await taker(40);
    await open(giver, 'OFFER');
    for (let count = 0; count < 5; count += 1) await open(many, 'NEED', { title: `Flis ${count}` });
    const single = await open(few, 'NEED');
    await world.work();
    const rank = (await matchesOf(giver)).findIndex((one) => one.needId === single);
    expect(rank).toBe(3);
  });
});
