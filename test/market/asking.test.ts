import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Disclosing, TELLING } from '../support/disclosing.js';
import { ok, refused, World, type WorldFirm } from '../support/world.js';

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

describe('asking', () => {
  it('tells both firms of every step, on the match', async () => {
    const { matchId } = await world.matched(giver, taker, TELLING);
    const { grants } = world.market;
    ok(await grants.refuse(giver.actor, await story.ask(taker, matchId, ['PRICE'])));
    ok(await grants.withdraw(giver.actor, await story.granted(giver, taker, matchId, ['AMOUNT'])));
    for (const firm of [giver, taker]) {
      const events = await world.database.query<{ type: string }>(
        `select type from event where match_id = $1 and firm_id = $2 and type like 'disclosure%' order by seq`,
        [matchId, firm.id],
      );
      expect(events.map((one) => one.type)).toEqual([
        'disclosureAsked',
        'disclosureRefused',
        'disclosureAsked',
        'disclosureGranted',
        'disclosureWithdrawn',
      ]);
    }
  });

  it('waits for an answer before it asks again, and asks for nothing that is seen already', async () => {
    const { matchId } = await world.matched(giver, taker, TELLING, { visibility: 'FEDERATION' });
    const { grants } = world.market;
    await story.ask(taker, matchId, ['AMOUNT']);
    const again = refused(await grants.ask(taker.actor, { matchId, groups: ['PRICE'] }));
    expect([again.kind, again.text]).toEqual(['conflict', 'Your last request still waits for an answer.']);
    // The taker's need is open to everybody.
    expect(refused(await grants.ask(giver.actor, { matchId, groups: ['IDENTITY'] })).kind).toBe('conflict');
    expect(refused(await grants.ask(giver.actor, { matchId, groups: [] })).path).toBe('groups');
  });

  it('goes on a live match only', async () => {
    const { matchId } = await world.matched(giver, taker, TELLING);
    const requestId = await story.ask(taker, matchId, ['AMOUNT']);
    ok(await world.market.declines.decline(giver.actor, matchId, { reason: 'PRICE' }));
    const { grants } = world.market;
    expect(refused(await grants.ask(taker.actor, { matchId, groups: ['AMOUNT'] })).kind).toBe('conflict');
    const late = { requestId, groups: ['AMOUNT'] as const, until: '2026-07-15' };
    expect(refused(await grants.grant(giver.actor, late)).kind).toBe('conflict');
  });

  it("shows the asker's note struck of names while the asker is masked", async () => {
    const { matchId } = await world.matched(giver, taker, TELLING);
    const note = 'Vi i Tjurmo må vite mengden, ring 912 34 567.';
    await story.ask(taker, matchId, ['AMOUNT'], note);
    expect((await story.of(giver, matchId)).received[0]?.note).toBe(
      'Vi i [...] må vite mengden, ring [...].',
    );
    expect((await story.of(taker, matchId)).asked[0]?.note).toBe(note);
    await story.grant(taker, await story.ask(giver, matchId, ['IDENTITY']), ['IDENTITY']);
    expect((await story.of(giver, matchId)).received[0]?.note).toBe(note);
  });

  it('is done once with one key', async () => {
    const { matchId } = await world.matched(giver, taker, TELLING);
    const { grants } = world.market;
    const question = { matchId, groups: ['AMOUNT'] as const };
    const first = ok(await grants.ask(taker.actor, question, 'ask-1'));
    expect(ok(await grants.ask(taker.actor, question, 'ask-1'))).toEqual(first);
    const answer = { requestId: first.requestId, groups: ['AMOUNT'] as const, until: '2026-07-15' };
    const given = ok(await grants.grant(giver.actor, answer, 'grant-1'));
    expect(ok(await grants.grant(giver.actor, answer, 'grant-1'))).toEqual(given);
    const withdrawn = ok(await grants.withdraw(giver.actor, given.grantId, 'withdraw-1'));
    expect(ok(await grants.withdraw(giver.actor, given.grantId, 'withdraw-1'))).toEqual(withdrawn);
    expect(refused(await grants.withdraw(giver.actor, given.grantId)).kind).toBe('conflict');
    expect((await story.of(taker, matchId)).obtained).toHaveLength(1);
  });
});

