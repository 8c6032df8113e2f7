import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#market';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { MATCH_FOUND } from '../../apps/local/src/flow/documents.js';
import { publish, type Found } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';
import { authorizationOf, Wire, type Message } from '../support/wire.js';

const PASSWORD = 'a password for tests';
/** Each with a session of his or her own; one address may sign in 120 a minute. */
const PEOPLE = 60;
const SOCKETS = 150;
const FIRMS = 5;
const AT = { latitude: 60.19, longitude: 12 };
const STORM_MS = 60_000;

let running: Running;
let giver: Member;
const people: FlowClient[] = [];
let start: string;

beforeAll(async () => {
  // A few connections, and nobody waits for one for long: what a crowd of thousands meets with ten.
  running = await Running.start({ DATABASE_POOL: '4', DATABASE_CONNECTION_MS: '1000' });
  giver = await running.member('16.10', AT);
  const takers: Member[] = [];
  for (let at = 0; at < FIRMS; at += 1) takers.push(await running.member('35.30', AT));
  // A few at a time: sign-in is not what is tried here.
  while (people.length < PEOPLE) people.push(...(await Promise.all(takers.map(colleague))));
  for (const taker of takers) ({ cursor: start } = await publish(taker, 'NEED'));
}, 180_000);
afterAll(() => running.stop());

async function colleague({ firmId }: Member): Promise<FlowClient> {
  const email = `${randomUUID()}@test.example`;
  const firms = [{ firmId, role: 'buyer' as const }];
  const person = { id: randomUUID(), name: 'Ola', email, password: PASSWORD, firms, clusters: [] };
  await running.market.registry.addPerson(SYSTEM, person);
  return FlowClient.signIn(running.url, email, PASSWORD);
}

const offersIn = ({ heard }: Wire): readonly string[] =>
  heard
    .filter(({ type }) => type === 'next')
    .map(({ payload }) => (payload as { data: Found }).data.matchFound.match.offer.id);

/** Comes back as a client does, and hears the offers; a socket that is turned away or broken off rejects. */
async function back(client: FlowClient, offerIds: readonly string[]): Promise<Wire> {
  const wire = await Wire.open(running);
  wire.init(authorizationOf(client));
  await wire.until(({ type }) => type === 'connection_ack');
  wire.subscribe('1', MATCH_FOUND, { after: start });
  const hasAll = (): boolean => offerIds.length === 0 || offerIds.every((id) => offersIn(wire).includes(id));
  await wire.until(({ type }: Message) => type === 'error' || type === 'complete' || hasAll());
  return wire;
}

describe('a crowd that comes back at once', () => {
  it(
    'is let in, each of it at the first try, and told what it has missed, each event once',
    async () => {
      const crowd = Array.from({ length: SOCKETS }, (_, at) => people[at % PEOPLE]!);
      const before = await Promise.all(crowd.map((client) => back(client, [])));
      for (const { socket } of before) socket.terminate();
      const offers: string[] = [];
      for (let count = 0; count < 3; count += 1) offers.push((await publish(giver, 'OFFER')).listing.id);
      const wires = await Promise.all(crowd.map((client) => back(client, offers)));
      for (const wire of wires) expect([...offersIn(wire)].sort()).toEqual([...offers].sort());
      for (const { socket } of wires) socket.terminate();
    },
    STORM_MS,
  );
});
