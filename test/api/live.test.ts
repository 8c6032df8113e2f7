import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FlowClient } from '../../apps/local/src/flow/client.js';
import { accept, deliver, propose, publish, pushed } from '../support/flow.js';
import { Running, wait, type Member } from '../support/running.js';
import { Wire, type Message } from '../support/wire.js';

const PROPOSALS = `subscription($matchId: ID, $after: String) {
  proposalChanged(matchId: $matchId, after: $after) { cursor proposal { id state byViewer } } }`;
const AGREEMENTS = `subscription($after: String) {
  agreementChanged(after: $after) { cursor change agreement { id } delivery { id verified } } }`;
const FIGURES = `subscription($clusterId: ID!, $after: String) {
  figuresChanged(clusterId: $clusterId, after: $after) { cursor change clusterId } }`;
const MATCHES = 'subscription($after: String) { matchFound(after: $after) { cursor match { id } } }';

let running: Running;
let giver: Member;
let taker: Member;
let stranger: Member;
let staff: FlowClient;
let start: string;
let matchId: string;
let needId: string;
beforeAll(async () => {
  running = await Running.start();
  const at = { latitude: 60.19, longitude: 12 };
  [giver, taker] = [await running.member('16.10', at), await running.member('35.30', at)];
  stranger = await running.member('23.51', { latitude: 69, longitude: 29 });
  staff = await running.staff();
  const need = await publish(taker, 'NEED');
  start = need.cursor;
  needId = need.listing.id;
  const offer = await publish(giver, 'OFFER');
  matchId = (await pushed(taker.client, start, offer.listing.id, need.listing.id)).match.id;
}, 180_000);
afterAll(() => running.stop());

const connected = (client: FlowClient): Promise<Wire> => Wire.signedIn(running, client);
const dataOf = <T>({ payload }: Message): T => (payload as { data: T }).data;
const nexts = (wire: Wire, id: string): Message[] =>
  wire.heard.filter((one) => one.id === id && one.type === 'next');
const told = async (wire: Wire, id: string, count: number): Promise<readonly Message[]> => {
  while (nexts(wire, id).length < count && wire.socket.readyState === wire.socket.OPEN) await wait(20);
  return nexts(wire, id);
};
/** A subscription that does not begin answers once, with errors; one that ends early, by a message of that type. */
const errorOf = async (wire: Wire, id: string): Promise<string> => {
  const isError = ({ type, payload }: Message) =>
    type === 'error' || (payload as { errors?: unknown } | undefined)?.errors !== undefined;
  return JSON.stringify(await wire.until((one) => one.id === id && isError(one)));
};

describe('a negotiation that is followed', () => {
  it('is told to both sides as each may see it, live and again from a cursor, and to nobody else', async () => {
    const wires = [];
    for (const client of [giver.client, taker.client, stranger.client, staff]) {
      const wire = await connected(client);
      wire.subscribe('p', PROPOSALS, { after: start, matchId });
      wire.subscribe('a', AGREEMENTS, { after: start });
      wires.push(wire);
    }
    const [givers, takers, strangers, staffs] = wires as [Wire, Wire, Wire, Wire];
    const proposalId = await propose(taker.client, matchId, '100');
    const sent = { id: proposalId, state: 'SENT' };
    for (const [wire, byViewer] of [
      [givers, false],
      [takers, true],
    ] as const) {
      const [first] = await told(wire, 'p', 1);
      expect(dataOf<{ proposalChanged: object }>(first!).proposalChanged).toMatchObject({
        proposal: { ...sent, byViewer },
      });
    }
    const agreementId = await accept(giver.client, proposalId);
    const deliveryId = await deliver(giver.client, agreementId, '10');
    for (const wire of [givers, takers]) {
      expect(dataOf((await told(wire, 'p', 2))[1]!)).toMatchObject({
        proposalChanged: { proposal: { id: proposalId, state: 'ACCEPTED' } },
      });
      const changes = (await told(wire, 'a', 2)).map((one) => dataOf(one));
      expect(changes).toMatchObject([
        { agreementChanged: { change: 'MADE', agreement: { id: agreementId }, delivery: null } },
        { agreementChanged: { change: 'DELIVERY_RECORDED', delivery: { id: deliveryId, verified: false } } },
      ]);
    }
    // Back with an earlier cursor: the same again, in the same order.
    const again = await connected(taker.client);
    again.subscribe('a', AGREEMENTS, { after: start });
    expect((await told(again, 'a', 2)).map((one) => dataOf(one))).toEqual(
      nexts(takers, 'a').map((one) => dataOf(one)),
    );
    for (const wire of [strangers, staffs])
      expect(wire.heard.filter(({ type }) => type === 'next')).toEqual([]);
    for (const wire of [...wires, again]) wire.socket.terminate();
  });

  it("tells of refreshed figures the cluster's staff, without a number, and no firm", async () => {
    const [staffs, firms] = [await connected(staff), await connected(giver.client)];
    const { clusterId } = running;
    for (const wire of [staffs, firms]) wire.subscribe('f', FIGURES, { clusterId, after: start });
    const [first] = await told(staffs, 'f', 1);
    expect(dataOf(first!)).toEqual({
      figuresChanged: { cursor: expect.any(String), change: 'REFRESHED', clusterId },
    });
    firms.subscribe('x', FIGURES, { clusterId: randomUUID() });
    expect(await errorOf(firms, 'x')).toContain('NOT_FOUND');
    expect(nexts(firms, 'f')).toEqual([]);
    for (const wire of [staffs, firms]) wire.socket.terminate();
  });
});

