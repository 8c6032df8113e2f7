import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decimal, type Actor, type FunnelStage } from '#domain';
import { SYSTEM } from '#market';
import { ok, refused, World, type WorldFirm } from '../support/world.js';

const NOW = new Date('2026-06-15T10:00:00Z');
const DAY_MS = 86_400_000;
const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * DAY_MS);

let world: World;
let sawmill: WorldFirm;
let heater: WorldFirm;
let staff: Actor;
let auditor: Actor;
let elsewhere: Actor;
let otherClusterId: ReturnType<typeof randomUUID>;
/** The pair that still waits, and the offer that nothing answers. */
let waiting: { offerId: string; needId: string; matchId: string };
let slagId: string;

/** A second cluster with staff of its own. */
async function otherCluster(): Promise<Actor> {
  otherClusterId = randomUUID();
  const cluster = { id: otherClusterId, name: 'Other', slug: `other-${otherClusterId}`, demo: false };
  await world.market.registry.addCluster(SYSTEM, { ...cluster, goals: [] });
  const id = randomUUID();
  await world.market.registry.addPerson(SYSTEM, {
    id,
    name: 'Other staff',
    email: `${id}@test.example`,
    password: 'a password for tests',
    firms: [],
    clusters: [{ clusterId: otherClusterId, role: 'cluster_staff' }],
  });
  return world.market.registry.actor(id, 'Other staff');
}

/** The database enters moments by its own clock: a test sets those that it counts by. */
const aged = (table: string, column: string, id: string, at: Date): Promise<unknown> =>
  world.database.query(`update ${table} set ${column} = $2 where id = $1`, [id, at]);

beforeAll(async () => {
  world = await World.open();
  world.now = NOW;
  sawmill = await world.firm({ naceCode: '16.10' });
  heater = await world.firm({ naceCode: '35.30' });
  [staff, auditor, elsewhere] = [await world.staff(), await world.staff('auditor'), await otherCluster()];
  // 1: agreed, delivered, verified; 2: declined, then withdrawn; 3: waits for 20 days; 4: an offer without an answer
  const first = await world.matched(sawmill, heater);
  const agreementId = await world.agreed(sawmill, heater, first.matchId);
  await world.delivered(sawmill, heater, agreementId, '100');
  const second = await world.matched(sawmill, heater);
  const decline = { reason: 'PRICE', note: 'Hemmelig tall' } as const;
  ok(await world.market.declines.decline(heater.actor, second.matchId, decline));
  await aged('match', 'closed_at', second.matchId, new Date('2026-05-10T10:00:00Z'));
  ok(await world.market.listings.withdraw(sawmill.actor, second.offerId));
  ok(await world.market.listings.withdraw(heater.actor, second.needId));
  waiting = await world.matched(sawmill, heater);
  slagId = await world.publish(sawmill, 'OFFER', { materialCode: 'copper-slag', title: 'Slagg' });
  await world.work();
  await aged('match', 'created_at', waiting.matchId, daysAgo(20));
  await aged('listing', 'created_at', waiting.offerId, daysAgo(25));
  await aged('listing', 'confirmed_at', waiting.offerId, daysAgo(40));
  await aged('listing', 'confirmed_at', slagId, daysAgo(100));
});
afterAll(() => world.close());

const stagesOf = async () => {
  const view = await world.market.workbench.view(staff, world.clusterId);
  return new Map(view!.funnel.map((one) => [one.stage, one]));
};
const inboxKinds = async (firm: WorldFirm) =>
  (await world.market.inbox.page(firm.actor, false, 100)).rows.map(({ node }) => node);
const asAdmin = async (firm: WorldFirm): Promise<Actor> => {
  await world.database.query(`update person_firm set role = 'firm_admin' where firm_id = $1`, [firm.id]);
  return world.market.registry.actor(firm.actor.personId, firm.actor.name);
};

