import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DISCLOSURE_GROUPS, type DisclosureGroup } from '#domain';
import { LARGE, Disclosing, TELLING } from '../support/disclosing.js';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let story: Disclosing;
let giver: WorldFirm;
let taker: WorldFirm;

beforeAll(async () => {
  world = await World.open();
  story = new Disclosing(world);
});
beforeEach(async () => {
  [giver, taker] = await story.begin();
});
afterAll(() => world.close());

describe('what is granted', () => {
  it('is seen exactly in listing, match and value, and nothing else is; and hidden again once withdrawn', async () => {
    const { offerId, matchId } = await world.matched(giver, taker, TELLING, LARGE);
    const before = {
      listing: await story.listing(taker, offerId),
      match: await story.match(taker, matchId),
      values: await world.market.reading.values(taker.actor, [matchId]),
      giver: await story.match(giver, matchId),
    };
    expect(before.match.quantity).toMatchObject({ min: '200', max: '500' });

    const grantId = await story.granted(giver, taker, matchId, ['AMOUNT']);
    const seen = await story.listing(taker, offerId);
    expect(seen.quantity.value).toBe('270');
    expect(seen.levels).toEqual({ ...before.listing.levels, AMOUNT: 'EXACT' });
    expect(seen).toMatchObject({ disclosure: 'BANDED', firm: undefined, site: undefined, price: undefined });
    const match = await story.match(taker, matchId);
    expect(match.quantity.value).toBe('270');
    // The place is still the municipality's.
    expect(match.distanceKm).toBe(before.match.distanceKm);
    expect(await world.market.reading.values(taker.actor, [matchId])).not.toEqual(before.values);
    expect(await story.match(giver, matchId)).toEqual(before.giver);

    ok(await world.market.grants.withdraw(giver.actor, grantId));
    expect(await story.listing(taker, offerId)).toEqual(before.listing);
    expect(await story.match(taker, matchId)).toEqual(before.match);
    expect(await world.market.reading.values(taker.actor, [matchId])).toEqual(before.values);
  });

  it.each<readonly [readonly DisclosureGroup[], object]>([
    [['IDENTITY'], { site: undefined, place: undefined, price: undefined, title: 'Treflis' }],
    [['PLACE'], { firm: undefined, site: undefined, siteName: undefined, title: 'Treflis' }],
    [['PRICE'], { firm: undefined, price: '123.45', title: 'Treflis' }],
    [['TEXT'], { firm: undefined, title: 'Flis fra [...]', description: 'Ring [...] eller skriv til [...]' }],
    [['TEXT', 'IDENTITY'], { title: TELLING.title, description: TELLING.description, place: undefined }],
  ])('%j shows no more than it says', async (groups, shown) => {
    const { offerId, matchId } = await world.matched(giver, taker, TELLING);
    await story.granted(giver, taker, matchId, groups);
    const seen = await story.listing(taker, offerId);
    expect(seen).toMatchObject(shown);
    expect(seen.firm?.name).toBe(groups.includes('IDENTITY') ? giver.name : undefined);
    expect(seen.siteName).toBe(groups.includes('IDENTITY') ? `Site of ${giver.name}` : undefined);
    expect(seen.firm?.sites ?? []).toEqual([]);
    expect(seen.place?.radiusKm).toBe(groups.includes('PLACE') ? 0 : undefined);
  });

  it('can be a part of what was asked for, and no more than that', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING);
    const requestId = await story.ask(taker, matchId, ['AMOUNT', 'COMPOSITION']);
    const beyond = { requestId, groups: ['AMOUNT', 'PRICE'] as const, until: '2026-07-15' };
    expect(refused(await world.market.grants.grant(giver.actor, beyond))).toMatchObject({ path: 'groups' });
    const past = { requestId, groups: ['AMOUNT'] as const, until: '2026-06-14' };
    expect(refused(await world.market.grants.grant(giver.actor, past))).toMatchObject({ path: 'until' });
    await story.grant(giver, requestId, ['COMPOSITION']);
    expect((await story.listing(taker, offerId)).levels).toMatchObject({
      AMOUNT: 'BANDED',
      COMPOSITION: 'EXACT',
    });
  });

  it('adds up over several grants, and each can be withdrawn for itself', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING);
    const first = await story.granted(giver, taker, matchId, ['AMOUNT', 'PRICE']);
    await story.granted(giver, taker, matchId, ['AMOUNT', 'PLACE']);
    expect((await story.listing(taker, offerId)).levels).toMatchObject({
      AMOUNT: 'EXACT',
      PRICE: 'EXACT',
      PLACE: 'EXACT',
    });
    ok(await world.market.grants.withdraw(giver.actor, first));
    expect((await story.listing(taker, offerId)).levels).toMatchObject({
      AMOUNT: 'EXACT',
      PRICE: 'HIDDEN',
      PLACE: 'EXACT',
    });
  });

  it('may be anything, and is then all that the listing says', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING);
    await story.granted(giver, taker, matchId, DISCLOSURE_GROUPS);
    expect(await story.listing(taker, offerId)).toMatchObject({
      disclosure: 'EXACT',
      firm: { id: giver.id, sites: [{ id: giver.siteId }] },
      site: { id: giver.siteId },
      title: TELLING.title,
      price: '123.45',
    });
  });

  it('goes both ways: the giver may ask the taker', async () => {
    const { matchId, needId } = await world.matched(giver, taker, TELLING, LARGE);
    const requestId = await story.ask(giver, matchId, ['AMOUNT']);
    await story.grant(taker, requestId, ['AMOUNT']);
    expect((await story.listing(giver, needId)).quantity.value).toBe('1000');
  });
});

