import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clear, inboxOf, on, tick, toldOf } from '../support/clockwork.js';
import { crossing } from '../support/crossing.js';
import { tonnes, World, type WorldFirm } from '../support/world.js';

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
describe('an agreement near its end', () => {
  it('is told to both sides, once, thirty days before', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    const agreementId = await world.agreed(sawmill, heater, matchId, { endsOn: '2026-12-31' });
    on(world, '2026-11-30');
    await tick(world);
    expect(await inboxOf(world, sawmill, 'AGREEMENT_ENDING')).toEqual([]);
    on(world, '2026-12-01');
    await tick(world);
    await tick(world);
    for (const firm of [sawmill, heater])
      expect(await inboxOf(world, firm, 'AGREEMENT_ENDING')).toMatchObject([
        { agreementId, dueOn: '2026-12-31' },
      ]);
    expect(new Set(await toldOf(world, 'agreementEnding', 'agreement_id', agreementId))).toEqual(
      new Set([sawmill.id, heater.id]),
    );
  });

  it('is not told where it has no end, or has ended', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    await world.agreed(sawmill, heater, matchId, { endsOn: '2026-07-01', quantity: tonnes('10') });
    on(world, '2026-07-02');
    await tick(world);
    expect(await inboxOf(world, sawmill, 'AGREEMENT_ENDING')).toEqual([]);
  });
});

describe('a proposal that nobody answers', () => {
  it('stands to the end of its 21st day in Oslo, through a change of the clock', async () => {
    on(world, '2026-10-10');
    const { matchId } = await world.matched(sawmill, heater);
    const id = await world.propose(heater, matchId);
    // 10 October + 21 days is 31 October; the clocks go back on the 25th, so midnight is 23:00 UTC
    world.now = new Date('2026-10-31T22:59:59Z');
    await tick(world);
    expect((await world.market.reading.proposal(sawmill.actor, id))?.state).toBe('SENT');
    world.now = new Date('2026-10-31T23:00:00Z');
    await tick(world);
    expect((await world.market.reading.proposal(sawmill.actor, id))?.state).toBe('EXPIRED');
  });

  it('is told to both sides as ended, and the match is open again', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    const id = await world.propose(heater, matchId);
    on(world, '2026-07-07');
    await tick(world);
    expect(new Set(await toldOf(world, 'proposalChanged', 'proposal_id', id))).toEqual(
      new Set([sawmill.id, heater.id]),
    );
    expect((await world.market.reading.match(sawmill.actor, matchId))?.state).toBe('OPEN');
    await world.propose(sawmill, matchId);
  });

  it.each(['accept', 'expire'] as const)(
    'has one outcome where both come at once, %s first',
    async (first) => {
      const { offerId, needId, matchId } = await world.matched(sawmill, heater);
      const id = await world.propose(heater, matchId);
      on(world, '2026-07-07');
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
      const changes = await toldOf(world, 'proposalChanged', 'proposal_id', id);
      // Either outcome is told to both sides, once.
      expect(changes).toHaveLength(2);
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
    on(world, '2026-07-02');
    const end = () => world.market.agreements.endDue();
    await crossing(world, (tx) => tx.listings.lock([offerId, needId]), [end, end]);
    expect(await toldOf(world, 'agreementEnded', 'agreement_id', agreementId)).toHaveLength(2);
    // 100 published, 40 left while 60 were agreed
    expect((await seen(offerId))?.remaining.value).toBe('100');
  });

  it('end a listing once', async () => {
    const id = await world.publish(sawmill, 'OFFER', { availableUntil: '2026-07-01' });
    on(world, '2026-07-02');
    const expire = () => world.market.listings.expireDue();
    const counts = await crossing(world, (tx) => tx.listings.lock([id]), [expire, expire]);
    expect(await toldOf(world, 'listingExpired', 'listing_id', id)).toHaveLength(1);
    expect(counts[0]! + counts[1]!).toBe(1);
  });

  it('remind of a listing and of an agreement once', async () => {
    const { offerId, needId, matchId } = await world.matched(sawmill, heater);
    const agreementId = await world.agreed(sawmill, heater, matchId, {
      endsOn: '2026-09-20',
      quantity: tonnes('60'),
    });
    on(world, '2026-09-01');
    const remind = () => world.market.reminders.remindDue();
    const counts = await crossing(world, (tx) => tx.listings.lock([offerId, needId]), [remind, remind]);
    expect(await toldOf(world, 'listingFading', 'listing_id', offerId)).toHaveLength(1);
    expect(await toldOf(world, 'agreementEnding', 'agreement_id', agreementId)).toHaveLength(2);
    // two listings, two sides of an agreement
    expect(counts[0]! + counts[1]!).toBe(4);
  });

  it('expire a proposal once', async () => {
    const { matchId } = await world.matched(sawmill, heater);
    const id = await world.propose(heater, matchId);
    on(world, '2026-07-07');
    const expire = () => world.market.proposals.expireDue();
    await crossing(world, (tx) => tx.matches.lock(matchId), [expire, expire]);
    expect(await toldOf(world, 'proposalChanged', 'proposal_id', id)).toHaveLength(2);
  });

  it('let a listing that is confirmed meanwhile stand', async () => {
    const id = await world.publish(sawmill, 'OFFER');
    on(world, '2026-08-30');
    await tick(world);
    on(world, '2026-09-14');
    await crossing<unknown>(world, (tx) => tx.listings.lock([id]), [
      () => world.market.listings.confirm(sawmill.actor, id),
      () => world.market.listings.expireDue(),
    ]);
    expect(await seen(id)).toMatchObject({ state: 'ACTIVE' });
    expect(await toldOf(world, 'listingExpired', 'listing_id', id)).toEqual([]);
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
    await tick(world);
    expect((await seen(offerId))?.remaining.value).toBe('40');
    world.now = new Date('2026-06-30T22:00:00Z');
    await tick(world);
    expect((await seen(offerId))?.remaining.value).toBe('100');
  });
});