describe('the funnel of a cluster', () => {
  it('counts listings and pairs by how far they came', async () => {
    const stages = await stagesOf();
    const told = (stage: FunnelStage) => {
      const { reached, share, waiting: here, declined } = stages.get(stage)!;
      return [reached, share, here, declined];
    };
    // 2 + 2 + 2 + 1 listings; those without a match: the slag, active
    expect(told('LISTED')).toEqual([7, undefined, 1, 0]);
    // pairs 1 to 3; 6 of 7 listings have had a match; pair 3 waits
    expect(told('MATCHED')).toEqual([3, 6 / 7, 1, 0]);
    // pairs 1 and 2; 2 ended there
    expect(told('SEEN')).toEqual([2, 2 / 3, 0, 1]);
    for (const stage of ['PROPOSED', 'AGREED', 'DELIVERING'] as const)
      expect(told(stage)).toEqual([1, stage === 'PROPOSED' ? 1 / 2 : 1, 0, 0]);
    expect(told('VERIFIED')).toEqual([1, 1, 1, 0]);
  });

  it('tells how long those that wait have waited', async () => {
    const { medianDays, olderThan14, olderThan30 } = (await stagesOf()).get('MATCHED')!;
    expect({ medianDays, olderThan14, olderThan30 }).toEqual({
      medianDays: 20,
      olderThan14: 1,
      olderThan30: 0,
    });
  });

  it('moves a pair on when one of its people has read of it', async () => {
    const before = (await stagesOf()).get('SEEN')!.reached;
    const entry = (await inboxKinds(heater)).find((one) => one.matchId === waiting.matchId)!;
    ok(await world.market.inbox.markRead(heater.actor, [entry.id]));
    expect((await stagesOf()).get('SEEN')!.reached).toBe(before + 1);
    await world.database.query('delete from inbox_read');
  });

  it('is as fresh and as liquid as its listings', async () => {
    const { health, branches, pace } = (await world.market.workbench.view(staff, world.clusterId))!;
    // on the market: offer and need of pair 3 (40 and 0 days), the slag (100 days)
    expect(health).toEqual({
      active: 3,
      confirmedWithin30: 1 / 3,
      confirmedWithin90: 2 / 3,
      withMatch: 2 / 3,
    });
    expect(
      branches.map(({ offers, needs, unmatchedOffers }) => [offers, needs, unmatchedOffers]).sort(),
    ).toEqual([
      [1, 0, 1],
      [1, 1, 0],
    ]);
    // 6 listings came to a match: five on their day, the offer of pair 3 after 25 - 20 days; 2 of them to an agreement
    expect(pace.map(({ listings }) => listings)).toEqual([6, 2, 2]);
    expect(pace[0]?.medianDays).toBe(0);
  });
});

describe('what is not used yet', () => {
  it('is summed with what it would take, and the firms are told of the look', async () => {
    const unused = await world.market.workbench.unused(staff, world.clusterId);
    expect(unused.map(({ area, streams, yearly, unit }) => ({ area, streams, yearly, unit }))).toEqual([
      // the slag, and the chips of pair 3: 100 t a year each
      { area: 'Kongsvinger', streams: 1, yearly: '100', unit: 't' },
      { area: 'Kongsvinger', streams: 1, yearly: '100', unit: 't' },
    ]);
    const obstacles = unused.map((one) => one.obstacles.map(({ name }) => name));
    expect(obstacles.filter((names) => names.includes('NO_COUNTERPART'))).toEqual([['NO_COUNTERPART']]);
    expect(obstacles.flat()).toContain('legal');
    const looks = await world.database.query(
      `select distinct firm_id from look where what like 'figures unused %' and person_id = $1`,
      [staff.personId],
    );
    expect(looks).toHaveLength(2);
  });
});

describe('the barrier report', () => {
  const ask = (actor: Actor) =>
    world.market.workbench.barriers(
      actor,
      world.clusterId,
      new Date('2026-01-01T00:00:00Z'),
      new Date('2027-01-01T00:00:00Z'),
    );

  it('tells staff and auditors how often firms gave which reason, and nothing that they wrote', async () => {
    for (const actor of [staff, auditor]) {
      const report = await ask(actor);
      if (report === undefined || report === 'no days') throw new Error('It should have been told.');
      expect(report.barriers).toMatchObject([
        { quarter: '2026-04-01', reason: 'PRICE', matches: 1, proposals: 0 },
      ]);
      expect(JSON.stringify(report)).not.toContain('Hemmelig');
    }
    const looks = `select 1 from look where what like 'barriers %' and person_id = $1`;
    expect(await world.database.query(looks, [auditor.personId])).toHaveLength(1);
  });

  it('is there for nobody else', async () => {
    for (const actor of [elsewhere, sawmill.actor]) expect(await ask(actor)).toBeUndefined();
  });
});

