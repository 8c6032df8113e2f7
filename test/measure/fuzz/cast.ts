import { randomUUID } from 'node:crypto';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import { FlowClient } from '../../../apps/local/src/flow/client.js';
import { accept, deliver, propose, publish, pushed } from '../../support/flow.js';
import { CLUSTER_ID } from '../attack/attack.js';
import { PASSWORD, type Target } from '../attack/target.js';
import type { Who } from './attempt.js';
import type { Known } from './known.js';

const AT = { latitude: 60.19, longitude: 12 };
const MATERIALS = ['wood-chips'];

interface Firm {
  readonly firmId: string;
  readonly siteId: string;
  readonly personId: string;
  readonly email: string;
  readonly client: FlowClient;
}

/** Two firms and the staff of their cluster, signed in, and what they have done so far. */
export class Cast {
  readonly authorization: Partial<Record<Who, string>> = {};

  private constructor(
    private readonly target: Target,
    private readonly registry: Market['registry'],
    private readonly store: Store,
    private readonly plant: Firm,
    private readonly buyer: Firm,
  ) {}

  static async gather(target: Target, databaseUrl: string): Promise<Cast> {
    const store = await Store.open(databaseUrl, 2);
    try {
      const { registry } = await Market.open(store);
      const [plant, buyer] = [await firm(target, registry, '16.10'), await firm(target, registry, '35.30')];
      const cast = new Cast(target, registry, store, plant, buyer);
      cast.authorization.plant = await target.signIn(plant.email);
      cast.authorization.buyer = await target.signIn(buyer.email);
      const clusters = [{ clusterId: CLUSTER_ID, role: 'cluster_staff' as const }];
      cast.authorization.staff = await target.signIn((await person(registry, [], clusters)).email);
      return cast;
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** Whoever was sent to leave or was removed is back. */
  private async rejoin(): Promise<void> {
    const role = 'plant_manager';
    await this.store.transaction(SYSTEM, async (tx) => {
      for (const { personId, firmId } of [this.plant, this.buyer])
        await tx.firms.insertPersonFirm({ personId, firmId, role });
    });
  }

  /**
   * A story from offer to delivery, with something of every kind left open: what was known before has been withdrawn,
   * declined and used up by what was sent meanwhile.
   */
  async story(): Promise<Known> {
    const { plant, buyer } = this;
    await this.rejoin();
    const { email: guest } = await person(this.registry, [], []);
    this.authorization.guest = await this.target.signIn(guest);
    const need = await publish(buyer, 'NEED', { quantity: { value: '1000000', unit: 't', per: 'YEAR' } });
    const [offer, spare] = [await publish(plant, 'OFFER'), await publish(plant, 'OFFER')];
    const found = await pushed(buyer.client, need.cursor, offer.listing.id, need.listing.id);
    const other = await pushed(buyer.client, need.cursor, spare.listing.id, need.listing.id);
    const agreement = await accept(plant.client, await propose(buyer.client, found.match.id, '50'));
    const delivery = await deliver(plant.client, agreement, '20');
    const proposal = await propose(buyer.client, other.match.id, '1');
    const ids = [
      ...[plant, buyer].flatMap(({ firmId, siteId }) => [firmId, siteId, siteId]),
      ...[need, offer, spare].map(({ listing }) => listing.id),
      ...[found.match.id, other.match.id, agreement, delivery, proposal, CLUSTER_ID, ...MATERIALS],
    ];
    const lists = ['listings', 'matches', 'agreements', 'disclosureTrail'];
    const cursors = await Promise.all(lists.map((list) => firstCursor(buyer.client, list)));
    const known = [need.cursor, found.cursor, ...cursors].filter((one) => one !== undefined);
    return { clusterId: CLUSTER_ID, ids, cursors: known, emails: [guest, plant.email] };
  }
}

async function firstCursor(client: FlowClient, list: string): Promise<string | undefined> {
  const answer = await client.ask<Record<string, { edges: { cursor: string }[] }>>(
    `{ ${list}(first: 1) { edges { cursor } } }`,
  );
  return answer[list]?.edges[0]?.cursor;
}

async function firm(target: Target, registry: Market['registry'], naceCode: string): Promise<Firm> {
  const [firmId, siteId] = [randomUUID(), randomUUID()];
  const site = { id: siteId, name: 'Works', municipalityNumber: '3401', ...AT };
  const clusterIds = [CLUSTER_ID];
  await registry.addFirm(SYSTEM, {
    id: firmId,
    name: `Firm ${naceCode}`,
    naceCode,
    demo: false,
    clusterIds,
    sites: [site],
  });
  const { id: personId, email } = await person(registry, [{ firmId, role: 'plant_manager' }], []);
  return { firmId, siteId, personId, email, client: await FlowClient.signIn(target.url, email, PASSWORD) };
}

async function person(
  registry: Market['registry'],
  firms: Parameters<Market['registry']['addPerson']>[1]['firms'],
  clusters: Parameters<Market['registry']['addPerson']>[1]['clusters'],
): Promise<{ readonly id: string; readonly email: string }> {
  const id = randomUUID();
  const email = `${id}@fuzz.example`;
  await registry.addPerson(SYSTEM, { id, name: 'Person', email, password: PASSWORD, firms, clusters });
  return { id, email };
}
