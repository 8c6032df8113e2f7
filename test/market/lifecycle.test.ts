import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SYSTEM, type InboxEntryView } from '#market';
import { crossing } from '../support/crossing.js';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

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
// Nothing of a test is due in the next.
afterEach(async () => {
  await world.database.query(`update listing set state = 'WITHDRAWN'`);
  await world.database.query(`update proposal set state = 'WITHDRAWN' where state = 'SENT'`);
  await world.database.query(`update match set state = 'SUPERSEDED', closed_at = now()`);
  await world.database.query('update agreement set ends_on = null');
  await world.database.query('delete from confirmation_link');
  await world.database.query('delete from listing_search');
  await world.database.query('delete from job_request');
});

const on = (day: string): void => void (world.now = new Date(`${day}T10:00:00Z`));
/** What the worker's schedule does. */
const tick = async (): Promise<void> => {
  await world.market.proposals.expireDue();
  await world.market.listings.expireDue();
  await world.market.agreements.endDue();
  await world.market.reminders.remindDue();
  await world.work();
};
const seen = (id: string, firm = sawmill) => world.market.reading.listing(firm.actor, id);
const inboxOf = async (firm: WorldFirm, kind: InboxEntryView['kind']) =>
  (await world.market.inbox.page(firm.actor, false, 100)).rows
    .map(({ node }) => node)
    .filter((one) => one.kind === kind);
const events = (type: string, column: 'listing_id' | 'agreement_id' | 'proposal_id', id: string) =>
  world.database.query<{ firm_id: string }>(
    `select firm_id from event where type = $1 and ${column} = $2 order by xid, seq`,
    [type, id],
  );
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
    on('2026-08-29');
    await tick();
    expect(await inboxOf(sawmill, 'LISTING_FADING')).toEqual([]);
    on('2026-08-30');
    await tick();
    await tick();
    expect(await inboxOf(sawmill, 'LISTING_FADING')).toMatchObject([
      { listingId: offerId, dueOn: '2026-09-13', matchId: undefined },
    ]);
    expect(await events('listingFading', 'listing_id', offerId)).toEqual([{ firm_id: sawmill.id }]);
    on('2026-09-13');
    await tick();
    expect(await seen(offerId)).toMatchObject({ state: 'ACTIVE', freshness: 'WITHIN_90_DAYS' });
    expect(await liveMatches()).toBe(1);
    on('2026-09-14');
    await tick();
    expect(await seen(offerId)).toMatchObject({ state: 'EXPIRED' });
    expect(await events('listingExpired', 'listing_id', offerId)).toEqual([{ firm_id: sawmill.id }]);
    expect(await liveMatches()).toBe(0);
  });

  it('ends at midnight in Oslo, not in UTC', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on('2026-08-30');
    await tick();
    world.now = new Date('2026-09-13T21:59:59Z');
    await tick();
    expect((await seen(id))?.state).toBe('ACTIVE');
    world.now = new Date('2026-09-13T22:00:00Z');
    await tick();
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
    on('2026-08-31');
    await tick();
    expect(await inboxOf(sawmill, 'LISTING_FADING')).toEqual([]);
    on('2026-09-02');
    await tick();
    expect((await seen(id))?.state).toBe('EXPIRED');
  });

  it('never ends sooner than a fortnight after the reminder, however long the worker was away', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on('2026-12-01');
    await tick();
    expect(await seen(id)).toMatchObject({
      state: 'ACTIVE',
      confirmBy: '2026-12-15',
      freshness: 'LONGER_AGO',
    });
    expect(await inboxOf(sawmill, 'LISTING_FADING')).toMatchObject([{ dueOn: '2026-12-15' }]);
    on('2026-12-16');
    await tick();
    expect((await seen(id))?.state).toBe('EXPIRED');
  });

  it('is not asked about while it is paused; to resume it is to confirm it', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    ok(await world.market.listings.pause(sawmill.actor, id));
    on('2026-10-30');
    await tick();
    expect(await inboxOf(sawmill, 'LISTING_FADING')).toEqual([]);
    expect(refused(await world.market.listings.confirm(sawmill.actor, id)).text).toContain('resume it');
    ok(await world.market.listings.resume(sawmill.actor, id));
    // 30 October + 90 days: 1 of October, 30 of November, 31 of December, 28 of January
    expect(await seen(id)).toMatchObject({ state: 'ACTIVE', confirmBy: '2027-01-28' });
  });

  it('is not told to a buyer where it is an offer, which is not his to confirm', async () => {
    const offer = await world.publish(sawmill, 'OFFER');
    const need = await world.publish(sawmill, 'NEED', { materialCode: 'bark' });
    await world.database.query(`update person_firm set role = 'buyer' where firm_id = $1`, [sawmill.id]);
    on('2026-08-30');
    await tick();
    on('2026-09-01');
    const told = await inboxOf(sawmill, 'LISTING_FADING');
    expect(told.map((one) => one.listingId)).toEqual([need]);
    const buyer = await world.market.registry.actor(sawmill.actor.personId, sawmill.name);
    expect(refused(await world.market.listings.confirm(buyer, offer)).kind).toBe('forbidden');
    ok(await world.market.listings.confirm(buyer, need));
  });

  it('is not told to another firm, and what was read stays read', async () => {
    await world.publish(sawmill, 'OFFER');
    on('2026-08-30');
    await tick();
    on('2026-09-01');
    expect(await inboxOf(heater, 'LISTING_FADING')).toEqual([]);
    expect(ok(await world.market.inbox.markRead(sawmill.actor))).toBe(0);
    await tick();
    expect(await world.market.inbox.unread(sawmill.actor)).toBe(0);
  });
});

