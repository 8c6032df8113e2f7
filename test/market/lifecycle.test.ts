import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clear, inboxOf, on, tick, toldOf } from '../support/clockwork.js';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';
import { linkToConfirm } from '../support/confirmation.js';

let world: World;
let sawmill: WorldFirm;
let heater: WorldFirm;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const START = new Date('2026-06-15T10:00:00Z');

beforeEach(async () => {
  world.now = START;
  sawmill = await world.firm({ naceCode: '16.10' });
  heater = await world.firm({ naceCode: '35.30' });
});
afterEach(() => clear(world));

const seen = (id: string, firm = sawmill) => world.market.reading.listing(firm.actor, id);
const liveMatches = async (): Promise<number> =>
  (
    await world.database.query<{ count: number }>(
      `select count(*)::int as count from match where state in ('OPEN', 'NEGOTIATING')`,
    )
  )[0]?.count ?? 0;

describe('a listing that nobody confirms', () => {
  it('is reminded of a fortnight before its last day and ends after it, with its matches', async () => {
    const { offerId } = await world.matched(sawmill, heater);
    // 15 June + 90 days: 15 of June, 31 of July, 31 of August, 13 of September
    expect(await seen(offerId)).toMatchObject({ confirmBy: '2026-09-13', freshness: 'WITHIN_30_DAYS' });
    on(world, '2026-08-29');
    await tick(world);
    expect(await inboxOf(world, sawmill, 'LISTING_FADING')).toEqual([]);
    on(world, '2026-08-30');
    await tick(world);
    await tick(world);
    expect(await inboxOf(world, sawmill, 'LISTING_FADING')).toMatchObject([
      { listingId: offerId, dueOn: '2026-09-13', matchId: undefined },
    ]);
    expect(await toldOf(world, 'listingFading', 'listing_id', offerId)).toEqual([sawmill.id]);
    on(world, '2026-09-13');
    await tick(world);
    expect(await seen(offerId)).toMatchObject({ state: 'ACTIVE', freshness: 'WITHIN_90_DAYS' });
    expect(await liveMatches()).toBe(1);
    on(world, '2026-09-14');
    await tick(world);
    expect(await seen(offerId)).toMatchObject({ state: 'EXPIRED' });
    expect(await toldOf(world, 'listingExpired', 'listing_id', offerId)).toEqual([sawmill.id]);
    expect(await liveMatches()).toBe(0);
  });

  it('ends at midnight in Oslo, not in UTC', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on(world, '2026-08-30');
    await tick(world);
    world.now = new Date('2026-09-13T21:59:59Z');
    await tick(world);
    expect((await seen(id))?.state).toBe('ACTIVE');
    world.now = new Date('2026-09-13T22:00:00Z');
    await tick(world);
    expect((await seen(id))?.state).toBe('EXPIRED');
  });

  it('has a month where it is a single lot', async () => {
    const id = await world.publish(sawmill, 'OFFER', { quantity: tonnes('40', 'ONCE') });
    // 15 June + 30 days: 15 of June, 15 of July
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-07-15' });
  });

  it('is left alone where it ends of itself by then', async () => {
    const id = await world.publish(sawmill, 'OFFER', { availableUntil: '2026-09-01' });
    expect(await seen(id)).toMatchObject({ confirmBy: undefined });
    on(world, '2026-08-31');
    await tick(world);
    expect(await inboxOf(world, sawmill, 'LISTING_FADING')).toEqual([]);
    on(world, '2026-09-02');
    await tick(world);
    expect((await seen(id))?.state).toBe('EXPIRED');
  });

  it('never ends sooner than a fortnight after the reminder, however long the worker was away', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on(world, '2026-12-01');
    await tick(world);
    expect(await seen(id)).toMatchObject({
      state: 'ACTIVE',
      confirmBy: '2026-12-15',
      freshness: 'LONGER_AGO',
    });
    expect(await inboxOf(world, sawmill, 'LISTING_FADING')).toMatchObject([{ dueOn: '2026-12-15' }]);
    on(world, '2026-12-16');
    await tick(world);
    expect((await seen(id))?.state).toBe('EXPIRED');
  });

  it('is not asked about while it is paused; to resume it is to confirm it', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    ok(await world.market.listings.pause(sawmill.actor, id));
    on(world, '2026-10-30');
    await tick(world);
    expect(await inboxOf(world, sawmill, 'LISTING_FADING')).toEqual([]);
    expect(refused(await world.market.listings.confirm(sawmill.actor, id)).text).toContain('resume it');
    ok(await world.market.listings.resume(sawmill.actor, id));
    // 30 October + 90 days: 1 of October, 30 of November, 31 of December, 28 of January
    expect(await seen(id)).toMatchObject({ state: 'ACTIVE', confirmBy: '2027-01-28' });
  });

  it('is not told to a buyer where it is an offer, which is not his to confirm', async () => {
    const offer = await world.publish(sawmill, 'OFFER');
    const need = await world.publish(sawmill, 'NEED', { materialCode: 'bark' });
    await world.database.query(`update person_firm set role = 'buyer' where firm_id = $1`, [sawmill.id]);
    on(world, '2026-08-30');
    await tick(world);
    on(world, '2026-09-01');
    const told = await inboxOf(world, sawmill, 'LISTING_FADING');
    expect(told.map((one) => one.listingId)).toEqual([need]);
    const buyer = await world.market.registry.actor(sawmill.actor.personId, sawmill.name);
    expect(refused(await world.market.listings.confirm(buyer, offer)).kind).toBe('forbidden');
    ok(await world.market.listings.confirm(buyer, need));
  });

  it('is not told to another firm, and what was read stays read', async () => {
    await world.publish(sawmill, 'OFFER');
    on(world, '2026-08-30');
    await tick(world);
    on(world, '2026-09-01');
    expect(await inboxOf(world, heater, 'LISTING_FADING')).toEqual([]);
    expect(ok(await world.market.inbox.markRead(sawmill.actor))).toBe(0);
    await tick(world);
    expect(await world.market.inbox.unread(sawmill.actor)).toBe(0);
  });
});

