import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { onBothPaths } from '../support/both-paths.js';
import { ok, World, type WorldFirm } from '../support/world.js';

let world: World;
let giver: WorldFirm;
let taker: WorldFirm;

beforeEach(async () => {
  world = await World.open({ index: onBothPaths });
  giver = await world.firm({ naceCode: '16.10' });
  taker = await world.firm({ naceCode: '35.30' });
});
afterEach(() => world.close());

/** A degree of latitude is 111.195 km, and the detour here is 1.22. Chips go 100 km as a rule. */
const roadKm = (km: number) => ({ latitude: 60.19 + km / 1.22 / 111.195, longitude: 12 });

/** Open to all, so that places count as they are. */
const need = async (km: number): Promise<string> =>
  world.publish(await world.at(taker, roadKm(km)), 'NEED', { visibility: 'FEDERATION' });
const offer = async (km: number): Promise<string> =>
  world.publish(await world.at(giver, roadKm(km)), 'OFFER', { visibility: 'FEDERATION' });

async function partnersOf(offerId: string): Promise<readonly string[]> {
  const rows = await world.database.query<{ id: string }>(
    `select need_id as id from match where offer_id = $1 and state = 'OPEN' order by score desc`,
    [offerId],
  );
  return rows.map((row) => row.id);
}

async function inTurn(kms: readonly number[], publish: (km: number) => Promise<string>): Promise<string[]> {
  const ids: string[] = [];
  for (const km of kms) ids.push(await publish(km));
  return ids;
}

const from = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at);

describe('whose list a new listing comes onto', () => {
  it('is its own best twenty, and twenty more that have room, the nearest first; a second time nobody', async () => {
    const needs = await inTurn(from(1, 45), need);
    await world.work();
    const offerId = await offer(0);
    await world.market.matches.refresh(offerId);
    expect(await partnersOf(offerId)).toEqual(needs.slice(0, 20 + 20));
    await world.market.matches.refresh(offerId);
    expect(await partnersOf(offerId)).toHaveLength(40);
  });

  it('is one that has room, far away as it is, and not a full one that has better', async () => {
    // Twenty near it, so that neither of the others is among its own best.
    const near = await inTurn(from(1, 20), need);
    const [lonely, spoilt] = [await need(-60), await need(60)];
    // From the lonely one they are 110 km away or more, and go 100.
    await inTurn(from(50, 20), offer);
    await world.work();
    const offerId = await offer(0);
    await world.work();
    const partners = await partnersOf(offerId);
    expect(partners.slice(0, 20)).toEqual(near);
    expect(partners).toContain(lonely);
    expect(partners).not.toContain(spoilt);
  });

  it('is one again whose match with it is closed by a change', async () => {
    const near = await inTurn(from(1, 20), need);
    const far = await need(60);
    await inTurn(from(51, 19), offer);
    await world.work();
    const offerId = await offer(0);
    await world.work();
    // It has the last of twenty places, and from where it moves to it would not better that.
    expect(await partnersOf(offerId)).toEqual([...near, far]);
    const farther = await world.at(giver, roadKm(-20));
    const input = world.listing(farther, 'OFFER', { visibility: 'FEDERATION' });
    ok(await world.market.listings.revise(giver.actor, offerId, 1, input));
    await world.work();
    expect(await partnersOf(offerId)).toEqual([...near, far]);
  });

  it('rests on floors that are worked out anew every night', async () => {
    await need(60);
    await inTurn(from(41, 22), offer);
    await world.work();
    const floors = () =>
      world.database.query(
        `select f.floor, (select score from match order by score desc offset 19 limit 1) as twentieth from match_list f`,
      );
    const [floor] = await floors();
    expect(floor?.['floor']).toBe(floor?.['twentieth']);
    await world.database.query('update match_list set floor = 2');
    await world.market.upkeep.checkFloors();
    expect(await floors()).toEqual([floor]);
    // Once a night: until the next one nobody looks again.
    await world.database.query('update match_list set floor = 2');
    await world.market.upkeep.checkFloors();
    expect((await floors())[0]?.['floor']).toBe(2);
    world.now = new Date('2026-06-16T01:00:00Z');
    await world.market.upkeep.checkFloors();
    expect(await floors()).toEqual([floor]);
  });
});