describe('confirming a listing', () => {
  it('gives it another term and takes the reminder back, for colleagues too', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on('2026-08-30');
    await tick();
    on('2026-09-01');
    const first = ok(await world.market.listings.confirm(sawmill.actor, id, 'still-true'));
    expect(ok(await world.market.listings.confirm(sawmill.actor, id, 'still-true'))).toEqual(first);
    // 1 September + 90 days: 29 of September, 31 of October, 30 of November
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-11-30', confirmedAt: world.now, version: 1 });
    expect(await inboxOf(sawmill, 'LISTING_FADING')).toEqual([]);
    expect(await events('listingConfirmed', 'listing_id', id)).toHaveLength(1);
    on('2026-11-16');
    await tick();
    expect(await inboxOf(sawmill, 'LISTING_FADING')).toMatchObject([{ dueOn: '2026-11-30' }]);
  });

  it('brings back one that has faded, with its matches', async () => {
    const { offerId } = await world.matched(sawmill, heater);
    on('2026-08-30');
    await tick();
    on('2026-09-20');
    await tick();
    expect(await liveMatches()).toBe(0);
    ok(
      await world.market.listings.confirm(
        heater.actor,
        (await inboxOf(heater, 'LISTING_FADING'))[0]?.listingId ?? '',
      ),
    );
    ok(await world.market.listings.confirm(sawmill.actor, offerId));
    await world.work();
    expect(await seen(offerId)).toMatchObject({ state: 'ACTIVE' });
    expect(await liveMatches()).toBe(1);
  });

  it('keeps nothing whose own last day has passed, and nothing withdrawn', async () => {
    const id = await world.publish(sawmill, 'OFFER', { availableUntil: '2026-06-20' });
    on('2026-06-21');
    await tick();
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
    on('2026-07-01');
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
    (await world.market.confirmations.link(SYSTEM, id, 'https://bistrom.example/')) ?? 'none';
  const tokenOf = async (id: string): Promise<string> => (await linkOf(id)).split('#')[1] ?? '';

  it('confirms its listing, once signed in or not, and says so again when it is opened again', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on('2026-08-30');
    await tick();
    on('2026-09-01');
    const token = await tokenOf(id);
    expect(await linkOf(id)).toMatch(/^https:\/\/bistrom\.example\/confirm-listing#[\w-]{43}$/);
    const preview = { title: 'Tørr flis', side: 'OFFER', confirmBy: '2026-09-13', confirmed: false };
    expect(await world.market.confirmations.preview(token)).toEqual(preview);
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-09-13' });
    const confirmed = { ...preview, confirmBy: '2026-11-30', confirmed: true };
    expect(ok(await world.market.confirmations.confirmByLink(token))).toEqual(confirmed);
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-11-30' });
    on('2026-09-10');
    expect(ok(await world.market.confirmations.confirmByLink(token))).toEqual(confirmed);
    expect(await world.market.confirmations.preview(token)).toEqual(confirmed);
    expect(await seen(id)).toMatchObject({ confirmBy: '2026-11-30' });
  });

  it('touches no other listing, and is not kept as it is', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    const other = await world.publish(sawmill, 'OFFER', { materialCode: 'bark' });
    on('2026-08-30');
    await tick();
    on('2026-09-01');
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
    on('2026-08-30');
    await tick();
    on('2026-09-01');
    const token = await tokenOf(id);
    on('2026-09-20');
    await tick();
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

  it('is made by the installation alone', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    expect(() => world.market.confirmations.link(sawmill.actor, id, 'https://x.example')).toThrow(
      'installation',
    );
  });
});

describe('an agreement near its end', () => {
  it('is told to both sides, once, thirty days before', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    const agreementId = await world.agreed(sawmill, heater, matchId, { endsOn: '2026-12-31' });
    on('2026-11-30');
    await tick();
    expect(await inboxOf(sawmill, 'AGREEMENT_ENDING')).toEqual([]);
    on('2026-12-01');
    await tick();
    await tick();
    for (const firm of [sawmill, heater])
      expect(await inboxOf(firm, 'AGREEMENT_ENDING')).toMatchObject([{ agreementId, dueOn: '2026-12-31' }]);
    expect(new Set(await events('agreementEnding', 'agreement_id', agreementId))).toEqual(
      new Set([{ firm_id: sawmill.id }, { firm_id: heater.id }]),
    );
  });

  it('is not told where it has no end, or has ended', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    await world.agreed(sawmill, heater, matchId, { endsOn: '2026-07-01', quantity: tonnes('10') });
    on('2026-07-02');
    await tick();
    expect(await inboxOf(sawmill, 'AGREEMENT_ENDING')).toEqual([]);
  });
});