describe('confirming a listing', () => {
  it('gives it another term and takes the reminder back, for colleagues too', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on(world, '2026-08-30');
    await tick(world);
    on(world, '2026-09-01');
    const first = ok(await world.market.listings.confirm(sawmill.actor, id, 'still-true'));
    expect(ok(await world.market.listings.confirm(sawmill.actor, id, 'still-true'))).toEqual(first);
    // 1 September + 90 days: 29 of September, 31 of October, 30 of November
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-11-30', confirmedAt: world.now, version: 1 });
    expect(await inboxOf(world, sawmill, 'LISTING_FADING')).toEqual([]);
    expect(await toldOf(world, 'listingConfirmed', 'listing_id', id)).toHaveLength(1);
    on(world, '2026-11-16');
    await tick(world);
    expect(await inboxOf(world, sawmill, 'LISTING_FADING')).toMatchObject([{ dueOn: '2026-11-30' }]);
  });

  it('brings back one that has faded, with its matches', async () => {
    const { offerId } = await world.matched(sawmill, heater);
    on(world, '2026-08-30');
    await tick(world);
    on(world, '2026-09-20');
    await tick(world);
    expect(await liveMatches()).toBe(0);
    ok(
      await world.market.listings.confirm(
        heater.actor,
        (await inboxOf(world, heater, 'LISTING_FADING'))[0]?.listingId ?? '',
      ),
    );
    ok(await world.market.listings.confirm(sawmill.actor, offerId));
    await world.work();
    expect(await seen(offerId)).toMatchObject({ state: 'ACTIVE' });
    expect(await liveMatches()).toBe(1);
  });

  it('keeps nothing whose own last day has passed, and nothing withdrawn', async () => {
    const id = await world.publish(sawmill, 'OFFER', { availableUntil: '2026-06-20' });
    on(world, '2026-06-21');
    await tick(world);
    expect(refused(await world.market.listings.confirm(sawmill.actor, id)).text).toContain('revise it');
    ok(await world.market.listings.withdraw(sawmill.actor, id));
    expect(refused(await world.market.listings.confirm(sawmill.actor, id)).kind).toBe('conflict');
  });

  it("answers another firm's listing as not found", async () => {
    const id = await world.publish(sawmill, 'OFFER');
    expect(refused(await world.market.listings.confirm(heater.actor, id)).kind).toBe('not_found');
  });

  it('is also done by a revision', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on(world, '2026-07-01');
    ok(await world.market.listings.revise(sawmill.actor, id, 1, world.listing(sawmill, 'OFFER')));
    // 1 July + 90 days: 30 of July, 31 of August, 29 of September
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-09-29' });
  });

  it('tells nobody who does not know whose it is how fresh it is', async () => {
    const { offerId } = await world.matched(sawmill, heater);
    expect(await seen(offerId, heater)).toMatchObject({
      state: 'ACTIVE',
      freshness: undefined,
      confirmedAt: undefined,
      confirmBy: undefined,
    });
    const open = await world.publish(sawmill, 'OFFER', { visibility: 'FEDERATION', materialCode: 'bark' });
    expect(await seen(open, heater)).toMatchObject({
      freshness: 'WITHIN_30_DAYS',
      confirmedAt: undefined,
      confirmBy: undefined,
    });
  });
});

