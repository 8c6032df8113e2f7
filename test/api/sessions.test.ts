import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { MATCH_FOUND } from '../../apps/local/src/flow/documents.js';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import { publish } from '../support/flow.js';
import { Running, wait, type Member } from '../support/running.js';
import { authorizationOf, Wire, type Closed, type Message } from '../support/wire.js';

const PASSWORD = 'a password for these tests';
const HERE = { latitude: 60.2, longitude: 12 };

let running: Running;
let store: Store;
let market: Market;
let [giver, taker]: Member[] = [];

beforeAll(async () => {
  running = await Running.start();
  store = await Store.open(running.database.url, 3);
  market = await Market.open(store);
  [giver, taker] = [await running.member('16.10', HERE), await running.member('35.30', HERE)];
}, 60_000);
afterAll(async () => {
  await store.close();
  await running.stop();
});

interface Person {
  readonly id: string;
  readonly signIn: () => Promise<FlowClient>;
}

/** Somebody who acts for firms, and for the cluster when `staff`. */
async function person(firmIds: readonly string[], staff = false): Promise<Person> {
  const id = randomUUID();
  const email = `${id}@test.example`;
  await market.registry.addPerson(SYSTEM, {
    id,
    name: 'Kari',
    email,
    password: PASSWORD,
    firms: firmIds.map((firmId) => ({ firmId, role: 'buyer' as const })),
    clusters: staff ? [{ clusterId: running.clusterId, role: 'cluster_staff' }] : [],
  });
  return { id, signIn: () => FlowClient.signIn(running.url, email, PASSWORD) };
}

/** Follows the matches from a cursor on; a second one makes sure that the subscription runs. */
async function following(client: FlowClient, after?: string): Promise<Wire> {
  const wire = await Wire.signedIn(running, client);
  wire.subscribe('matches', MATCH_FOUND, { after });
  wire.subscribe('check', 'subscription { matchFound(after: "nonsense") { cursor } }');
  await wire.until(({ id }) => id === 'check');
  return wire;
}

const isEvent = ({ id, type }: Message): boolean => id === 'matches' && type === 'next';
const eventsOf = (wire: Wire): readonly Message[] => wire.heard.filter(isEvent);

/** A pair of listings that match; the cursor lies before their match. */
async function pair(): Promise<string> {
  const { cursor } = await publish(giver!, 'OFFER');
  await publish(taker!, 'NEED');
  return cursor;
}

/** Resolves when the match of a new pair has been written and everybody who may know has been woken. */
async function pairMatched(): Promise<void> {
  const known = await running.database.query<{ seq: string }>('select max(seq) as seq from event');
  await pair();
  for (let tries = 0; tries < 200; tries += 1) {
    const rows = await running.database.query(
      `select 1 from event where type = 'matchFound' and firm_id = $1 and seq > $2`,
      [taker!.firmId, known[0]?.seq ?? '0'],
    );
    if (rows.length > 0) return wait(200);
    await wait(50);
  }
  throw new Error('No match was written.');
}

async function closedSoon(wire: Wire, since: number): Promise<Closed> {
  const closed = await wire.closed;
  expect(closed.at - since).toBeLessThan(1000);
  return closed;
}

const sessionsOf = (client: FlowClient): Promise<{ viewer: { sessions: SessionRow[] } }> =>
  client.ask('{ viewer { sessions { id createdAt lastSeenAt userAgent current } } }');
interface SessionRow {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly userAgent: string;
}

const REVOKE =
  'mutation Revoke($id: ID!) { revokeSession(id: $id) { __typename ... on SessionRevoked { id } ... on UserError { message path } } }';

describe('a session', () => {
  it('is listed to its person and can be ended by him or her, once', async () => {
    const kari = await person([taker!.firmId]);
    const [first, second] = [await kari.signIn(), await kari.signIn()];
    const { sessions } = (await sessionsOf(first)).viewer;
    expect(sessions.map(({ current }) => current).sort()).toEqual([false, true]);
    const other = sessions.find(({ current }) => !current)!;
    expect(await first.change('SessionRevoked', REVOKE, { id: other.id })).toMatchObject({ id: other.id });
    await expect(first.change('SessionRevoked', REVOKE, { id: other.id })).rejects.toThrow('NotFoundError');
    expect((await sessionsOf(first)).viewer.sessions).toHaveLength(1);
    expect(await second.ask('{ viewer { name } }')).toEqual({ viewer: null });
  });

  it('of another person does not exist, nor does one with an id that is none', async () => {
    const [kari, ola] = [await person([taker!.firmId]), await person([giver!.firmId])];
    const [hers, his] = [await kari.signIn(), await ola.signIn()];
    const id = (await sessionsOf(his)).viewer.sessions[0]!.id;
    for (const foreign of [id, 'nothing', "' or true --", 'x'.repeat(5000)]) {
      await expect(hers.change('SessionRevoked', REVOKE, { id: foreign })).rejects.toThrow(
        'NotFoundError: There is no such session.',
      );
    }
    expect((await sessionsOf(his)).viewer.sessions).toHaveLength(1);
  });
});

