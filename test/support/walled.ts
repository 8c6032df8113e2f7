import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain';
import { SYSTEM } from '#market';
import type { Store, Tx } from '#store';
import { Disclosing } from './disclosing.js';
import { ok, type World, type WorldFirm } from './world.js';
import { linkToConfirm } from './confirmation.js';

interface Manager {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** The connection behind a transaction's repositories: only a test of the wall itself looks behind the store's door. */
export const managerOf = (tx: Tx): Manager => Reflect.get(tx.search, 'manager') as Manager;

/** SQL as an actor, as a use case that has forgotten every filter would run it; nothing of it stays. */
export async function sqlAs<Row>(
  store: Store,
  actor: Actor,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  let rows: Row[] = [];
  const undone = new Error('undone');
  await store
    .transaction(actor, async (tx) => {
      rows = await managerOf(tx).query<Row>(text, values);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return rows;
}

/** Two firms that have done everything which leaves a row, a third that has done nothing, and the cluster's people. */
export interface Walled {
  readonly giver: WorldFirm;
  readonly taker: WorldFirm;
  readonly stranger: WorldFirm;
  readonly staff: Actor;
  readonly auditor: Actor;
  readonly offerId: string;
  readonly needId: string;
  readonly matchId: string;
  readonly agreementId: string;
  readonly deliveryId: string;
  readonly proposalId: string;
}

export async function fillEveryTable(world: World): Promise<Walled> {
  const [giver, taker, stranger] = [await world.firm(), await world.firm(), await world.firm()];
  const [staff, auditor] = [await world.staff(), await world.staff('auditor')];
  const pair = await world.matched(giver, taker);
  const disclosing = new Disclosing(world);
  await disclosing.granted(giver, taker, pair.matchId, ['AMOUNT']);
  await world.market.reading.listing(staff, pair.offerId);
  ok(
    await world.market.listings.publish(
      giver.actor,
      world.listing(giver, 'NEED', { materialCode: 'sawdust' }),
      'a key',
    ),
  );
  const proposalId = await world.propose(taker, pair.matchId);
  const { agreementId } = ok(await world.market.agreements.accept(giver.actor, proposalId));
  const deliveryId = await world.delivered(giver, taker, agreementId, '10');
  const bytes = Buffer.from('%PDF-1.7\n%%EOF\n');
  ok(
    await world.market.papers.attach(giver.actor, { deliveryId, kind: 'WEIGH_NOTE', name: 'seddel', bytes }),
  );
  ok(
    await world.market.watches.save(taker.actor, {
      name: 'Wood',
      side: 'OFFER',
      materialCodes: ['wood-chips'],
      areas: [],
      properties: [],
      crossIndustryOnly: false,
    }),
  );
  await world.publish(giver, 'OFFER', { title: 'Mer flis' });
  await world.work();
  ok(await world.market.inbox.markRead(taker.actor));
  await world.market.registry.setMark(SYSTEM, 'test', 'secret');
  await world.market.registry.addCluster(SYSTEM, {
    id: randomUUID(),
    name: 'Elsewhere',
    slug: `elsewhere-${randomUUID()}`,
    demo: false,
    goals: [GOAL],
  });
  await world.database.query(
    `insert into reminder (id, firm_id, listing_id, due_on) values ($1, $2, $3, '2030-01-01')`,
    [randomUUID(), giver.id, pair.offerId],
  );
  await linkToConfirm(world.market, pair.offerId, 'https://bistrom.example');
  await world.database.query('insert into road_distance (site_a, site_b, km) values ($1, $2, 12)', [
    giver.siteId,
    taker.siteId,
  ]);
  await fillHints(world, giver.id);
  return { giver, taker, stranger, staff, auditor, ...pair, agreementId, deliveryId, proposalId };
}

/** A meeting at which something was said of the firm, and a draft that came of it. */
async function fillHints(world: World, firmId: string): Promise<void> {
  const [id, of] = [randomUUID(), [world.clusterId, firmId]];
  await world.database.query(
    `insert into workshop (id, cluster_id, name, held_on, made_by) values ($1, $2, 'Meeting', now(), 'x')`,
    [id, world.clusterId],
  );
  await world.database.query(
    `insert into hint (id, cluster_id, firm_id, workshop_id, digest, state, firm_name, side, material_text, source,
       stated_by, stated_at) values (gen_random_uuid(), $1, $2, $3, 'a', 'TIED', 'A', 'OFFER', 'b', 'c', 'd', now())`,
    [...of, id],
  );
  await world.database.query(
    `insert into draft_permission (cluster_id, firm_id, given_by) values ($1, $2, 'x')`,
    of,
  );
  await world.database.query(
    `insert into listing_draft (id, firm_id, side, title, written_by) values ($1, $2, 'OFFER', 'Draft', 'x')`,
    [randomUUID(), firmId],
  );
}

const GOAL = {
  id: randomUUID(),
  name: 'Less CO2',
  figure: 'netCo2eAvoided',
  change: '0.2',
  baseline: '1000',
  unit: 't',
  dueOn: '2030-01-01',
  scope: 'all',
} as const;
