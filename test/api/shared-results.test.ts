import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import pg from 'pg';
import { SYSTEM } from '#market';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { publish } from '../support/flow.js';
import { Running, wait, type Member } from '../support/running.js';
import { Wire, type Message } from '../support/wire.js';

const PASSWORD = 'a password for tests';

let running: Running;
let taker: Member;
let giver: Member;
let colleague: FlowClient;
let start: string;
beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12 };
  [giver, taker] = [await running.member('16.10', at), await running.member('35.30', at)];
  const email = `${randomUUID()}@test.example`;
  const firms = [{ firmId: taker.firmId, role: 'plant_manager' as const }];
  const person = { id: randomUUID(), name: 'Ola', email, password: PASSWORD, firms, clusters: [] };
  await running.market.registry.addPerson(SYSTEM, person);
  colleague = await FlowClient.signIn(running.url, email, PASSWORD);
  ({ cursor: start } = await publish(taker, 'NEED'));
}, 180_000);
afterAll(() => running.stop());

const dataIn = ({ payload }: Message): unknown =>
  (payload as { data: { matchFound: unknown } }).data.matchFound;
const first = async (wire: Wire, id: string): Promise<unknown> => {
  const message = await wire.until((one) => one.id === id && one.type === 'next');
  return dataIn(message);
};

describe('sockets that follow the same', () => {
  it('are each answered as they asked: by document, variables and firm, whoever shares an answer', async () => {
    const FIELDS = 'cursor match { id need { title firm { name } } offer { title firm { name } } }';
    const same = `subscription($after: String) { matchFound(after: $after) { ${FIELDS} } }`;
    const other = `subscription($from: String, $own: Boolean!) { found: matchFound(after: $from) { cursor match { need @include(if: $own) { title } offer @skip(if: $own) { title } } } }`;
    const [one, two, across] = [
      await Wire.signedIn(running, taker.client),
      await Wire.signedIn(running, colleague),
      await Wire.signedIn(running, giver.client),
    ];
    for (const wire of [one, two, across]) wire.subscribe('same', same, { after: start });
    one.subscribe('live', same);
    one.subscribe('own', other, { from: start, own: true });
    two.subscribe('foreign', other, { from: start, own: false });
    await wait(300);
    await publish(giver, 'OFFER');
    const [ones, twos, givers] = [
      await first(one, 'same'),
      await first(two, 'same'),
      await first(across, 'same'),
    ];
    expect(twos).toEqual(ones);
    expect(await first(one, 'live')).toEqual(ones);
    // The two sides of a masked match see different names.
    expect(givers).not.toEqual(ones);
    const found = async (wire: Wire, id: string): Promise<unknown> => {
      const message = await wire.until((said) => said.id === id && said.type === 'next');
      return (message.payload as { data: { found: { match: unknown } } }).data.found.match;
    };
    expect(await found(one, 'own')).toEqual({ need: { title: expect.any(String) } });
    expect(Object.keys((await found(two, 'foreign')) as object)).toEqual(['offer']);
    for (const wire of [one, two, across]) wire.socket.terminate();
  });

  it('are closed when an event cannot be read just now, and get it when they come back', async () => {
    const query =
      'subscription($after: String) { matchFound(after: $after) { cursor match { offer { title } } } }';
    const wire = await Wire.signedIn(running, taker.client);
    const lock = new pg.Client(running.database.url);
    await lock.connect();
    await lock.query('begin; lock table listing_version in access exclusive mode');
    wire.subscribe('1', query, { after: start });
    expect((await wire.closed).code).toBe(1013);
    expect(wire.heard.filter(({ type }) => type === 'next')).toEqual([]);
    await lock.query('rollback');
    await lock.end();
    const again = await Wire.signedIn(running, taker.client);
    again.subscribe('1', query, { after: start });
    expect(await first(again, '1')).toMatchObject({ match: { offer: { title: expect.any(String) } } });
    again.socket.terminate();
  });

  it('go on when one of them completes', async () => {
    const query = 'subscription($after: String) { matchFound(after: $after) { cursor match { id } } }';
    const [one, two] = [await Wire.signedIn(running, taker.client), await Wire.signedIn(running, colleague)];
    for (const wire of [one, two]) wire.subscribe('1', query);
    await wait(300);
    one.send({ id: '1', type: 'complete' });
    await publish(giver, 'OFFER');
    expect(await first(two, '1')).toMatchObject({ match: { id: expect.any(String) } });
    expect(one.heard.filter(({ type }) => type === 'next')).toEqual([]);
    for (const wire of [one, two]) wire.socket.terminate();
  });
});