describe('lists of what waits', () => {
  it('have listings that nobody has confirmed for long, page by page', async () => {
    const stale = (days: number, first: number, after?: Parameters<typeof world.market.workbench.stale>[4]) =>
      world.market.workbench.stale(staff, world.clusterId, days, first, after);
    const first = await stale(30, 1);
    expect(first.rows.map(({ node }) => [node.listingId, node.mayEdit])).toEqual([[slagId, false]]);
    const second = await stale(30, 1, first.rows[0]!.key);
    expect([first.hasNext, second.hasNext]).toEqual([true, false]);
    expect(second.rows.map(({ node }) => node.listingId)).toEqual([waiting.offerId]);
    expect((await stale(100, 10)).rows).toEqual([]);
  });

  it('have matches without an answer, with whose turn it is', async () => {
    const unanswered = async (days: number) =>
      (await world.market.workbench.unanswered(staff, world.clusterId, days, 10)).rows.map(
        ({ node }) => node,
      );
    expect(await unanswered(14)).toMatchObject([
      { id: waiting.matchId, state: 'OPEN', turn: ['GIVER', 'TAKER'], waitingSince: daysAgo(20) },
    ]);
    expect(await unanswered(21)).toEqual([]);
    const proposalId = await world.propose(sawmill, waiting.matchId);
    await aged('proposal', 'sent_at', proposalId, daysAgo(15));
    expect(await unanswered(14)).toMatchObject([{ turn: ['TAKER'], waitingSince: daysAgo(15) }]);
    ok(await world.market.proposals.withdraw(sawmill.actor, proposalId));
  });

  it('have what is not known of matches, and the side that can state it', async () => {
    const { rows } = await world.market.workbench.unknowns(staff, world.clusterId, 50);
    const legal = rows.map(({ node }) => node).filter((one) => one.check === 'legal');
    expect(legal.length).toBeGreaterThan(0);
    for (const one of legal) {
      expect(one.match.id).toBe(waiting.matchId);
      expect(one.facts.length).toBeGreaterThan(0);
      expect(['GIVER', 'TAKER']).toContain(one.turn);
    }
    const paged = await world.market.workbench.unknowns(staff, world.clusterId, 1);
    const next = await world.market.workbench.unknowns(staff, world.clusterId, 50, paged.rows[0]!.key);
    expect([...paged.rows, ...next.rows].map(({ node }) => node.id)).toEqual(rows.map(({ node }) => node.id));
  });

  it('are empty for everybody else, in the database as well', async () => {
    const { workbench } = world.market;
    for (const actor of [auditor, elsewhere, sawmill.actor]) {
      expect(workbench.isOpenTo(actor, world.clusterId)).toBe(false);
      expect(await workbench.view(actor, world.clusterId)).toBeUndefined();
      expect((await workbench.stale(actor, world.clusterId, 0, 10)).rows).toEqual([]);
      expect((await workbench.unknowns(actor, world.clusterId, 10)).rows).toEqual([]);
      expect(await workbench.matches(actor, world.clusterId, [waiting.matchId])).toEqual([undefined]);
      const wall = await world.store.read(
        actor,
        async (tx) => [
          await tx.workbench.pairs(world.clusterId, NOW),
          await tx.workbench.listings(world.clusterId, NOW),
          await tx.workbench.unused(world.clusterId),
        ],
        'bistrom_workbench',
      );
      expect(wall).toEqual([[], [], []]);
    }
  });

  it('tell of a masked firm of another cluster no more than its own side is told', async () => {
    const abroad = await world.firm({ naceCode: '35.30' });
    await world.database.query('update firm_cluster set cluster_id = $2 where firm_id = $1', [
      abroad.id,
      otherClusterId,
    ]);
    const needId = await world.publish(abroad, 'NEED');
    await world.work();
    const matchId = await world.matchOf(waiting.offerId, needId);
    const [seen] = await world.market.workbench.matches(staff, world.clusterId, [matchId]);
    expect(seen).toMatchObject({ id: matchId, offerId: waiting.offerId });
    expect(await world.market.reading.listings(staff, [waiting.offerId, needId])).toMatchObject([
      { id: waiting.offerId, firm: { id: sawmill.id } },
      undefined,
    ]);
    // with the eyes of the other cluster it is the other way round
    expect(await world.market.reading.listings(elsewhere, [waiting.offerId, needId])).toMatchObject([
      undefined,
      { firm: { id: abroad.id } },
    ]);
    ok(await world.market.listings.withdraw(abroad.actor, needId));
  });
});

