import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Actor } from '#domain';
import { EventFeed } from '#market';
import { openWake, Store, type Wake } from '#store';
import { World } from '../support/world.js';

const FOLLOWERS = 40;

let world: World;
/** Of the feed alone, so that its reads can be counted. */
let store: Store;
let feed: EventFeed;
let wake: Wake;
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

describe('many who follow the same firm', () => {
  it('are all told, and read the events together', async () => {
    const [giver, taker, other] = [
      await world.firm(),
      await world.firm({ naceCode: '35.30' }),
      await world.firm(),
    ];
    const needId = await world.publish(taker, 'NEED');
    await world.work();
    // Before everything.
    const after = Buffer.from('0.0').toString('base64url');
    const colleague = (at: number): Actor => ({ ...taker.actor, personId: `${taker.actor.personId}-${at}` });
    const reads = jest.spyOn(store, 'read');
    const following = Array.from({ length: FOLLOWERS }, (_, at) =>
      feed.follow(colleague(at), { topic: 'match', after }),
    );
    const stranger = feed.follow(other.actor, { topic: 'match', after });
    const told = following.map((one) => one.next());
    const strangers = stranger.next();
    const offerId = await world.publish(giver, 'OFFER');
    await world.work();
    const events = await Promise.all(told);
    expect(new Set(events.map((one) => one.value?.event.listingId))).toEqual(new Set([needId]));
    const matchId = await world.matchOf(offerId, needId);
    expect(new Set(events.map((one) => one.value?.event.matchId))).toEqual(new Set([matchId]));
    // One by one they would have read at least once each before the event and once after it.
    expect(reads.mock.calls.length).toBeLessThan(FOLLOWERS);
    for (const one of [...following, stranger]) await one.return?.();
    expect((await strangers).done).toBe(true);
  });
});
