import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { EventFeed } from '#market';
import { openWake, Store, type Wake } from '#store';
import { wait } from '../support/running.js';
import { World, type WorldFirm } from '../support/world.js';

const FIRMS = 12;

let world: World;
/** Of the feed alone, so that its reads can be counted. */
let store: Store;
let wake: Wake;
let feed: EventFeed;
beforeAll(async () => {
  world = await World.open();
  store = await Store.open(world.database.programsUrl);
  wake = openWake(world.database.programsUrl);
  feed = new EventFeed(store, world.database.programsUrl, wake);
});
afterAll(async () => {
  await feed.close();
  await wake.close();
  await store.close();
  await world.close();
});

describe('who follows', () => {
  it('is not asked to look for what an older transaction still holds back, and told when that has ended', async () => {
    const firms: WorldFirm[] = [];
    for (let n = 0; n < FIRMS; n += 1)
      firms.push(await world.firm({ naceCode: n === 0 ? '35.30' : '16.10' }));
    const [taker, giver] = firms as [WorldFirm, WorldFirm];
    const needId = await world.publish(taker, 'NEED');
    await world.work();
    const following = firms.map(({ actor }) => feed.follow(actor, { topic: 'match' }));
    const told = following.map((one) => one.next());
    await wait(300);
    const older = new pg.Client(world.database.url);
    await older.connect();
    await older.query('begin; select pg_current_xact_id()');
    await world.publish(giver, 'OFFER');
    await world.work();
    const reads = jest.spyOn(store, 'read');
    await wait(300);
    // One reader looks after 5, 10, 20 … ms: not each of the twelve.
    expect(reads.mock.calls.length).toBeLessThan(FIRMS);
    await older.query('commit');
    await older.end();
    const events = await Promise.all(told.slice(0, 2));
    expect(events.map(({ value }) => value?.event.listingId)).toContain(needId);
    for (const one of following) await one.return?.();
  });

  it('after everybody has left and somebody comes, still hears of what is published then', async () => {
    const [giver, taker] = [await world.firm(), await world.firm({ naceCode: '35.30' })];
    const needId = await world.publish(taker, 'NEED');
    const events = feed.follow(taker.actor, { topic: 'match' });
    const first = events.next();
    await wait(100);
    await world.publish(giver, 'OFFER');
    await world.work();
    expect((await first).value?.event.listingId).toBe(needId);
    await events.return?.();
  });
});
