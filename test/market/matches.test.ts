import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Decimal, firmIdsOf } from '#domain';
import { onBothPaths } from '../support/both-paths.js';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let giver: WorldFirm;
let taker: WorldFirm;
let place = 0;

beforeAll(async () => {
  world = await World.open({ index: onBothPaths });
});
beforeEach(async () => {
  // A place of its own for each story, five hundred kilometres from the next: listings of another story must not match.
  place += 1;
  giver = await world.firm({ naceCode: '16.10', latitude: -60 + place * 5, longitude: 10 });
});
afterAll(() => world.close());

/** A firm a few kilometres from the giver, alone with it. */
async function neighbour(naceCode = '35.30'): Promise<WorldFirm> {
  const site = (await world.market.reading.firms(giver.actor))[0]?.sites[0];
  return world.firm({ naceCode, latitude: (site?.latitude ?? 0) + 0.03, longitude: site?.longitude ?? 0 });
}

const stateOf = async (firm: WorldFirm, id: string): Promise<string | undefined> =>
  (await world.market.reading.match(firm.actor, id))?.state;

describe('finding matches', () => {
  it('tells both parties once, in events with a cursor each', async () => {
    taker = await neighbour();
    const { matchId } = await world.matched(giver, taker);
    await world.work();
    for (const firm of [giver, taker]) {
      const events = await world.database.query('select * from event where match_id = $1 and firm_id = $2', [
        matchId,
        firm.id,
      ]);
      expect(events).toHaveLength(1);
    }
  });

  it('shows terms that add up to the score, and checks with a reason', async () => {
    taker = await neighbour();
    const { matchId } = await world.matched(giver, taker);
    const match = await world.market.reading.match(taker.actor, matchId);
    const sum = match?.terms.reduce((total, term) => total + term.contribution, 0) ?? 0;
    expect(Math.abs(sum - (match?.score ?? 1))).toBeLessThan(1e-9);
    expect(match?.checks.length).toBeGreaterThan(0);
    expect(match?.checks.every((check) => check.detail !== '')).toBe(true);
  });

  it('is the same whichever listing was there first', async () => {
    taker = await neighbour();
    const one = await world.matched(giver, taker);
    const first = await world.market.reading.match(giver.actor, one.matchId);
    await world.market.listings.withdraw(giver.actor, one.offerId);
    await world.market.listings.withdraw(taker.actor, one.needId);
    const needId = await world.publish(taker, 'NEED');
    await world.work();
    const offerId = await world.publish(giver, 'OFFER');
    await world.work();
    const second = await world.market.reading.match(giver.actor, await world.matchOf(offerId, needId));
    expect(second?.score).toBe(first?.score);
    expect(second?.terms).toEqual(first?.terms);
  });

  it('finds firms of the same industry too, marked and ranked lower', async () => {
    taker = await neighbour('35.30');
    const rival = await neighbour('16.23');
    const needs = [await world.publish(taker, 'NEED'), await world.publish(rival, 'NEED')] as const;
    const offerId = await world.publish(giver, 'OFFER');
    await world.work();
    const page = await world.market.reading.ownMatches(giver.actor, { listingId: offerId }, 10);
    expect(page.rows.map(({ node }) => [node.needId, node.crossIndustry])).toEqual([
      [needs[0], true],
      [needs[1], false],
    ]);
  });

  it('finds nothing between listings of one firm, out of reach, or of unrelated materials', async () => {
    taker = await neighbour();
    await world.publish(giver, 'OFFER');
    await world.publish(taker, 'NEED', {
      materialCode: 'aluminium-scrap',
      title: 'Aluminiumskrap',
    });
    const far = await world.firm({ latitude: 69, longitude: 29 });
    await world.publish(far, 'NEED');
    await world.work();
    for (const firm of [giver, taker, far]) {
      expect((await world.market.reading.ownMatches(firm.actor, {}, 10)).rows).toHaveLength(0);
    }
  });

  it('drops a pair that a hard check refuses, and asks for what is unknown', async () => {
    taker = await neighbour();
    const limit = { property: 'moisture', max: new Decimal(20), unit: '%', measured: false };
    const wet = { property: 'fukt', min: new Decimal(40), max: new Decimal(50), unit: '%', measured: true };
    const needId = await world.publish(taker, 'NEED', { properties: [limit], visibility: 'FEDERATION' });
    const wetId = await world.publish(giver, 'OFFER', { properties: [wet], visibility: 'FEDERATION' });
    const silentId = await world.publish(giver, 'OFFER', { title: 'Flis uten måling' });
    await world.work();
    await expect(world.matchOf(wetId, needId)).rejects.toThrow('no live match');
    const match = await world.market.reading.match(taker.actor, await world.matchOf(silentId, needId));
    expect(match?.checks.find((check) => check.name === 'moisture')?.result).toBe('UNKNOWN');
  });
});