describe('a proposal that nobody answers', () => {
  it('stands to the end of its 21st day in Oslo, through a change of the clock', async () => {
    on('2026-10-10');
    const { matchId } = await world.matched(sawmill, heater);
    const id = await world.propose(heater, matchId);
    // 10 October + 21 days is 31 October; the clocks go back on the 25th, so midnight is 23:00 UTC
    world.now = new Date('2026-10-31T22:59:59Z');
    await tick();
    expect((await world.market.reading.proposal(sawmill.actor, id))?.state).toBe('SENT');
    world.now = new Date('2026-10-31T23:00:00Z');
    await tick();
    expect((await world.market.reading.proposal(sawmill.actor, id))?.state).toBe('EXPIRED');
  });

  it('is told to both sides as ended, and the match is open again', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    const id = await world.propose(heater, matchId);
    on('2026-07-07');
    await tick();
    expect(new Set(await events('proposalChanged', 'proposal_id', id))).toEqual(
      new Set([{ firm_id: sawmill.id }, { firm_id: heater.id }]),
    );
    expect((await world.market.reading.match(sawmill.actor, matchId))?.state).toBe('OPEN');
    await world.propose(sawmill, matchId);
  });

  it.each(['accept', 'expire'] as const)(
    'has one outcome where both come at once, %s first',
    async (first) => {
      const { offerId, needId, matchId } = await world.matched(sawmill, heater);
      const id = await world.propose(heater, matchId);
      on('2026-07-07');
      const accept = async (): Promise<boolean> =>
        (await world.market.agreements.accept(sawmill.actor, id)).ok;
      const expire = async (): Promise<boolean> => (await world.market.proposals.expireDue()) > 0;
      const hold = async (tx: Parameters<Parameters<World['store']['transaction']>[1]>[0]) => {
        await tx.listings.lock([offerId, needId]);
        await tx.matches.lock(matchId);
      };
      // what was agreed waits for the listings first, what expires for the match: the match decides
      const works = first === 'accept' ? [accept, expire] : [expire, accept];
      await crossing(world, hold, works);
      const state = (await world.market.reading.proposal(sawmill.actor, id))?.state;
      const agreements = await world.database.query('select 1 from agreement where proposal_id = $1', [id]);
      expect(['ACCEPTED', 'EXPIRED']).toContain(state);
      expect(agreements).toHaveLength(state === 'ACCEPTED' ? 1 : 0);
      expect((await world.market.reading.match(sawmill.actor, matchId))?.state).toBe(
        state === 'ACCEPTED' ? 'AGREED' : 'OPEN',
      );
      const changes = await events('proposalChanged', 'proposal_id', id);
      expect(changes).toHaveLength(state === 'ACCEPTED' ? 0 : 2);
    },
  );
});

