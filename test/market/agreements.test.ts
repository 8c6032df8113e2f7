import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayInOslo, Decimal } from '#domain';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let place = 0;

beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

/** A giver and takers alone with each other: a place of their own, far from the other stories'. */
async function firms(takers = 1): Promise<[WorldFirm, WorldFirm, WorldFirm]> {
  place += 1;
  const at = { latitude: 30 + place * 2, longitude: 10 };
  const all = [await world.firm({ naceCode: '16.10', ...at })];
  for (let one = 0; one < takers; one += 1) all.push(await world.firm({ naceCode: '35.30', ...at }));
  return all as [WorldFirm, WorldFirm, WorldFirm];
}

const remainingOf = async (firm: WorldFirm, id: string): Promise<string | undefined> =>
  (await world.market.reading.listing(firm.actor, id))?.remaining.value;

describe('proposing', () => {
  it('goes back and forth until one side accepts', async () => {
    const [giver, taker] = await firms();
    const { offerId, needId, matchId } = await world.matched(giver, taker);
    const first = await world.propose(taker, matchId, { quantity: tonnes('80'), price: new Decimal(200) });
    const counter = ok(
      await world.market.proposals.counter(
        giver.actor,
        first,
        world.terms(matchId, { quantity: tonnes('70'), price: new Decimal(250) }),
      ),
    ).proposalId;
    expect((await world.market.reading.proposal(taker.actor, first))?.state).toBe('COUNTERED');
    expect(refused(await world.market.agreements.accept(giver.actor, counter)).kind).toBe('conflict');
    const { agreementId } = ok(await world.market.agreements.accept(taker.actor, counter));
    expect(await world.market.reading.agreement(giver.actor, agreementId)).toMatchObject({
      quantity: { value: '70' },
      price: '250',
    });
    // 100 − 70 = 30 on both sides
    expect([await remainingOf(giver, offerId), await remainingOf(taker, needId)]).toEqual(['30', '30']);
    expect((await world.market.reading.match(giver.actor, matchId))?.state).toBe('AGREED');
  });

  it('says who may do what with a proposal, and what a yes would take of the own listing alone', async () => {
    const [giver, taker] = await firms();
    const { matchId } = await world.matched(giver, taker);
    const id = await world.propose(taker, matchId, { quantity: tonnes('60') });
    const stepsOf = async ({ actor }: WorldFirm) => (await world.market.reading.proposal(actor, id))?.steps;
    expect(await stepsOf(giver)).toEqual(['accept', 'counter', 'decline']);
    expect(await stepsOf(taker)).toEqual(['withdraw']);
    // 100 − 60 = 40
    for (const { actor } of [giver, taker])
      expect(await world.market.proposals.drawOf(actor, id)).toMatchObject({
        takes: { value: '60', unit: 't', per: 'YEAR' },
        leaves: { value: '40', unit: 't', per: 'YEAR' },
      });
    const [stranger] = await firms(0);
    expect(await world.market.proposals.drawOf(stranger.actor, id)).toBeUndefined();
    ok(await world.market.agreements.accept(giver.actor, id));
    expect(await stepsOf(giver)).toEqual([]);
    expect(await world.market.proposals.drawOf(giver.actor, id)).toBeUndefined();
  });

  it.each([
    ['an unknown unit', { quantity: { ...tonnes('1'), unit: 'sack' } }, 'input.quantity.unit'],
    ['a negative amount', { quantity: tonnes('-5') }, 'input.quantity.value'],
    ['more than remains', { quantity: tonnes('101') }, 'input.quantity.value'],
    ['an end before the start', { startsOn: '2026-07-01', endsOn: '2026-06-30' }, 'input.endsOn'],
    ['a start before today', { startsOn: '2026-06-14' }, 'input.startsOn'],
  ])('refuses %s and names the field', async (_what, wrong, path) => {
    const [giver, taker] = await firms();
    const { matchId } = await world.matched(giver, taker);
    const outcome = await world.market.proposals.send(taker.actor, world.terms(matchId, wrong));
    expect(refused(outcome)).toMatchObject({ kind: 'validation', path });
  });

  it('allows a start of today in Oslo, also late in the evening UTC, and an earlier one that says so', async () => {
    const [giver, taker] = await firms();
    const { matchId } = await world.matched(giver, taker);
    const before = world.now;
    world.now = new Date('2026-06-15T22:30:00Z');
    const yesterday = world.terms(matchId, { startsOn: '2026-06-15' });
    expect(refused(await world.market.proposals.send(taker.actor, yesterday)).path).toBe('input.startsOn');
    const id = ok(
      await world.market.proposals.send(taker.actor, { ...yesterday, startsOn: '2026-06-16' }),
    ).proposalId;
    ok(await world.market.proposals.withdraw(taker.actor, id));
    ok(
      await world.market.proposals.send(taker.actor, {
        ...yesterday,
        startsOn: '2025-01-01',
        retrospective: true,
      }),
    );
    world.now = before;
  });

  it('takes one live proposal at a time, from the party whose turn it is', async () => {
    const [giver, taker] = await firms();
    const { matchId } = await world.matched(giver, taker);
    const id = await world.propose(taker, matchId);
    expect(refused(await world.market.proposals.send(taker.actor, world.terms(matchId))).kind).toBe(
      'conflict',
    );
    expect(refused(await world.market.proposals.send(giver.actor, world.terms(matchId))).kind).toBe(
      'conflict',
    );
    expect(refused(await world.market.proposals.withdraw(giver.actor, id)).kind).toBe('conflict');
    ok(await world.market.proposals.decline(giver.actor, id, { reason: 'PRICE' }));
    expect((await world.market.reading.match(giver.actor, matchId))?.state).toBe('OPEN');
  });

  it('expires when nobody answers for three weeks', async () => {
    const [giver, taker] = await firms();
    const { matchId } = await world.matched(giver, taker);
    const id = await world.propose(taker, matchId);
    const before = world.now;
    // noon of 15 June + 21 days lies in 6 July, which ends in Oslo at 22:00 UTC
    world.now = new Date('2026-07-06T22:00:00Z');
    await world.market.proposals.expireDue();
    world.now = before;
    expect((await world.market.reading.proposal(taker.actor, id))?.state).toBe('EXPIRED');
    expect((await world.market.reading.match(taker.actor, matchId))?.state).toBe('OPEN');
  });
});