describe('notes and next steps', () => {
  const note = (actor: Actor, text: string, clusterId: string = world.clusterId) =>
    world.market.followUps.note(actor, { clusterId, matchId: waiting.matchId, text });
  const step = (actor: Actor, text: string, dueOn: string, assignedTo?: string) =>
    world.market.followUps.setStep(actor, {
      clusterId: world.clusterId,
      matchId: waiting.matchId,
      text,
      dueOn,
      assignedTo,
    });

  it('are kept with who wrote them, newest first, for the staff of the cluster alone', async () => {
    ok(await note(staff, ' Ring Kari '));
    world.now = new Date(NOW.getTime() + 1000);
    ok(await note(staff, 'Hun er på ferie'));
    const notes = await world.market.followUps.notes(staff, world.clusterId, waiting.matchId);
    expect(notes.map(({ text, by }) => [text, by])).toEqual([
      ['Hun er på ferie', 'Staff'],
      ['Ring Kari', 'Staff'],
    ]);
    for (const actor of [auditor, elsewhere, sawmill.actor, heater.actor]) {
      expect(await world.market.followUps.notes(actor, world.clusterId, waiting.matchId)).toEqual([]);
      expect(refused(await note(actor, 'Jeg også')).kind).toBe('not_found');
    }
    // the other cluster has no such match
    expect(refused(await note(elsewhere, 'Vår', otherClusterId)).kind).toBe('not_found');
    expect(refused(await note(staff, '  ')).path).toBe('input.text');
    await expect(
      world.store.read(sawmill.actor, (tx) => tx.followUps.notes(world.clusterId, waiting.matchId)),
    ).rejects.toThrow('permission denied');
  });

  it('are tasks by their day until they are done, and stay as history', async () => {
    const { followUps } = world.market;
    ok(await step(staff, 'Send prøver', '2026-06-20'));
    ok(await step(staff, 'Ring igjen', '2026-06-18', staff.personId));
    const tasks = await followUps.tasks(staff, world.clusterId, true, 10);
    expect(tasks.rows.map(({ node }) => [node.step.text, node.match.id])).toEqual([
      ['Ring igjen', waiting.matchId],
    ]);
    world.now = new Date('2026-06-19T10:00:00Z');
    const [open, replaced] = await followUps.steps(staff, world.clusterId, waiting.matchId);
    expect(open).toMatchObject({
      text: 'Ring igjen',
      overdue: true,
      assignedTo: 'Staff',
      outcome: undefined,
    });
    expect(replaced).toMatchObject({ text: 'Send prøver', overdue: false, outcome: 'REPLACED' });
    expect(refused(await followUps.complete(elsewhere, world.clusterId, open!.id)).kind).toBe('not_found');
    ok(await followUps.complete(staff, world.clusterId, open!.id, 'done once'));
    ok(await followUps.complete(staff, world.clusterId, open!.id, 'done once'));
    expect(refused(await followUps.complete(staff, world.clusterId, open!.id)).kind).toBe('conflict');
    expect((await followUps.tasks(staff, world.clusterId, false, 10)).rows).toEqual([]);
    expect((await followUps.steps(staff, world.clusterId, waiting.matchId))[0]).toMatchObject({
      outcome: 'DONE',
      closedBy: 'Staff',
    });
    world.now = NOW;
  });

  it('are given to staff of the cluster and to nobody else', async () => {
    for (const person of [auditor, elsewhere, sawmill.actor])
      expect(refused(await step(staff, 'Hjelp', '2026-06-20', person.personId)).text).toBe('member');
    expect(refused(await step(staff, 'For sent', '2026-06-14')).path).toBe('input.dueOn');
  });
});