describe('many at once', () => {
  it('listings matched at the same time give each pair one match and each party one event', async () => {
    const [givers, takers]: [WorldFirm[], WorldFirm[]] = [[], []];
    for (let one = 0; one < 5; one += 1) {
      givers.push(await neighbour('16.10'));
      takers.push(await neighbour('35.30'));
    }
    const ids = await Promise.all([
      ...givers.map((firm) => world.publish(firm, 'OFFER')),
      ...takers.map((firm) => world.publish(firm, 'NEED')),
    ]);
    await Promise.all([...ids, ...ids].map((id) => world.market.matches.refresh(id)));
    const rows = await world.database.query<{ matches: string; events: string }>(
      `select count(distinct m.id) as matches, count(e.seq) as events
         from match m left join event e on e.match_id = m.id and e.type = 'matchFound' where m.offer_id = any($1::uuid[])`,
      [ids],
    );
    // 5 × 5 = 25 matches, each told to 2 parties = 50 events
    expect(rows[0]).toEqual({ matches: '25', events: '50' });
  });
});

describe('what comes of a change', () => {
  it('a new version closes the match and makes another', async () => {
    taker = await neighbour();
    const { offerId, needId, matchId } = await world.matched(giver, taker);
    ok(
      await world.market.listings.revise(
        giver.actor,
        offerId,
        1,
        world.listing(giver, 'OFFER', { quantity: tonnes('60') }),
      ),
    );
    await world.work();
    expect(await stateOf(giver, matchId)).toBe('SUPERSEDED');
    expect(await world.matchOf(offerId, needId)).not.toBe(matchId);
  });

  it('a pause closes the match, a resume brings one back', async () => {
    taker = await neighbour();
    const { offerId, needId, matchId } = await world.matched(giver, taker);
    ok(await world.market.listings.pause(giver.actor, offerId));
    await world.work();
    expect(await stateOf(taker, matchId)).toBe('SUPERSEDED');
    ok(await world.market.listings.resume(giver.actor, offerId));
    await world.work();
    expect(await stateOf(taker, await world.matchOf(offerId, needId))).toBe('OPEN');
  });

  it('a negotiation moves on to the new version while the pair still fits, and ends when it does not', async () => {
    taker = await neighbour();
    const { offerId, matchId } = await world.matched(giver, taker);
    const proposalId = await world.propose(taker, matchId, { quantity: tonnes('50') });
    ok(
      await world.market.listings.revise(
        giver.actor,
        offerId,
        1,
        world.listing(giver, 'OFFER', { quantity: tonnes('60') }),
      ),
    );
    await world.work();
    expect(await stateOf(giver, matchId)).toBe('NEGOTIATING');
    ok(await world.market.listings.pause(giver.actor, offerId));
    await world.work();
    expect(await stateOf(giver, matchId)).toBe('SUPERSEDED');
    expect((await world.market.reading.proposal(taker.actor, proposalId))?.state).toBe('EXPIRED');
  });

  it('a declined pair is not proposed again until one of them changes', async () => {
    taker = await neighbour();
    const { offerId, needId, matchId } = await world.matched(giver, taker);
    ok(await world.market.declines.decline(taker.actor, matchId, { reason: 'PRICE' }));
    await world.market.matches.refresh(offerId);
    await expect(world.matchOf(offerId, needId)).rejects.toThrow('no live match');
    ok(
      await world.market.listings.revise(
        giver.actor,
        offerId,
        1,
        world.listing(giver, 'OFFER', { price: new Decimal(10) }),
      ),
    );
    await world.work();
    expect(await world.matchOf(offerId, needId)).not.toBe(matchId);
    expect(refused(await world.market.declines.decline(taker.actor, matchId, { reason: 'PRICE' })).kind).toBe(
      'conflict',
    );
  });
});