describe('how long it holds', () => {
  it('until the end of its last day in Oslo, by the clock alone', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING, LARGE);
    await story.granted(giver, taker, matchId, ['AMOUNT'], '2026-06-20');
    world.now = new Date('2026-06-20T21:59:59Z');
    expect((await story.listing(taker, offerId)).quantity.value).toBe('270');
    expect((await story.match(taker, matchId)).quantity.value).toBe('270');
    // 00:00 on the 21st in Oslo
    world.now = new Date('2026-06-20T22:00:00Z');
    expect((await story.listing(taker, offerId)).quantity.value).toBeUndefined();
    expect((await story.match(taker, matchId)).quantity.value).toBeUndefined();
    expect((await story.of(taker, matchId)).obtained[0]?.state).toBe('EXPIRED');
  });

  it('no longer than the match: closed, it is gone, and a later match of the pair does not revive it', async () => {
    const { matchId, offerId, needId } = await world.matched(giver, taker, TELLING);
    await story.granted(giver, taker, matchId, ['AMOUNT', 'IDENTITY']);
    ok(await world.market.listings.pause(giver.actor, offerId));
    await world.work();
    expect(await story.listing(taker, offerId)).toMatchObject({
      firm: undefined,
      levels: { AMOUNT: 'BANDED' },
    });
    expect((await story.of(giver, matchId)).granted[0]?.state).toBe('ENDED');
    ok(await world.market.listings.resume(giver.actor, offerId));
    await world.work();
    const again = await world.matchOf(offerId, needId);
    expect(again).not.toBe(matchId);
    expect(await story.listing(taker, offerId)).toMatchObject({
      firm: undefined,
      levels: { AMOUNT: 'BANDED' },
    });
    expect(await story.of(taker, again)).toMatchObject({ asked: [], obtained: [] });
  });

  it('through a new version, where the match is negotiated and goes on', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING, LARGE);
    await story.granted(giver, taker, matchId, ['AMOUNT']);
    await world.propose(taker, matchId);
    const revised = world.listing(giver, 'OFFER', { ...TELLING, quantity: tonnes('280') });
    ok(await world.market.listings.revise(giver.actor, offerId, 1, revised));
    // Until the worker has looked, the match is told as it was stored: in bands.
    expect((await story.match(taker, matchId)).quantity.value).toBeUndefined();
    await world.work();
    expect((await story.listing(taker, offerId)).quantity.value).toBe('280');
    expect(await story.match(taker, matchId)).toMatchObject({
      state: 'NEGOTIATING',
      quantity: { value: '280' },
    });
  });

  it('and is nothing beside an agreement, which shows everything', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING);
    const grantId = await story.granted(giver, taker, matchId, ['AMOUNT']);
    await world.agreed(giver, taker, matchId);
    ok(await world.market.grants.withdraw(giver.actor, grantId));
    expect((await story.listing(taker, offerId)).disclosure).toBe('EXACT');
  });
});

