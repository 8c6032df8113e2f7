import { randomUUID } from 'node:crypto';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import type { Chance } from '../../support/chance.js';
import { Client, type Acknowledged, type Party, type Person } from './client.js';
import type { Firm, Group } from './group.js';
import { Inbox } from './inbox.js';
import type { Stage } from './stage.js';

export const PASSWORD = 'a password for the chaos';
const CLUSTER_ID = '00000000-0000-4000-8000-00000000c4a0';
/** Half a degree of latitude is 56 km: groups do not meet. */
const STEP_DEGREES = 1.5;
const SOUTH = 58;
const EAST = 12;

export interface Cast {
  readonly groups: readonly Group[];
  readonly firms: readonly Firm[];
  readonly history: Acknowledged[];
  readonly troubles: Map<string, number>;
}

/** Groups of two givers and two takers, each a firm with a program that is signed in. */
export async function gather(stage: Stage, groups: number, chance: Chance): Promise<Cast> {
  const store = await Store.open(stage.databaseUrl, 2);
  try {
    const { registry } = await Market.open(store);
    await openCluster(registry);
    const party: Party = {
      urls: stage.apis.map(({ url }) => url),
      chance,
      history: [],
      troubles: new Map(),
    };
    const made: Group[] = [];
    for (let at = 0; at < groups; at += 1) {
      const firm = async (naceCode: string): Promise<Firm> => {
        const client = new Client(
          await personOf(stage, registry, naceCode, SOUTH + at * STEP_DEGREES),
          party,
        );
        return { client, inbox: new Inbox(new Client(client.person, party)) };
      };
      const givers = [await firm('16.10'), await firm('16.10')];
      made.push({ givers, takers: [await firm('35.30'), await firm('35.30')] });
    }
    const firms = made.flatMap(({ givers, takers }) => [...givers, ...takers]);
    return { groups: made, firms, history: party.history, troubles: party.troubles };
  } finally {
    await store.close();
  }
}

/** The one cluster of a stage. */
export function openCluster(registry: Market['registry']): Promise<void> {
  return registry.addCluster(SYSTEM, {
    id: CLUSTER_ID,
    name: 'Chaos',
    slug: 'chaos',
    demo: false,
    goals: [],
  });
}

/** A firm of that cluster with a site, and a program that is signed in for it. */
export async function personOf(
  stage: Stage,
  registry: Market['registry'],
  naceCode: string,
  latitude: number,
): Promise<Person> {
  const [firmId, siteId, personId] = [randomUUID(), randomUUID(), randomUUID()];
  const site = { id: siteId, name: 'Works', municipalityNumber: '3401', latitude, longitude: EAST };
  const firm = { id: firmId, name: `Firm ${firmId.slice(0, 6)}`, naceCode, demo: false };
  await registry.addFirm(SYSTEM, { ...firm, clusterIds: [CLUSTER_ID], sites: [site] });
  const email = emailOf(personId);
  const firms = [{ firmId, role: 'plant_manager' as const }];
  await registry.addPerson(SYSTEM, {
    id: personId,
    name: 'Person',
    email,
    password: PASSWORD,
    firms,
    clusters: [],
  });
  return { personId, firmId, siteId, authorization: await signIn(stage.apis[0]?.ownUrl ?? '', email) };
}

/** No longer than the address of a usual person, which is typed. */
export const emailOf = (personId: string): string => `${personId.slice(0, 8)}@chaos.example`;

async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const token = response.headers.get('set-auth-token');
  if (token === null) throw new Error(`Nobody could sign in: HTTP ${response.status}`);
  return `Bearer ${token}`;
}