describe('several at once', () => {
  const outcomesOf = async (all: readonly Promise<{ ok: boolean }>[]): Promise<number> =>
    (await Promise.all(all)).filter((one) => one.ok).length;

  it('one request of many stands, and one answer to it', async () => {
    const { matchId } = await world.matched(giver, taker, TELLING);
    const { grants } = world.market;
    const asks = Array.from({ length: 5 }, () => grants.ask(taker.actor, { matchId, groups: ['AMOUNT'] }));
    expect(await outcomesOf(asks)).toBe(1);
    const [request] = (await story.of(giver, matchId)).received;
    const answer = { requestId: request?.id ?? '', groups: ['AMOUNT'] as const, until: '2026-07-15' };
    const answers = [
      grants.grant(giver.actor, answer),
      grants.refuse(giver.actor, answer.requestId),
      grants.grant(giver.actor, answer),
    ];
    expect(await outcomesOf(answers)).toBe(1);
    const { granted: given, received } = await story.of(giver, matchId);
    expect(given).toHaveLength(received[0]?.state === 'GRANTED' ? 1 : 0);
  });

  it('asking, withdrawing and reading interleave without showing anything after the withdrawal', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING);
    const grantId = await story.granted(giver, taker, matchId, ['AMOUNT']);
    const { grants } = world.market;
    await Promise.all([
      grants.withdraw(giver.actor, grantId),
      grants.ask(taker.actor, { matchId, groups: ['PRICE'] }),
      story.listing(taker, offerId),
      grants.withdraw(giver.actor, grantId),
      world.market.matches.refresh(offerId),
    ]);
    expect((await story.listing(taker, offerId)).levels.AMOUNT).toBe('BANDED');
    expect((await story.match(taker, matchId)).state).toBe('OPEN');
    const { asked, obtained } = await story.of(taker, matchId);
    expect(obtained.map((one) => one.state)).toEqual(['WITHDRAWN']);
    expect(asked.map((one) => one.state)).toEqual(['ASKED', 'GRANTED']);
  });

  it('a grant and the closing of its match leave nothing granted', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING);
    const requestId = await story.ask(taker, matchId, ['AMOUNT']);
    await Promise.all([
      world.market.grants.grant(giver.actor, { requestId, groups: ['AMOUNT'], until: '2026-07-15' }),
      world.market.declines.decline(giver.actor, matchId, { reason: 'PRICE' }),
    ]);
    expect((await story.listing(taker, offerId)).levels.AMOUNT).toBe('BANDED');
  });
});

describe('the trail', () => {
  it('tells a firm who asked, granted and withdrew, by name its own people only', async () => {
    const { matchId } = await world.matched(giver, taker, TELLING);
    ok(
      await world.market.grants.withdraw(giver.actor, await story.granted(giver, taker, matchId, ['AMOUNT'])),
    );
    const lines = async (firm: WorldFirm) =>
      (await world.market.grants.trail(firm.actor, 10)).rows.map(({ node }) => [
        node.kind,
        node.byViewer,
        node.person,
        node.groups.join(),
        node.until,
      ]);
    const [own, takersOwn] = [`Person of ${giver.name}`, `Person of ${taker.name}`];
    expect(await lines(giver)).toEqual([
      ['WITHDRAWN', true, own, 'AMOUNT', undefined],
      ['GRANTED', true, own, 'AMOUNT', '2026-07-15'],
      ['ASKED', false, undefined, 'AMOUNT', undefined],
    ]);
    expect(await lines(taker)).toEqual([
      ['WITHDRAWN', false, undefined, 'AMOUNT', undefined],
      ['GRANTED', false, undefined, 'AMOUNT', '2026-07-15'],
      ['ASKED', true, takersOwn, 'AMOUNT', undefined],
    ]);
  });

  it('tells the firm of looks of staff: role, cluster, day and how many, and no name', async () => {
    const { offerId } = await world.matched(giver, taker, TELLING);
    const staff = await world.staff();
    await world.market.reading.listing(staff, offerId);
    await world.market.reading.listing(staff, offerId);
    const { rows } = await world.market.grants.trail(giver.actor, 10);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.node).toMatchObject({
      kind: 'LOOKED',
      listingId: offerId,
      role: 'cluster_staff',
      cluster: 'Test',
      times: 2,
      person: undefined,
      byViewer: false,
      matchId: undefined,
    });
    expect(rows[0]?.node.at.toISOString()).toMatch(/T00:00:00.000Z$/);
    expect((await world.market.grants.trail(taker.actor, 10)).rows).toEqual([]);
  });

  it('is paged without a gap or a repeat', async () => {
    const { matchId, offerId } = await world.matched(giver, taker, TELLING);
    await story.granted(giver, taker, matchId, ['AMOUNT']);
    ok(await world.market.grants.refuse(giver.actor, await story.ask(taker, matchId, ['PRICE'])));
    await world.market.reading.listing(await world.staff(), offerId);
    const kinds: string[] = [];
    let after: Parameters<typeof world.market.grants.trail>[2];
    do {
      const { rows, hasNext } = await world.market.grants.trail(giver.actor, 2, after);
      kinds.push(...rows.map(({ node }) => node.kind));
      after = hasNext ? rows.at(-1)?.key : undefined;
    } while (after !== undefined);
    expect(kinds).toEqual(['LOOKED', 'REFUSED', 'ASKED', 'GRANTED', 'ASKED']);
  });
});
