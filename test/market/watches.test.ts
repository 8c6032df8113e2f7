import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal, type Actor, type WatchTerms } from '#domain';
import { EventFeed, type WatchHitView } from '#market';
import { openWake } from '#store';
import { ok, refused, tonnes, World, type WorldFirm } from '../support/world.js';

let world: World;
let giver: WorldFirm;
let other: WorldFirm;
let watcher: WorldFirm;
beforeAll(async () => {
  world = await World.open();
  giver = await world.firm({ naceCode: '16.10' });
  other = await world.firm({ naceCode: '16.10', latitude: 60.3, longitude: 12.3 });
  watcher = await world.firm({ naceCode: '35.30' });
});
afterAll(() => world.close());

const wood: WatchTerms = {
  name: 'Wood',
  side: 'OFFER',
  materialCodes: ['wood-chips'],
  areas: [],
  properties: [],
  crossIndustryOnly: false,
};
const save = async (firm: WorldFirm, terms: Partial<WatchTerms> = {}): Promise<string> =>
  ok(await world.market.watches.save(firm.actor, { ...wood, ...terms })).watchId;
const foundBy = async (watchId: string, firm = watcher): Promise<readonly WatchHitView[]> =>
  (await world.market.watches.found(firm.actor, watchId, 50)).rows.map(({ node }) => node);
const moisture = (percent: number) => [
  { property: 'moisture', typical: new Decimal(percent), unit: '%', basis: 'wet', measured: true },
];
const eventsOf = (hits: readonly WatchHitView[]) =>
  world.database.query<{ listing_id: string | null }>(
    `select listing_id from event where type = 'watchFound' and watch_hit_id = any($1::uuid[])`,
    [hits.map((one) => one.id)],
  );

