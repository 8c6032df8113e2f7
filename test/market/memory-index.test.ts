import { afterEach, describe, expect, it } from '@jest/globals';
import { Decimal, exactly, lookOf, SYSTEM, type Look, type Seen, type Side } from '#domain';
import { MemoryIndex, snapshotIndex, type CandidateIndex, type ListingInput } from '#market';
import type { StoredListing, Tx } from '#store';
import { inMemory, onBothPaths } from '../support/both-paths.js';
import { Chance } from '../support/chance.js';
import { ok, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
afterEach(() => world.close());

const MATERIALS = ['wood-chips', 'wood-chips', 'wood-chips', 'bark'] as const;
const DEGREE_KM = 111.2;

/** A small and crowded market: lists are full, so that floors decide. No two amounts or places are equal. */
class Crowd {
  private readonly chance: Chance;
  /** A site lists a material once. */
  private readonly sites: WorldFirm[] = [];
  readonly listings: { id: string; firm: WorldFirm; side: Side; version: number; out: boolean }[] = [];

  constructor(
    private readonly world: World,
    seed: number,
  ) {
    this.chance = new Chance(seed);
  }

  async settle(firms: number, sitesEach: number): Promise<void> {
    for (let count = 0; count < firms; count += 1) {
      const firm = await this.world.firm({ naceCode: this.chance.of(['16.10', '35.30', '38.32', '17.11']) });
      for (let more = 0; more < sitesEach; more += 1) {
        const latitude = 60.19 + (this.chance.part() * 60) / DEGREE_KM;
        this.sites.push(await this.world.at(firm, { latitude, longitude: 12 }));
      }
    }
  }

  async step(): Promise<void> {
    const known = this.listings.filter((one) => !one.out);
    if (known.length < 10 || this.chance.is(0.7)) return this.publish();
    const one = this.chance.of(known);
    if (this.chance.is(0.5)) {
      one.out = true;
      ok(await this.world.market.listings.withdraw(one.firm.actor, one.id));
    } else {
      const input = this.input(one.firm, one.side, `${one.side} anew`);
      const outcome = await this.world.market.listings.revise(one.firm.actor, one.id, one.version, input);
      if (outcome.ok) one.version += 1;
    }
  }

  private async publish(): Promise<void> {
    const [firm, side] = [this.chance.of(this.sites), this.chance.of<Side>(['OFFER', 'NEED'])];
    const input = this.input(firm, side, `${side} ${this.listings.length}`);
    const outcome = await this.world.market.listings.publish(firm.actor, input);
    // A site that lists the material already is told so.
    if (outcome.ok) this.listings.push({ id: outcome.value.listingId, firm, side, version: 1, out: false });
  }

  private input(firm: WorldFirm, side: Side, title: string): ListingInput {
    return this.world.listing(firm, side, {
      title,
      materialCode: this.chance.of(MATERIALS),
      quantity: tonnes(new Decimal(50 + 1000 * this.chance.part()).toFixed(3)),
      visibility: this.chance.is(0.8) ? 'FEDERATION' : 'MASKED',
      maxDistanceKm: this.chance.is(0.2) ? 40 : undefined,
    });
  }
}

/** Live matches without ids, which differ from world to world. */
const matchesOf = ({ database }: World): Promise<object[]> =>
  database.query(
    `select o.title as offer, n.title as need, o.amount as given, n.amount as taken, m.score::text, m.state, m.widened
       from match m
       join listing_version o on o.listing_id = m.offer_id and o.version = m.offer_version
       join listing_version n on n.listing_id = m.need_id and n.version = m.need_version
      order by m.score desc, 1, 2, 3, 4, m.state`,
  );

const floorsOf = ({ database }: World): Promise<{ id: string; floor: number }[]> =>
  database.query('select listing_id as id, floor from match_list order by 1');

describe('the index in memory', () => {
  it('finds to the last match what the database finds, while listings come, change and go', async () => {
    const found: object[][] = [];
    let full = 0;
    for (const index of [undefined, inMemory]) {
      world = await World.open(index === undefined ? {} : { index });
      const crowd = new Crowd(world, 7);
      await crowd.settle(6, 12);
      for (let count = 0; count < 140; count += 1) {
        await crowd.step();
        await world.work();
      }
      found.push(await matchesOf(world));
      full = (await floorsOf(world)).length;
      if (index === undefined) await world.close();
    }
    expect(full).toBeGreaterThan(10);
    expect(found[0]?.length).toBeGreaterThan(300);
    expect(found[1]).toEqual(found[0]);
  }, 240_000);

  it('says after a storm of changes at once what the database says', async () => {
    const index = await openWithIndex();
    const crowd = new Crowd(world, 8);
    await crowd.settle(6, 10);
    for (let round = 0; round < 12; round += 1) {
      await Promise.all(Array.from({ length: 6 }, () => crowd.step()));
      const asked: { id: string; listingId: string }[] = [];
      await world.market.outbox.relay(100, async (requests) => {
        for (const { id, name, payload } of requests)
          if (name === 'match-listing') asked.push({ id, listingId: payload['listingId'] as string });
      });
      await Promise.all(asked.map((one) => world.market.matches.refresh(one.listingId)));
    }
    await world.work();
    const compared = await asMatching(async (tx) => {
      const both = onBothPaths(world.store);
      await both.catchUp(tx);
      let count = 0;
      for (const listing of await tx.listings.byIds(crowd.listings.map((one) => one.id))) {
        const look = lookFor(listing);
        count += (await both.candidates(tx, look, [], { first: 500, skip: 0 })).length;
        for (const first of [1, 20, 500]) await both.entering(tx, look, [], first);
      }
      return count;
    });
    expect(compared).toBeGreaterThan(100);
    await index.load();
    expect(await index.state()).toMatchObject({ driftListings: 0, lagSeconds: 0 });
  });

  it('misses nothing, whatever is committed first', async () => {
    const index = await openWithIndex();
    const [giver, taker] = [await world.firm({ naceCode: '16.10' }), await world.firm({ naceCode: '35.30' })];
    const needId = await world.publish(taker, 'NEED');
    await world.work();
    const found = async (): Promise<readonly string[]> =>
      asMatching(async (tx) => {
        await index.catchUp(tx);
        const [need] = await tx.listings.byIds([needId]);
        const all = await index.candidates(tx, lookFor(need as StoredListing), [], { first: 9, skip: 0 });
        return all.map((one) => one.id);
      });
    const gate = gateOf();
    const early = world.store.transaction(SYSTEM, async (tx) => {
      // Its number is given here, before the other transaction begins, and it is committed after that one.
      await tx.marks.set('first of two', '1');
      gate.reached();
      await gate.opened;
      await tx.search.put(late, 'OFFER', []);
      await tx.search.put(late, 'OFFER', seen);
    });
    const late = await world.publish(giver, 'OFFER');
    const seen = await rowsOf(late);
    await world.database.query('delete from listing_search where listing_id = $1', [late]);
    await gate.wasReached;
    const other = await world.publish(giver, 'OFFER', { title: 'Flis igjen' });
    expect(await found()).toEqual([other]);
    gate.open();
    await early;
    expect((await found()).toSorted()).toEqual([late, other].toSorted());
    expect((await index.state()).lagSeconds).toBe(0);
  });

  it('stores nothing on a listing that has gone or changed since it was seen', async () => {
    const index = await openWithIndex();
    const [giver, taker] = [await world.firm({ naceCode: '16.10' }), await world.firm({ naceCode: '35.30' })];
    const gone = await world.publish(taker, 'NEED');
    const changed = await world.publish(taker, 'NEED', { title: 'Flis' });
    const offerId = await world.publish(giver, 'OFFER');
    await index.follow();
    const before = index.shared();
    if (before === undefined) throw new Error('The index is not loaded.');
    ok(await world.market.listings.withdraw(taker.actor, gone));
    const anew = world.listing(taker, 'NEED', { materialCode: 'bark', title: 'Bark' });
    ok(await world.market.listings.revise(taker.actor, changed, 1, anew));
    holder.index = snapshotIndex(before);
    await world.market.matches.refresh(offerId);
    expect(await matchesOf(world)).toEqual([]);
  });

  it('holds no match that was found while the listing itself changed', async () => {
    const index = await openWithIndex();
    const [giver, taker] = [await world.firm({ naceCode: '16.10' }), await world.firm({ naceCode: '35.30' })];
    const needId = await world.publish(taker, 'NEED');
    const offerId = await world.publish(giver, 'OFFER');
    let changes = 0;
    holder.index = {
      catchUp: (tx) => index.catchUp(tx),
      entering: (...asked) => index.entering(...asked),
      candidates: async (...asked) => {
        // Between the look at the market and the storing, twice.
        if (changes < 2) {
          changes += 1;
          const input = world.listing(giver, 'OFFER', { quantity: tonnes(String(100 + changes)) });
          ok(await world.market.listings.revise(giver.actor, offerId, changes, input));
        }
        return index.candidates(...asked);
      },
    };
    await world.market.matches.refresh(offerId);
    expect(await world.database.query('select offer_version as v from match')).toEqual([{ v: 3 }]);
    expect(await world.matchOf(offerId, needId)).toBeDefined();
  });

  it('is loaded anew with what had drifted from the database', async () => {
    const index = await openWithIndex();
    const [giver, taker] = [await world.firm({ naceCode: '16.10' }), await world.firm({ naceCode: '35.30' })];
    const ids = [await world.publish(giver, 'OFFER'), await world.publish(giver, 'OFFER')];
    await world.publish(taker, 'NEED');
    await index.follow();
    // As if changes had been lost: one listing is another, one is gone, and nobody was told.
    await world.database.query(`update listing_search set yearly_base = 7 where listing_id = $1`, [ids[0]]);
    await world.database.query(`delete from listing_search where listing_id = $1`, [ids[1]]);
    await world.database.query('delete from search_change');
    await index.load();
    expect(await index.state()).toMatchObject({ listings: 2, driftListings: 2 });
    await index.load();
    expect(await index.state()).toMatchObject({ listings: 2, driftListings: 0 });
  });
});

const holder: { index?: CandidateIndex } = {};

/** A world whose index is in memory and loaded, until a test puts another in its place. */
async function openWithIndex(): Promise<MemoryIndex> {
  let memory: MemoryIndex | undefined;
  world = await World.open({
    index: (store) => {
      holder.index = memory = new MemoryIndex(store);
      const now = (): CandidateIndex => holder.index as CandidateIndex;
      return {
        catchUp: (tx) => now().catchUp(tx),
        candidates: (...asked) => now().candidates(...asked),
        entering: (...asked) => now().entering(...asked),
      };
    },
  });
  await memory?.load();
  return memory as unknown as MemoryIndex;
}

const asMatching = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  world.store.read(SYSTEM, work, 'bistrom_matching');

/** As matching would look for it, but for the amount and the place of what is masked. */
function lookFor(listing: StoredListing): Look {
  const { rules } = world.market.setting;
  const material = rules.materials.get(listing.terms.materialCode);
  if (material === undefined) throw new Error('It is about no material of the tree.');
  const facts = {
    side: listing.terms.side,
    firmId: listing.firm.id,
    division: listing.firm.division,
    place: listing.site,
    maxDistanceKm: listing.terms.maxDistanceKm,
    readings: [{ material, confidence: 1 }],
    yearlyBase: exactly(500_000),
  };
  return lookOf(facts, rules);
}

async function rowsOf(listingId: string): Promise<readonly Seen[]> {
  const rows = await world.database.query<{
    code: string;
    firm_id: string;
    division: string;
    yearly_base: number;
    latitude: number;
    longitude: number;
    radius_km: number;
  }>(
    `select n.code, s.firm_id, s.division, s.yearly_base, s.place[1] as latitude, s.place[0] as longitude, s.radius_km
       from listing_search s join material_number n on n.number = s.material where s.listing_id = $1`,
    [listingId],
  );
  return rows.map((row) => ({
    listingId,
    firmId: row.firm_id,
    division: row.division,
    materialCode: row.code,
    confidence: 1,
    amount: row.yearly_base,
    place: { latitude: row.latitude, longitude: row.longitude, radiusKm: row.radius_km },
  }));
}

interface Gate {
  readonly reached: () => void;
  readonly wasReached: Promise<void>;
  readonly open: () => void;
  readonly opened: Promise<void>;
}

function gateOf(): Gate {
  let reached = (): void => undefined;
  let open = (): void => undefined;
  const wasReached = new Promise<void>((done) => (reached = done));
  const opened = new Promise<void>((done) => (open = done));
  return { reached: () => reached(), wasReached, open: () => open(), opened };
}