describe('a subscription that fails', () => {
  it('with a cursor that leads into what was trimmed, says what to do', async () => {
    const foreign = Buffer.from('4611686018427387904.1').toString('base64url');
    const wire = await connected(taker.client);
    wire.subscribe('1', MATCHES, { after: foreign });
    const error = await errorOf(wire, '1');
    expect(error).toContain('CURSOR_GONE');
    expect(error).toContain('then read your lists anew');
    wire.socket.terminate();
  });

  it('because its events cannot be read, gets an error of its own; the same socket and the others go on', async () => {
    const [broken, sound] = [await connected(taker.client), await connected(giver.client)];
    const query = 'update match set taker_view = $2::jsonb where id = $1';
    const [kept] = await running.database.query<{ view: object }>(
      'select taker_view as view from match where id = $1',
      [matchId],
    );
    await running.database.query(query, [matchId, '[]']);
    broken.subscribe('match', MATCHES, { after: start });
    sound.subscribe('match', MATCHES, { after: start });
    expect(await errorOf(broken, 'match')).toContain('INTERNAL');
    expect(await told(sound, 'match', 1)).toHaveLength(1);
    broken.subscribe('agreements', AGREEMENTS, { after: start });
    expect(await told(broken, 'agreements', 1)).not.toHaveLength(0);
    await running.database.query(query, [matchId, JSON.stringify(kept?.view)]);
    for (const wire of [broken, sound]) wire.socket.terminate();
  });

  it('because its client does not read, is ended with TOO_SLOW; nothing is lost, and nobody else is slowed', async () => {
    // 20 events of 2 MB: more than the buffers of both kernels and the 1 MB that is borne. (Linux lets the sending one
    // grow to 4 MB; the receiving one does not grow while nobody reads.)
    const EVENTS = 20;
    await running.database.query(
      `update listing_version set description = repeat('x', 200000) where listing_id = $1`,
      [needId],
    );
    await running.database.query(
      `insert into event (type, firm_id, listing_id, match_id)
       select e.type, e.firm_id, e.listing_id, e.match_id
         from event e, generate_series(2, ${EVENTS}) where e.type = 'matchFound' and e.firm_id = $1`,
      [taker.firmId],
    );
    const long = [...'abcdefghij'].map((one) => `${one}: description`).join(' ');
    const query = `subscription($after: String) { matchFound(after: $after) { cursor match { need { ${long} } } } }`;
    const [slow, quick] = [await connected(taker.client), await connected(taker.client)];
    slow.socket.pause();
    slow.subscribe('long', query, { after: start });
    await wait(1000);
    // The long one stands still with one event in hand; this one finds the socket full.
    slow.subscribe('m', MATCHES, { after: start });
    quick.subscribe('m', MATCHES, { after: start });
    // Past the ten seconds that are borne, and before who answers no ping is taken for gone (24 s).
    const [quicks] = await Promise.all([told(quick, 'm', EVENTS), wait(12_000)]);
    const all = quicks.map(cursorIn);
    expect(new Set(all).size).toBe(EVENTS);
    slow.socket.resume();
    expect(await errorOf(slow, 'm')).toContain('TOO_SLOW');
    const read = nexts(slow, 'm').map(cursorIn);
    expect(read.length).toBeLessThan(EVENTS);
    slow.subscribe('again', MATCHES, { after: read.at(-1) ?? start });
    const rest = (await told(slow, 'again', EVENTS - read.length)).map(cursorIn);
    expect([...read, ...rest]).toEqual(all);
    // What waited in the table comes as soon as there is room for it.
    expect((await told(slow, 'long', EVENTS)).map(cursorIn)).toEqual(all);
    for (const wire of [slow, quick]) wire.socket.terminate();
  }, 120_000);
});

const cursorIn = (one: Message): string => dataOf<{ matchFound: { cursor: string } }>(one).matchFound.cursor;