describe('a watch', () => {
  it('is told of a listing without one of its own, in outline only', async () => {
    const watchId = await save(watcher, { areas: ['34'], amount: { min: new Decimal(150), unit: 't' } });
    const listingId = await world.publish(giver, 'OFFER', {
      title: 'Tørr flis fra Magnor',
      quantity: tonnes('130'),
      properties: moisture(23),
    });
    await world.work();
    const hits = await foundBy(watchId);
    expect(hits).toMatchObject([
      {
        watchName: 'Wood',
        listingId,
        crossIndustry: true,
        // 130 t is shown as 100 to 200 t, of which a part lies above 150
        outline: {
          side: 'OFFER',
          materialCode: 'wood-chips',
          area: 'Kongsvinger',
          quantity: { min: '100', max: '200', unit: 't', per: 'YEAR' },
        },
        conditions: [
          { name: 'area', result: 'PASS' },
          { name: 'amount', result: 'UNKNOWN' },
        ],
      },
    ]);
    expect(Object.keys(hits[0]?.outline ?? {}).sort()).toEqual(['area', 'materialCode', 'quantity', 'side']);
    expect(await world.market.reading.listing(watcher.actor, listingId)).toBeUndefined();
    // the event leads to what was found, never to the masked listing itself
    expect(await eventsOf(hits)).toEqual([{ listing_id: null }]);
    const kept = await world.database.query<{ told: unknown }>('select told from watch_hit where id = $1', [
      hits[0]?.id,
    ]);
    expect(JSON.stringify(kept)).not.toMatch(/130|Magnor|23|moisture/);
  });

  it('is decided on exact facts where the listing is open to the firm, which may then read it', async () => {
    const dry = await save(watcher, {
      properties: [{ property: 'moisture', max: new Decimal(25), unit: '%', basis: 'wet', measured: false }],
    });
    const wet = await world.publish(giver, 'OFFER', { visibility: 'CLUSTER', properties: moisture(26) });
    const fit = await world.publish(giver, 'OFFER', { visibility: 'CLUSTER', properties: moisture(24) });
    const masked = await world.publish(giver, 'OFFER', { properties: moisture(26) });
    await world.work();
    const hits = await foundBy(dry);
    expect(hits.map((one) => one.listingId).sort()).toEqual([fit, masked].sort());
    expect(hits.find((one) => one.listingId === fit)?.conditions).toEqual([
      { name: 'moisture', result: 'PASS' },
    ]);
    // 26 % is shown as 20 to 50 %
    expect(hits.find((one) => one.listingId === masked)?.conditions).toEqual([
      { name: 'moisture', result: 'UNKNOWN' },
    ]);
    expect(await world.market.reading.listing(watcher.actor, fit)).toBeDefined();
    expect(hits.map((one) => one.listingId)).not.toContain(wet);
  });

  it('tells once, however often it is asked to, and again only when something else is told', async () => {
    const watchId = await save(watcher);
    const listingId = await world.publish(giver, 'OFFER', { quantity: tonnes('130') });
    await world.work();
    await Promise.all([1, 2, 3].map(() => world.market.watches.tell(listingId)));
    expect(await foundBy(watchId)).toHaveLength(1);
    const revise = async (version: number, value: string) => {
      const input = world.listing(giver, 'OFFER', { quantity: tonnes(value) });
      ok(await world.market.listings.revise(giver.actor, listingId, version, input));
      await world.work();
    };
    // 170 t lies in the band of 130, so the watcher must not hear that anything was revised; 270 t does not
    await revise(1, '170');
    expect(await foundBy(watchId)).toHaveLength(1);
    await revise(2, '270');
    const hits = await foundBy(watchId);
    expect(hits).toHaveLength(2);
    expect(await eventsOf(hits)).toHaveLength(2);
  });

  it('looks forward only, sleeps while it is paused, and goes with all that it found', async () => {
    await world.publish(giver, 'OFFER');
    await world.work();
    const watchId = await save(watcher);
    await world.work();
    expect(await foundBy(watchId)).toEqual([]);
    ok(await world.market.watches.pause(watcher.actor, watchId));
    await world.publish(giver, 'OFFER');
    await world.work();
    ok(await world.market.watches.resume(watcher.actor, watchId));
    await world.work();
    expect(await foundBy(watchId)).toEqual([]);
    await world.publish(giver, 'OFFER');
    await world.work();
    const hits = await foundBy(watchId);
    expect(hits).toHaveLength(1);
    ok(await world.market.watches.remove(watcher.actor, watchId));
    expect(
      await world.market.watches.hits(
        watcher.actor,
        hits.map((one) => one.id),
      ),
    ).toEqual([undefined]);
    expect(await world.market.watches.watch(watcher.actor, watchId)).toBeUndefined();
  });

  it('finds nothing of the own firm, of another side, material or area', async () => {
    const ids = [
      await save(giver),
      await save(watcher, { side: 'NEED' }),
      await save(watcher, { materialCodes: ['sawdust'] }),
      await save(watcher, { areas: ['0301'] }),
      await save(watcher, { siteId: watcher.siteId, withinKm: 80 }),
      await save(watcher, { materialCodes: ['wood-chips', 'sawdust'], areas: ['0301', '3401'] }),
    ];
    await world.publish(giver, 'OFFER');
    await world.work();
    const found = await Promise.all(
      ids.map(async (id, at) => (await foundBy(id, at === 0 ? giver : watcher)).length),
    );
    expect(found).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it('is its person’s alone, who may change it, and ends with the membership', async () => {
    const watchId = await save(watcher);
    const colleague: Actor = { ...watcher.actor, personId: 'a colleague' };
    for (const actor of [colleague, other.actor]) {
      expect(await world.market.watches.watch(actor, watchId)).toBeUndefined();
      expect((await world.market.watches.list(actor)).map((one) => one.id)).not.toContain(watchId);
      expect(refused(await world.market.watches.save(actor, wood, watchId)).kind).toBe('not_found');
      expect(refused(await world.market.watches.remove(actor, watchId)).kind).toBe('not_found');
    }
    const key: Actor = {
      ...watcher.actor,
      firms: watcher.actor.firms.map((one) => ({ ...one, role: 'api_key' as const })),
      scopes: ['read', 'list', 'trade'],
    };
    expect(refused(await world.market.watches.save(key, wood)).kind).toBe('forbidden');
    ok(
      await world.market.watches.save(
        watcher.actor,
        { ...wood, name: ' Dry wood ', leastScore: 0.5 },
        watchId,
      ),
    );
    expect(await world.market.watches.watch(watcher.actor, watchId)).toMatchObject({
      terms: { name: 'Dry wood', leastScore: 0.5, materialCodes: ['wood-chips'] },
    });
    const leaver = await world.firm();
    const left = await save(leaver);
    await world.database.query('delete from person_firm where person_id = $1', [leaver.actor.personId]);
    expect(await world.database.query('select id from watch where id = $1', [left])).toEqual([]);
  });

  it('is saved once however often the call is repeated', async () => {
    const first = ok(await world.market.watches.save(watcher.actor, wood, undefined, 'key 1'));
    expect(ok(await world.market.watches.save(watcher.actor, wood, undefined, 'key 1'))).toEqual(first);
    const reused = await world.market.watches.save(watcher.actor, { ...wood, name: 'x' }, undefined, 'key 1');
    expect(refused(reused).path).toBe('input.idempotencyKey');
  });

  it('is refused with the field that is wrong', async () => {
    const refusal = async (terms: Partial<WatchTerms>) =>
      refused(await world.market.watches.save(watcher.actor, { ...wood, ...terms })).path;
    expect(await refusal({ areas: ['34', '3499'] })).toBe('input.areas.1');
    expect(await refusal({ areas: [], siteId: giver.siteId, withinKm: 5 })).toBe('input.siteId');
    expect(await refusal({ materialCodes: ['gold'] })).toBe('input.materialIds.0');
  });

  it('is one of fifty at most', async () => {
    const keen = await world.firm();
    for (let one = 0; one < 50; one += 1) await save(keen);
    expect(refused(await world.market.watches.save(keen.actor, wood)).kind).toBe('conflict');
  });

  it('is told through the feed, replayed after a cursor', async () => {
    const { watchId, cursor } = ok(await world.market.watches.save(watcher.actor, wood));
    await world.publish(giver, 'OFFER');
    await world.work();
    const wake = openWake(world.database.programsUrl);
    const feed = new EventFeed(world.store, world.database.programsUrl, wake);
    const events = feed.follow(watcher.actor, { topic: 'watch', after: cursor });
    const ids: (string | undefined)[] = [];
    const own = (await foundBy(watchId)).map((one) => one.id);
    while (!own.every((id) => ids.includes(id))) ids.push((await events.next()).value?.event.watchHitId);
    await events.return?.();
    await feed.close();
    await wake.close();
    expect(own).toHaveLength(1);
  });
});

describe('many watches of many reaches', () => {
  it('cannot tell apart two masked listings that look alike', async () => {
    // one municipality, 23 and 44 % in one band of 20 to 50, 210 and 480 t in one of 200 to 500
    const look = (percent: number, tons: string) => ({
      properties: moisture(percent),
      quantity: tonnes(tons),
      maxDistanceKm: percent,
    });
    const watchers = [
      watcher,
      await world.firm({ naceCode: '35.30', latitude: 60.5, longitude: 12.9 }),
      await world.firm({ naceCode: '35.30', latitude: 59.9, longitude: 11.2 }),
    ];
    const asked: { firm: WorldFirm; id: string }[] = [];
    for (const firm of watchers) {
      for (const withinKm of [5, 19, 33, 48, 71, 95, 130])
        asked.push({ firm, id: await save(firm, { siteId: firm.siteId, withinKm }) });
      for (const max of [10, 21, 30, 45, 60])
        asked.push({
          firm,
          id: await save(firm, {
            amount: { max: new Decimal(max * 10), unit: 't' },
            properties: [
              { property: 'moisture', max: new Decimal(max), unit: '%', basis: 'wet', measured: false },
            ],
          }),
        });
      for (const leastScore of [0.5, 0.6, 0.7, 0.8])
        asked.push({ firm, id: await save(firm, { siteId: firm.siteId, withinKm: 300, leastScore }) });
    }
    const one = await world.publish(giver, 'OFFER', look(23, '210'));
    const two = await world.publish(other, 'OFFER', look(44, '480'));
    await world.work();
    const answers = new Set<string>();
    for (const { firm, id } of asked) {
      const hits = await foundBy(id, firm);
      const told = (listingId: string) =>
        JSON.stringify(
          hits
            .filter((hit) => hit.listingId === listingId)
            .map(({ outline, conditions, score, crossIndustry }) => ({
              outline,
              conditions,
              score,
              crossIndustry,
            })),
        );
      expect(told(one)).toBe(told(two));
      answers.add(told(one));
    }
    // found and not found, passed and left open: the watches did ask something
    expect(answers.has('[]')).toBe(true);
    expect(answers.size).toBeGreaterThan(4);
  });
});

describe('thousands of watches', () => {
  it('are not looked through: a publication asks for those of its material and side', async () => {
    await world.database.query(
      `insert into watch (id, firm_id, person_id, name, side, conditions)
       select gen_random_uuid(), $1, $2, 'w', 'OFFER', '{"areas":[],"properties":[],"crossIndustryOnly":false}'
         from generate_series(1, 5000)`,
      [watcher.id, watcher.actor.personId],
    );
    await world.database.query(
      `insert into watch_material select w.id, m.code, w.side from watch w
         cross join lateral (select code from material order by md5(w.id::text || code) limit 3) m
        where w.name = 'w' on conflict do nothing`,
    );
    await world.database.query('analyze watch; analyze watch_material');
    const plan = await world.database.query<{ 'QUERY PLAN': string }>(
      `explain select w.id from watch w where w.state = 'ACTIVE'
          and w.id in (select m.watch_id from watch_material m where m.side = 'OFFER' and m.material_code = any('{wood-chips,wood}'))`,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toMatch(/Index (Only )?Scan (on|using) watch_material_pkey/);
    expect(text).not.toMatch(/Seq Scan on watch_material/);
  });
});