describe('accepting', () => {
  it('a second acceptance is a conflict, and one with the same key is the same answer', async () => {
    const [giver, taker] = await firms();
    const { matchId } = await world.matched(giver, taker);
    const id = await world.propose(taker, matchId);
    const first = ok(await world.market.agreements.accept(giver.actor, id, 'accept-1'));
    expect(ok(await world.market.agreements.accept(giver.actor, id, 'accept-1'))).toEqual(first);
    expect(refused(await world.market.agreements.accept(giver.actor, id)).kind).toBe('conflict');
  });

  it('two buyers accept the last tonnes at once: one wins, nothing is oversold', async () => {
    for (let race = 0; race < 10; race += 1) {
      const [giver, one, other] = await firms(2);
      const offerId = await world.publish(giver, 'OFFER');
      const needs = [await world.publish(one, 'NEED'), await world.publish(other, 'NEED')] as const;
      await world.work();
      const proposals = [
        await world.propose(giver, await world.matchOf(offerId, needs[0])),
        await world.propose(giver, await world.matchOf(offerId, needs[1])),
      ] as const;
      const outcomes = await Promise.all([
        world.market.agreements.accept(one.actor, proposals[0]),
        world.market.agreements.accept(other.actor, proposals[1]),
      ]);
      expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
      expect(outcomes.filter((outcome) => !outcome.ok && outcome.refusal.kind === 'conflict')).toHaveLength(
        1,
      );
      // 100 − 100 = 0
      expect(await remainingOf(giver, offerId)).toBe('0');
      const entries = await world.database.query(
        `select id from ledger_entry where exchange ->> 'offerId' = $1`,
        [offerId],
      );
      expect(entries).toHaveLength(1);
      await world.work();
      expect((await world.market.reading.listing(giver.actor, offerId))?.state).toBe('FULFILLED');
    }
  });

  it('is refused when the listing was withdrawn, paused or no longer fits meanwhile', async () => {
    const [giver, taker] = await firms();
    const { offerId, matchId } = await world.matched(giver, taker);
    const id = await world.propose(taker, matchId);
    ok(await world.market.listings.pause(giver.actor, offerId));
    expect(refused(await world.market.agreements.accept(giver.actor, id)).kind).toBe('conflict');
    ok(await world.market.listings.resume(giver.actor, offerId));
    ok(
      await world.market.listings.revise(
        giver.actor,
        offerId,
        1,
        world.listing(giver, 'OFFER', { quantity: tonnes('40') }),
      ),
    );
    expect(refused(await world.market.agreements.accept(giver.actor, id)).text).toContain('40');
  });

  it('gives the stream back when the agreement has ended', async () => {
    const [giver, taker] = await firms();
    const { offerId, matchId } = await world.matched(giver, taker);
    await world.agreed(giver, taker, matchId, { endsOn: '2026-12-31' });
    expect(await remainingOf(giver, offerId)).toBe('0');
    const before = world.now;
    world.now = new Date('2027-01-01T06:00:00Z');
    await world.market.agreements.endDue();
    await world.market.agreements.endDue();
    world.now = before;
    expect(await remainingOf(giver, offerId)).toBe('100');
  });

  it('an agreement of the past takes nothing from what remains today', async () => {
    const [giver, taker] = await firms();
    const { offerId, matchId } = await world.matched(giver, taker);
    await world.agreed(giver, taker, matchId, {
      startsOn: '2024-01-01',
      endsOn: '2024-12-31',
      retrospective: true,
    });
    expect(await remainingOf(giver, offerId)).toBe('100');
  });
});

describe('the list of agreements', () => {
  it('can be asked for by how they stand, and for deliveries that wait for a yes', async () => {
    const [giver, taker] = await firms();
    const { matchId } = await world.matched(giver, taker);
    const id = await world.agreed(giver, taker, matchId, { quantity: tonnes('60') });
    const listed = async (
      firm: WorldFirm,
      filter: Parameters<typeof world.market.reading.ownAgreements>[1],
    ) => (await world.market.reading.ownAgreements(firm.actor, filter, 20)).rows.map(({ node }) => node.id);
    expect(await listed(giver, { state: 'RUNNING', toVerify: false })).toEqual([id]);
    expect(await listed(giver, { state: 'ENDED', toVerify: false })).toEqual([]);
    expect(await listed(giver, { state: 'COMING', toVerify: false })).toEqual([]);
    expect(await listed(taker, { toVerify: true })).toEqual([]);
    const input = { agreementId: id, amount: new Decimal(5), unit: 't', deliveredOn: dayInOslo(world.now) };
    ok(await world.market.deliveries.record(giver.actor, input));
    expect(await listed(taker, { toVerify: true })).toEqual([id]);
    expect(await listed(giver, { toVerify: true })).toEqual([]);
  });
});