describe('editing for a firm', () => {
  it('is refused until the firm allows it, and is not there for who is no staff of its clusters', async () => {
    expect(refused(await world.market.listings.confirm(staff, slagId))).toMatchObject({
      kind: 'forbidden',
      text: 'The firm does not let staff of its clusters edit its listings; its administrators can allow it.',
    });
    for (const actor of [auditor, elsewhere, heater.actor])
      expect(refused(await world.market.listings.confirm(actor, slagId)).kind).toBe('not_found');
    expect(refused(await world.market.standIns.allow(sawmill.actor, true)).kind).toBe('forbidden');
  });

  it('keeps its listings true, in the log with the person and in the inbox', async () => {
    const admin = await asAdmin(sawmill);
    expect(await world.market.standIns.allowed(admin)).toBe(false);
    ok(await world.market.standIns.allow(admin, true));
    expect(await world.market.standIns.allowed(admin)).toBe(true);
    const { listings: own } = world.market;
    ok(await own.confirm(staff, slagId));
    ok(await own.pause(staff, slagId));
    ok(await own.resume(staff, slagId));
    const log = ok(await world.market.members.log(admin, undefined, 10)).rows.map(({ node }) => node);
    expect(log.map(({ kind, by, subject, role }) => [kind, by, subject, role])).toEqual([
      ['LISTING_RESUMED', 'Staff', 'Slagg', 'cluster_staff'],
      ['LISTING_PAUSED', 'Staff', 'Slagg', 'cluster_staff'],
      ['LISTING_CONFIRMED', 'Staff', 'Slagg', 'cluster_staff'],
      ['STAFF_EDITING_ALLOWED', `Person of ${sawmill.name}`, undefined, undefined],
    ]);
    const told = (await inboxKinds(sawmill)).filter((one) => one.kind === 'LISTING_EDITED');
    expect(told.map((one) => one.listingId)).toEqual([slagId, slagId, slagId]);
    expect((await inboxKinds(heater)).filter((one) => one.kind === 'LISTING_EDITED')).toEqual([]);
  });

  it('revises all but the price and whom it is open to, and publishes and trades nothing', async () => {
    const { listings: own } = world.market;
    const terms = world.listing(sawmill, 'OFFER', { materialCode: 'copper-slag', title: 'Slagg' });
    ok(
      await own.revise(sawmill.actor, slagId, 1, { ...terms, price: new Decimal(7), visibility: 'CLUSTER' }),
    );
    const revised = { ...terms, title: 'Granulert slagg', visibility: 'FEDERATION' } as const;
    expect(refused(await own.revise(staff, slagId, 2, { ...revised, price: new Decimal(1) })).path).toBe(
      'input.price',
    );
    ok(await own.revise(staff, slagId, 2, revised));
    const rows = await world.database.query<{ title: string; price: string; visibility: string; by: string }>(
      'select title, price::text as price, visibility, written_by as by from listing_version where listing_id = $1 and version = 3',
      [slagId],
    );
    expect(rows).toEqual([
      { title: 'Granulert slagg', price: '7', visibility: 'CLUSTER', by: staff.personId },
    ]);
    expect(refused(await own.publish(staff, world.listing(sawmill, 'OFFER'))).kind).toBe('not_found');
    expect(refused(await world.market.proposals.send(staff, world.terms(waiting.matchId))).kind).toBe(
      'not_found',
    );
  });

  it('ends at once when the firm says so', async () => {
    const admin = await asAdmin(sawmill);
    ok(await world.market.listings.withdraw(staff, slagId));
    ok(await world.market.standIns.allow(admin, false));
    expect(refused(await world.market.listings.pause(staff, waiting.offerId)).kind).toBe('forbidden');
  });
});