describe('who sees what of a match', () => {
  it('shows the other side masked: label, bands, area, nobody', async () => {
    taker = await neighbour();
    const { offerId, matchId } = await world.matched(giver, taker, {
      title: 'Flis fra Granvåk',
      description: 'Ring Kari på 90000000',
      quantity: tonnes('270'),
      price: new Decimal('123.45'),
    });
    const seen = await world.market.reading.listing(taker.actor, offerId);
    expect(seen).toMatchObject({
      disclosure: 'BANDED',
      own: false,
      firm: undefined,
      site: undefined,
      price: undefined,
    });
    expect(seen?.quantity).toEqual({ value: undefined, min: '200', max: '500', unit: 't', per: 'YEAR' });
    const everything = JSON.stringify([seen, await world.market.reading.match(taker.actor, matchId)]);
    for (const secret of ['Granvåk', '90000000', '270', '123.45', giver.id, giver.siteId, giver.name]) {
      expect(everything).not.toContain(secret);
    }
  });

  it('shows everything once both have agreed', async () => {
    taker = await neighbour();
    const { offerId, matchId } = await world.matched(giver, taker);
    await world.agreed(giver, taker, matchId);
    const seen = await world.market.reading.listing(taker.actor, offerId);
    expect(seen).toMatchObject({
      disclosure: 'EXACT',
      firm: { id: giver.id, name: giver.name },
      site: { id: giver.siteId },
    });
  });

  it('keeps a third firm out of listing, match, proposal and agreement', async () => {
    taker = await neighbour();
    const third = await world.firm();
    const { offerId, matchId } = await world.matched(giver, taker);
    const proposalId = await world.propose(taker, matchId);
    const { reading } = world.market;
    expect(await reading.listing(third.actor, offerId)).toBeUndefined();
    expect(await reading.match(third.actor, matchId)).toBeUndefined();
    expect(await reading.proposal(third.actor, proposalId)).toBeUndefined();
    expect(await reading.proposalsOf(third.actor, matchId)).toHaveLength(0);
    expect(refused(await world.market.agreements.accept(third.actor, proposalId)).kind).toBe('not_found');
    expect(refused(await world.market.declines.decline(third.actor, matchId, { reason: 'OTHER' })).kind).toBe(
      'not_found',
    );
    expect(firmIdsOf(third.actor)).not.toContain(giver.id);
  });

  it("records a look of the cluster's staff at a listing, where the firm can read it", async () => {
    const staff = await world.staff();
    const id = await world.publish(giver, 'OFFER', { price: new Decimal(120) });
    // Everything but money, which stays between the firms.
    expect(await world.market.reading.listing(staff, id)).toMatchObject({
      disclosure: 'EXACT',
      firm: { id: giver.id },
      price: undefined,
    });
    const looks = await world.database.query(
      'select person_id from look where firm_id = $1 and subject_id = $2',
      [giver.id, id],
    );
    expect(looks).toEqual([{ person_id: staff.personId }]);
  });
});