describe('two workers at the same moment', () => {
  it('end an agreement once', async () => {
    const { offerId, needId, matchId } = await world.matched(sawmill, heater);
    const agreementId = await world.agreed(sawmill, heater, matchId, {
      endsOn: '2026-07-01',
      quantity: tonnes('60'),
    });
    on('2026-07-02');
    const end = () => world.market.agreements.endDue();
    await crossing(world, (tx) => tx.listings.lock([offerId, needId]), [end, end]);
    expect(await events('agreementEnded', 'agreement_id', agreementId)).toHaveLength(2);
    // 100 published, 40 left while 60 were agreed
    expect((await seen(offerId))?.remaining.value).toBe('100');
  });

  it('end a listing once', async () => {
    const id = await world.publish(sawmill, 'OFFER', { availableUntil: '2026-07-01' });
    on('2026-07-02');
    const expire = () => world.market.listings.expireDue();
    const counts = await crossing(world, (tx) => tx.listings.lock([id]), [expire, expire]);
    expect(await events('listingExpired', 'listing_id', id)).toHaveLength(1);
    expect(counts[0]! + counts[1]!).toBe(1);
  });

  it('remind of a listing and of an agreement once', async () => {
    const { offerId, needId, matchId } = await world.matched(sawmill, heater);
    const agreementId = await world.agreed(sawmill, heater, matchId, {
      endsOn: '2026-09-20',
      quantity: tonnes('60'),
    });
    on('2026-09-01');
    const remind = () => world.market.reminders.remindDue();
    const counts = await crossing(world, (tx) => tx.listings.lock([offerId, needId]), [remind, remind]);
    expect(await events('listingFading', 'listing_id', offerId)).toHaveLength(1);
    expect(await events('agreementEnding', 'agreement_id', agreementId)).toHaveLength(2);
    // two listings, two sides of an agreement
    expect(counts[0]! + counts[1]!).toBe(4);
  });

  it('expire a proposal once', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    const id = await world.propose(heater, matchId);
    on('2026-07-07');
    const expire = () => world.market.proposals.expireDue();
    await crossing(world, (tx) => tx.matches.lock(matchId), [expire, expire]);
    expect(await events('proposalChanged', 'proposal_id', id)).toHaveLength(2);
  });

  it('let a listing that is confirmed meanwhile stand', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on('2026-08-30');
    await tick();
    on('2026-09-14');
    await crossing<unknown>(world, (tx) => tx.listings.lock([id]), [
      () => world.market.listings.confirm(sawmill.actor, id),
      () => world.market.listings.expireDue(),
    ]);
    expect(await seen(id)).toMatchObject({ state: 'ACTIVE' });
    expect(await events('listingExpired', 'listing_id', id)).toEqual([]);
  });
});

describe('a business day is a day in Oslo', () => {
  it('so a delivery of half past midnight is dated today', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    const agreementId = await world.agreed(sawmill, heater, matchId);
    // 1 July, 00:30 in Oslo
    world.now = new Date('2026-06-30T22:30:00Z');
    await world.delivered(sawmill, heater, agreementId, '5', '2026-07-01');
    const early = world.delivered(sawmill, heater, agreementId, '5', '2026-07-02');
    await expect(early).rejects.toThrow('today (2026-07-01, Europe/Oslo)');
  });

  it('so an agreement holds until midnight in Oslo', async () => {
    const { offerId, matchId } = await world.matched(sawmill, heater);
    await world.agreed(sawmill, heater, matchId, { endsOn: '2026-06-30', quantity: tonnes('60') });
    world.now = new Date('2026-06-30T21:59:59Z');
    await tick();
    expect((await seen(offerId))?.remaining.value).toBe('40');
    world.now = new Date('2026-06-30T22:00:00Z');
    await tick();
    expect((await seen(offerId))?.remaining.value).toBe('100');
  });
});