describe('whose it is', () => {
  it("nothing shows on another listing of the granting firm, though the same partner's", async () => {
    const { matchId, offerId, needId } = await world.matched(giver, taker, TELLING);
    const otherId = await world.publish(giver, 'OFFER', { title: 'Mer flis', quantity: tonnes('30') });
    await world.work();
    await story.granted(giver, taker, matchId, ['IDENTITY', 'AMOUNT']);
    expect((await story.listing(taker, offerId)).firm?.id).toBe(giver.id);
    const other = await story.listing(taker, otherId);
    expect(other).toMatchObject({ firm: undefined, levels: { IDENTITY: 'HIDDEN', AMOUNT: 'BANDED' } });
    expect((await story.match(taker, await world.matchOf(otherId, needId))).quantity.value).toBeUndefined();
  });

  it('it shows on every match of the listing with that firm, which knows it by then', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING, LARGE);
    const secondId = await world.publish(taker, 'NEED', { quantity: tonnes('2000') });
    await world.work();
    await story.granted(giver, taker, matchId, ['AMOUNT']);
    expect((await story.match(taker, await world.matchOf(offerId, secondId))).quantity.value).toBe('270');
  });

  it('a third firm that is matched with the same listing sees nothing of it', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING);
    const third = await story.neighbour('23.51');
    const thirdNeed = await world.publish(third, 'NEED', LARGE);
    await world.work();
    const before = await story.listing(third, offerId);
    await story.granted(giver, taker, matchId, ['IDENTITY', 'AMOUNT']);
    expect(await story.listing(third, offerId)).toEqual(before);
    expect(
      (await story.match(third, await world.matchOf(offerId, thirdNeed))).quantity.value,
    ).toBeUndefined();
  });

  it('a third firm can neither ask, answer, withdraw nor see that anything was asked', async () => {
    const { matchId } = await world.matched(giver, taker, TELLING);
    const third = await story.neighbour('23.51');
    const staff = await world.staff();
    const requestId = await story.ask(taker, matchId, ['AMOUNT', 'PRICE']);
    const { grants } = world.market;
    for (const actor of [third.actor, staff]) {
      const answer = { requestId, groups: ['AMOUNT'] as const, until: '2026-07-15' };
      const outcomes = [
        await grants.ask(actor, { matchId, groups: ['AMOUNT'] }),
        await grants.grant(actor, answer),
        await grants.refuse(actor, requestId),
      ];
      expect(outcomes.map((one) => refused<unknown>(one).kind)).toEqual([
        'not_found',
        'not_found',
        'not_found',
      ]);
      expect(await grants.ofMatch(actor, matchId)).toBeUndefined();
      expect((await grants.trail(actor, 10)).rows).toEqual([]);
    }
    const grantId = await story.grant(giver, requestId, ['AMOUNT']);
    expect(refused(await grants.withdraw(third.actor, grantId)).kind).toBe('not_found');
  });

  it('only who was asked answers, only who granted withdraws', async () => {
    const { matchId } = await world.matched(giver, taker, TELLING);
    const requestId = await story.ask(taker, matchId, ['AMOUNT']);
    const { grants } = world.market;
    const answer = { requestId, groups: ['AMOUNT'] as const, until: '2026-07-15' };
    expect(refused(await grants.grant(taker.actor, answer)).kind).toBe('conflict');
    expect(refused(await grants.refuse(taker.actor, requestId)).kind).toBe('conflict');
    const grantId = await story.grant(giver, requestId, ['AMOUNT']);
    expect(refused(await grants.withdraw(taker.actor, grantId)).kind).toBe('conflict');
  });
});
