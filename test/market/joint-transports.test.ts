import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain';
import { ok, refused, World, type WorldFirm } from '../support/world.js';

const NOW = new Date('2026-06-15T10:00:00Z');

let world: World;
/** Chips go north from the first to the second, and south from the third to the fourth. */
let firms: readonly [WorldFirm, WorldFirm, WorldFirm, WorldFirm];
let stranger: WorldFirm;
let staff: Actor;
let auditor: Actor;
let agreements: readonly [string, string];

beforeAll(async () => {
  world = await World.open();
  world.now = NOW;
  const firm = (naceCode: string, latitude: number): Promise<WorldFirm> =>
    world.firm({ naceCode, latitude, longitude: 10.7 });
  firms = [
    await firm('16.10', 59.9),
    await firm('35.30', 60.6),
    await firm('16.10', 60.61),
    await firm('35.30', 59.91),
  ];
  stranger = await firm('16.10', 63);
  [staff, auditor] = [await world.staff(), await world.staff('auditor')];
  const [north, store, south, heater] = firms;
  const one = await world.matched(north, store);
  const first = await world.agreed(north, store, one.matchId);
  const two = await world.matched(south, heater);
  agreements = [first, await world.agreed(south, heater, two.matchId)];
});
afterAll(() => world.close());

const offered = async (): Promise<string> => {
  const { clusterId } = world;
  const outcome = await world.market.returnLoads.offer(staff, { clusterId, agreementIds: agreements });
  return ok(outcome).jointTransportId;
};

describe('return loads of a cluster', () => {
  it('are found for its staff, and the look is told to the firms', async () => {
    const view = await world.market.returnLoads.ofCluster(staff, world.clusterId);
    expect(view?.pairs).toHaveLength(1);
    const [pair] = view?.pairs ?? [];
    expect(pair?.loads.map((one) => one.agreementId).sort()).toEqual([...agreements].sort());
    expect(Number(pair?.emptyKm.after.central)).toBeLessThan(Number(pair?.emptyKm.before.central));
    expect(Number(pair?.nok.central)).toBeGreaterThan(0);
    expect(view?.bound).toBeGreaterThanOrEqual(view?.nok ?? Infinity);
    const looks = await world.database.query(
      `select distinct firm_id from look where what like 'figures return loads%' and firm_id = any($1)`,
      [firms.map((one) => one.id)],
    );
    expect(looks).toHaveLength(4);
  });

  it('are nothing to anybody else', async () => {
    for (const actor of [auditor, firms[0].actor, stranger.actor])
      expect(await world.market.returnLoads.ofCluster(actor, world.clusterId)).toBeUndefined();
  });

  it('are offered once, by staff, as a pair that was found', async () => {
    const { clusterId } = world;
    const { returnLoads, jointTransports } = world.market;
    const twice: readonly [string, string] = [agreements[0], agreements[0]];
    expect(refused(await returnLoads.offer(staff, { clusterId, agreementIds: twice })).kind).toBe(
      'not_found',
    );
    const asFirm = await returnLoads.offer(firms[0].actor, { clusterId, agreementIds: agreements });
    expect(refused(asFirm).kind).toBe('not_found');
    const id = await offered();
    const again = await returnLoads.offer(staff, { clusterId, agreementIds: agreements });
    expect(refused(again).kind).toBe('conflict');
    expect((await returnLoads.ofCluster(staff, clusterId))?.pairs[0]?.offered).toBe('OFFERED');
    ok(await jointTransports.answer(firms[1].actor, { id, accept: false }));
    expect((await returnLoads.ofCluster(staff, clusterId))?.pairs[0]?.offered).toBeUndefined();
  });
});

describe('joint transport', () => {
  it('tells neither who the other is until both have said yes', async () => {
    const { jointTransports } = world.market;
    const id = await offered();
    const seenBy = async (firm: WorldFirm) =>
      (await jointTransports.own(firm.actor)).find((one) => one.id === id);
    const before = await seenBy(firms[0]);
    expect(before).toMatchObject({ state: 'OFFERED', agreementId: agreements[0], accepted: false });
    expect(before?.contact).toBeUndefined();
    expect(JSON.stringify(before)).not.toContain(agreements[1]);
    // Bands of 1, 2, 5 only: what is exact would tell how many loads the other has.
    for (const end of [before?.tours.low, before?.tours.high, before?.nok.low, before?.nok.high])
      expect(String(end)).toMatch(/^[125]0*$/);
    ok(await jointTransports.answer(firms[0].actor, { id, accept: true }));
    expect(refused(await jointTransports.answer(firms[1].actor, { id, accept: true })).kind).toBe('conflict');
    expect(await seenBy(firms[3])).toMatchObject({ state: 'ACCEPTED', accepted: false });
    expect((await seenBy(firms[3]))?.contact).toBeUndefined();
    ok(await jointTransports.answer(firms[3].actor, { id, accept: true }));
    const names = await world.database.query('select id, name from firm where id = any($1)', [
      [firms[0].id, firms[3].id],
    ]);
    const nameOf = (firm: WorldFirm) => names.find((one) => one['id'] === firm.id)?.['name'];
    expect((await seenBy(firms[0]))?.contact).toBe(nameOf(firms[3]));
    expect((await seenBy(firms[3]))?.contact).toBe(nameOf(firms[0]));
    expect(refused(await jointTransports.answer(firms[2].actor, { id, accept: false })).kind).toBe(
      'conflict',
    );
  });

  it('is news to the firms of both agreements, each of its own, and not to who answered', async () => {
    const told = async (firm: WorldFirm) =>
      (await world.market.inbox.page(firm.actor, false, 100)).rows
        .filter(({ node }) => node.kind === 'JOINT_TRANSPORT_CHANGED')
        .map(({ node }) => node.agreementId);
    const counts = await Promise.all(firms.map(async (firm) => (await told(firm)).length));
    // once offered and declined by the second firm; once offered, and a yes of the first and of the fourth: 2 + 3 news
    expect(counts).toEqual([4, 4, 5, 4]);
    for (const [at, firm] of firms.entries())
      expect(new Set(await told(firm))).toEqual(new Set([agreements[at < 2 ? 0 : 1]]));
    expect(await told(stranger)).toEqual([]);
  });

  it('is not there for others: neither to read nor to answer', async () => {
    const { jointTransports } = world.market;
    const [id] = (await jointTransports.own(firms[0].actor)).map((one) => one.id);
    expect(await jointTransports.own(stranger.actor)).toEqual([]);
    const answer = await jointTransports.answer(stranger.actor, { id: id ?? '', accept: true });
    expect(refused(answer)).toMatchObject({ kind: 'not_found' });
  });
});