describe("the link in a reminder's mail", () => {
  const linkOf = async (id: string): Promise<string> =>
    (await linkToConfirm(world.market, id, 'https://bistrom.example/')) ?? 'none';
  const tokenOf = async (id: string): Promise<string> => (await linkOf(id)).split('#')[1] ?? '';

  it('confirms its listing, once signed in or not, and says so again when it is opened again', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on(world, '2026-08-30');
    await tick(world);
    on(world, '2026-09-01');
    const token = await tokenOf(id);
    expect(await linkOf(id)).toMatch(/^https:\/\/bistrom\.example\/confirm-listing#[\w-]{43}$/);
    const preview = { title: 'Tørr flis', side: 'OFFER', confirmBy: '2026-09-13', confirmed: false };
    expect(await world.market.confirmations.preview(token)).toEqual(preview);
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-09-13' });
    const confirmed = { ...preview, confirmBy: '2026-11-30', confirmed: true };
    expect(ok(await world.market.confirmations.confirmByLink(token))).toEqual(confirmed);
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-11-30' });
    on(world, '2026-09-10');
    expect(ok(await world.market.confirmations.confirmByLink(token))).toEqual(confirmed);
    expect(await world.market.confirmations.preview(token)).toEqual(confirmed);
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-11-30' });
  });

  it('touches no other listing, and is not kept as it is', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    const other = await world.publish(sawmill, 'OFFER', { materialCode: 'bark' });
    on(world, '2026-08-30');
    await tick(world);
    on(world, '2026-09-01');
    const token = await tokenOf(id);
    ok(await world.market.confirmations.confirmByLink(token));
    expect(await seen(other)).toMatchObject({ confirmBy: '2026-09-13' });
    const rows = await world.database.query<{ row: string }>(
      'select to_jsonb(l)::text as row from confirmation_link l',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.row).not.toContain(token);
  });

  it('brings a faded listing back for thirty days and leads nowhere then', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on(world, '2026-08-30');
    await tick(world);
    on(world, '2026-09-01');
    const token = await tokenOf(id);
    on(world, '2026-09-20');
    await tick(world);
    // 13 September + 30 days is 13 October, to its end in Oslo
    world.now = new Date('2026-10-13T22:00:00Z');
    expect(await world.market.confirmations.preview(token)).toBeUndefined();
    expect(refused(await world.market.confirmations.confirmByLink(token)).kind).toBe('not_found');
    world.now = new Date('2026-10-13T21:59:59Z');
    ok(await world.market.confirmations.confirmByLink(token));
    expect(await seen(id)).toMatchObject({ state: 'ACTIVE' });
  });

  it.each(['x', '', 'A'.repeat(43), "'; drop table listing"])(
    'made up as "%s" leads nowhere',
    async (token) => {
      expect(await world.market.confirmations.preview(token)).toBeUndefined();
      expect(refused(await world.market.confirmations.confirmByLink(token)).kind).toBe('not_found');
    },
  );

  it('leads nowhere once its listing is paused or withdrawn, and is made for none such', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    const token = await tokenOf(id);
    ok(await world.market.listings.withdraw(sawmill.actor, id));
    expect(await world.market.confirmations.preview(token)).toBeUndefined();
    expect(refused(await world.market.confirmations.confirmByLink(token)).kind).toBe('not_found');
    expect(await linkOf(id)).toBe('none');
  });
});
