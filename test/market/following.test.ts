import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Topic } from '#domain';
import { CursorGone, EventFeed } from '#market';
import { openWake, type Wake } from '#store';
import { ok, World, type WorldFirm } from '../support/world.js';

let world: World;
let wake: Wake;
let feed: EventFeed;
let giver: WorldFirm;
let taker: WorldFirm;
let third: WorldFirm;
beforeAll(async () => {
  world = await World.open();
  wake = openWake(world.database.programsUrl);
  feed = new EventFeed(world.store, world.database.programsUrl, wake);
  giver = await world.firm({ naceCode: '16.10' });
  taker = await world.firm({ naceCode: '35.30' });
  third = await world.firm({ naceCode: '23.51', latitude: 70 });
});
afterAll(async () => {
  await feed.close();
  await wake.close();
  await world.close();
});

const cursorNow = async (): Promise<string> => {
  const [row] = await world.database.query<{ xid: string }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as xid',
  );
  return Buffer.from(`${row?.xid}.0`).toString('base64url');
};

/** What an actor is told after a cursor: at least so many events, and whatever comes in the time of a few looks more. */
async function told(
  actor: Actor,
  topic: Topic,
  after: string,
  { least, ...more }: { least: number; matchId?: string; clusterId?: string },
): Promise<string[]> {
  const events = feed.follow(actor, { topic, after, ...more });
  const types: string[] = [];
  const quiet = () => new Promise<undefined>((end) => setTimeout(end, 400, undefined));
  for (;;) {
    const next = events.next();
    const read = await (types.length < least ? next : Promise.race([next, quiet()]));
    if (read === undefined || read.done === true) break;
    types.push(read.value.event.type);
  }
  void events.return?.();
  return types;
}

describe('what is told of a proposal', () => {
  it('each of its steps, to the two firms and nobody else', async () => {
    const after = await cursorNow();
    const { matchId } = await world.matched(giver, taker);
    const first = await world.propose(taker, matchId);
    const { market } = world;
    const counter = ok(await market.proposals.counter(giver.actor, first, world.terms(matchId))).proposalId;
    ok(await market.proposals.decline(taker.actor, counter, { reason: 'PRICE' }));
    const another = await world.propose(taker, matchId);
    ok(await market.proposals.withdraw(taker.actor, another));
    await world.agreed(giver, taker, matchId);
    const steps = [
      'proposalSent',
      // Countered: the first ends, the second begins.
      'proposalChanged',
      'proposalSent',
      'proposalChanged',
      'proposalSent',
      'proposalChanged',
      // Sent and accepted.
      'proposalSent',
      'proposalChanged',
    ];
    expect(await told(giver.actor, 'proposal', after, { least: 8 })).toEqual(steps);
    expect(await told(taker.actor, 'proposal', after, { least: 8, matchId })).toEqual(steps);
    expect(await told(third.actor, 'proposal', after, { least: 0, matchId })).toEqual([]);
    expect(await told(await world.staff(), 'proposal', after, { least: 0 })).toEqual([]);
    expect(await told(taker.actor, 'agreement', after, { least: 1 })).toEqual(['agreementMade']);
  });

  it('its end as well, where the match is declined, or overtaken by a new version', async () => {
    for (const end of ['declined', 'overtaken']) {
      const { matchId, offerId } = await world.matched(
        giver,
        taker,
        { materialCode: 'bark' },
        { materialCode: 'bark' },
      );
      await world.propose(taker, matchId);
      const after = await cursorNow();
      if (end === 'declined')
        ok(await world.market.declines.decline(giver.actor, matchId, { reason: 'PRICE' }));
      else ok(await world.market.listings.withdraw(giver.actor, offerId));
      await world.work();
      expect(await told(taker.actor, 'proposal', after, { least: 1 })).toEqual(['proposalChanged']);
    }
  });
});

describe('what is told of figures', () => {
  it("that they were refreshed, to the cluster's staff and auditors; the quarter, to everybody", async () => {
    const after = await cursorNow();
    const [staff, auditor] = [await world.staff(), await world.staff('auditor')];
    const { clusterId } = world;
    await world.market.figures.refresh(clusterId);
    for (const actor of [staff, auditor])
      expect(await told(actor, 'figures', after, { least: 1, clusterId })).toEqual(['figuresRefreshed']);
    expect(await told(giver.actor, 'figures', after, { least: 0, clusterId })).toEqual([]);
    // The ledger goes by the database's clock: a year from now the quarter of what was agreed above is published.
    world.now = new Date(Date.now() + 400 * 86_400_000);
    await world.market.figures.closeQuarters();
    await world.market.figures.closeQuarters();
    expect(await told(giver.actor, 'figures', after, { least: 1, clusterId })).toEqual(['figuresPublished']);
    expect(await told(third.actor, 'figures', after, { least: 1, clusterId })).toEqual(['figuresPublished']);
    expect(await told(staff, 'figures', after, { least: 2, clusterId })).toEqual([
      'figuresRefreshed',
      'figuresPublished',
    ]);
  });
});

describe('trimming', () => {
  const age = (table: string, column: string, days: number): Promise<unknown> =>
    world.database.query(`update ${table} set ${column} = ${column} - interval '${days} days'`);
  const count = async (table: string): Promise<number> =>
    (await world.database.query<{ count: number }>(`select count(*)::int as count from ${table}`))[0]
      ?.count ?? -1;

  it('keeps events 90 days and answers 48 hours', async () => {
    const key = 'kept';
    await world.market.listings.publish(giver.actor, world.listing(giver, 'OFFER'), key);
    await age('event', 'happened_at', 89);
    await age('idempotency', 'created_at', 1.9);
    const before = [await count('event'), await count('idempotency')];
    await world.market.upkeep.trim();
    expect([await count('event'), await count('idempotency')]).toEqual(before);
    await age('event', 'happened_at', 1.1);
    await age('idempotency', 'created_at', 0.2);
    await world.market.upkeep.trim();
    expect([await count('event'), await count('idempotency')]).toEqual([0, 0]);
  });

  it('sends who comes back with a cursor from before it to read anew, and nobody else', async () => {
    const early = await cursorNow();
    await world.publish(giver, 'OFFER', { materialCode: 'sawdust' });
    await age('event', 'happened_at', 91);
    const late = await cursorNow();
    await world.market.upkeep.trim();
    const following = (after: string) => feed.follow(giver.actor, { topic: 'match', after });
    await expect(following(early).next()).rejects.toThrow(CursorGone);
    await world.publish(taker, 'NEED', { materialCode: 'sawdust' });
    await world.work();
    expect(await told(giver.actor, 'match', late, { least: 1 })).toEqual(['matchFound']);
    // Trimming again with nothing to trim leaves the mark where it was.
    await world.market.upkeep.trim();
    await expect(following(early).next()).rejects.toThrow(CursorGone);
  });

  it('takes a cursor of another database for what it is', async () => {
    const foreign = Buffer.from('4611686018427387904.1').toString('base64url');
    await expect(feed.follow(giver.actor, { topic: 'match', after: foreign }).next()).rejects.toThrow(
      'not of this database',
    );
  });
});