describe('a socket whose session ends', () => {
  it('is closed with 4403 by its own sign-out, after what was published before; the other sign-in goes on', async () => {
    const kari = await person([taker!.firmId]);
    const [ending, staying] = [await kari.signIn(), await kari.signIn()];
    const cursor = await pair();
    const [wire, other] = [await following(ending, cursor), await following(staying, cursor)];
    await Promise.all([wire, other].map((one) => one.until(isEvent)));
    const since = Date.now();
    const response = await fetch(`${running.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { authorization: authorizationOf(ending) },
    });
    expect(response.status).toBe(200);
    expect(await closedSoon(wire, since)).toMatchObject({ code: 4403 });
    const [before, beforeOther] = [eventsOf(wire).length, eventsOf(other).length];
    await pairMatched();
    expect(before).toBeGreaterThan(0);
    expect(eventsOf(wire)).toHaveLength(before);
    expect(eventsOf(other).length).toBeGreaterThan(beforeOther);
    other.socket.terminate();
  });

  it('is closed when it is revoked from another one, and cannot be opened again', async () => {
    const kari = await person([taker!.firmId]);
    const [lost, mine] = [await kari.signIn(), await kari.signIn()];
    const wire = await following(lost);
    const other = (await sessionsOf(mine)).viewer.sessions.find(({ current }) => !current)!;
    const since = Date.now();
    await mine.change('SessionRevoked', REVOKE, { id: other.id });
    expect((await closedSoon(wire, since)).code).toBe(4403);
    const again = await Wire.open(running);
    again.init(authorizationOf(lost));
    expect((await again.closed).code).toBe(4403);
  });

  it.each<[string, (kari: Person) => Promise<void>]>([
    ['all sessions of the person end', (kari) => market.membership.endSessions(SYSTEM, kari.id)],
    [
      'the password changes',
      (kari) => market.registry.setPassword(SYSTEM, kari.id, 'another password, long'),
    ],
  ])('is closed with all others when %s', async (_what, end) => {
    const kari = await person([taker!.firmId]);
    const wires = [await following(await kari.signIn()), await following(await kari.signIn())];
    const bystander = await following(giver!.client);
    await end(kari);
    const since = Date.now();
    for (const wire of wires) expect((await closedSoon(wire, since)).code).toBe(4403);
    expect(bystander.socket.readyState).toBe(bystander.socket.OPEN);
    bystander.socket.terminate();
  });

  it('is closed with 4401 when the session expires', async () => {
    const kari = await person([taker!.firmId]);
    const wire = await following(await kari.signIn());
    const expiresAt = Date.now() + 1500;
    await running.database.query(`update auth."session" set "expiresAt" = $2 where "userId" = $1`, [
      kari.id,
      new Date(expiresAt),
    ]);
    const closed = await closedSoon(wire, expiresAt);
    expect([closed.code, closed.at >= expiresAt]).toEqual([4401, true]);
  });
});

describe('a socket whose rights change', () => {
  it('is closed with 4403; the next one has the rights that are left', async () => {
    const kari = await person([taker!.firmId, giver!.firmId]);
    const client = await kari.signIn();
    const cursor = await pair();
    const wire = await following(client, cursor);
    // The match is told to both of its firms, of which she acts for one.
    await wire.until(() => eventsOf(wire).length >= 1);
    const since = Date.now();
    await market.membership.removeFromFirm(SYSTEM, kari.id, taker!.firmId);
    expect((await closedSoon(wire, since)).code).toBe(4403);
    const heard = eventsOf(wire).length;
    const next = await following(client, cursor);
    await pairMatched();
    expect(eventsOf(wire)).toHaveLength(heard);
    const firms = await running.database.query<{ count: number }>(
      `select count(*)::int as count from event where type = 'matchFound' and firm_id = $1`,
      [giver!.firmId],
    );
    expect(eventsOf(next).length).toBeGreaterThan(0);
    expect(eventsOf(next).length).toBeLessThanOrEqual(firms[0]!.count);
    next.socket.terminate();
  });

  it.each<[string, (kari: Person) => Promise<unknown>]>([
    [
      'a role in a cluster is taken away',
      (kari) => market.membership.removeFromCluster(SYSTEM, kari.id, running.clusterId),
    ],
    [
      'a firm is added',
      (kari) =>
        running.database.query(`insert into person_firm values ($1, $2, 'buyer')`, [kari.id, giver!.firmId]),
    ],
    [
      'the role in a firm is another',
      (kari) =>
        running.database.query(`update person_firm set role = 'firm_admin' where person_id = $1`, [kari.id]),
    ],
  ])('is closed when %s', async (_what, change) => {
    const kari = await person([taker!.firmId], true);
    const wire = await following(await kari.signIn());
    const since = Date.now();
    await change(kari);
    expect((await closedSoon(wire, since)).code).toBe(4403);
  });

  it('gets no event and is closed though the notification is lost', async () => {
    const kari = await person([taker!.firmId]);
    const wire = await following(await kari.signIn());
    await running.database.query('alter table person_firm disable trigger tell_access');
    await market.membership.removeFromFirm(SYSTEM, kari.id, taker!.firmId);
    const since = Date.now();
    await pairMatched();
    const closed = await wire.closed;
    await running.database.query('alter table person_firm enable trigger tell_access');
    expect(closed.code).toBe(4403);
    expect(closed.at - since).toBeLessThan(4000);
    expect(eventsOf(wire)).toEqual([]);
  });

  it('stays as it is when its session is merely extended, and when others change', async () => {
    const kari = await person([taker!.firmId]);
    const wire = await following(await kari.signIn());
    await running.database.query(`update auth."session" set "updatedAt" = now() where "userId" = $1`, [
      kari.id,
    ]);
    const ola = await person([taker!.firmId]);
    await market.membership.removeFromFirm(SYSTEM, ola.id, taker!.firmId);
    await pairMatched();
    await wire.until(isEvent);
    expect(wire.socket.readyState).toBe(wire.socket.OPEN);
    wire.socket.terminate();
  });
});
