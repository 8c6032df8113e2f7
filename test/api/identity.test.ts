import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FlowClient } from '../../apps/local/src/flow/client.js';
import { MATCH_FOUND } from '../../apps/local/src/flow/documents.js';
import type { FirmRole } from '#domain';
import { Market, SYSTEM } from '#market';
import { Store } from '#store';
import { publish } from '../support/flow.js';
import { Running, type Member } from '../support/running.js';
import { authorizationOf, Wire } from '../support/wire.js';

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

async function person(firmIds: readonly string[], role: FirmRole, staff = false): Promise<FlowClient> {
  const [id, email] = [randomUUID(), `${randomUUID()}@test.example`];
  await market.registry.addPerson(SYSTEM, {
    id,
    name: `Kari ${role}`,
    email,
    password: PASSWORD,
    firms: firmIds.map((firmId) => ({ firmId, role })),
    clusters: staff ? [{ clusterId: running.clusterId, role: 'cluster_staff' }] : [],
  });
  return FlowClient.signIn(running.url, email, PASSWORD);
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: { code: string } }[];
}

/** One request with headers of the test's own. */
async function post(query: string, variables: object, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(`${running.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer;
}

const VIEWER =
  '{ viewer { name actingFor { id } memberships { acting role firm { id } } scopes firms { id } } }';
const INVITE =
  'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename ... on InvitationSent { invitation { id email state } } ... on UserError { code message path } } }';
const ACCEPT =
  'mutation ($token: String!, $name: String!, $password: String!) { acceptInvitation(token: $token, name: $name, password: $password) { __typename ... on InvitationAccepted { organisation role } ... on UserError { code message path } } }';
const MAKE_KEY =
  'mutation ($input: ApiKeyInput!) { makeApiKey(input: $input) { __typename ... on ApiKeyMade { secret key { id prefix state } } ... on UserError { code message path } } }';
const REVOKE_KEY =
  'mutation ($id: ID!) { revokeApiKey(id: $id) { __typename ... on UserError { code message path } } }';
const ACT_FOR =
  'mutation ($id: ID!) { actFor(firmId: $id) { __typename ... on ActingForChanged { viewer { actingFor { id } } } ... on UserError { code message path } } }';

/** A key as its firm's administrators make it; the proof of who they are is their sign-in a moment ago. */
async function key(
  firmId: string,
  ...scopes: string[]
): Promise<{ id: string; bearer: string; admin: FlowClient }> {
  const admin = await person([firmId], 'firm_admin');
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const made = await admin.change<{ secret: string; key: { id: string } }>('ApiKeyMade', MAKE_KEY, {
    input: { name: 'Weighbridge', scopes, expiresAt },
  });
  return { id: made.key.id, bearer: `Bearer ${made.secret}`, admin };
}

async function opened(authorization: string, actingFor?: string): Promise<Wire> {
  const wire = await Wire.open(running);
  wire.send({ type: 'connection_init', payload: { authorization, actingFor } });
  return wire;
}

describe('acting for one of several firms', () => {
  it('goes by header, then by what the sign-in was told, then by name; a firm of others is refused as an unknown one', async () => {
    const firmIds = [giver!.firmId, taker!.firmId];
    const kari = await person(firmIds, 'buyer');
    const authorization = authorizationOf(kari);
    const acting = async (headers: Record<string, string> = {}): Promise<string> => {
      const { data } = await post(VIEWER, {}, { authorization, ...headers });
      return (data as { viewer: { actingFor: { id: string } } }).viewer.actingFor.id;
    };
    const first = await acting();
    const other = firmIds.find((id) => id !== first)!;
    expect(await acting({ 'x-bistrom-acting-for': other })).toBe(other);
    await kari.change('ActingForChanged', ACT_FOR, { id: other });
    expect(await acting()).toBe(other);
    expect(await acting({ 'x-bistrom-acting-for': first })).toBe(first);
    const foreign = await running.member('23.51', HERE);
    const answers = [];
    for (const id of [foreign.firmId, randomUUID(), 'nothing']) {
      const answer = await post(VIEWER, {}, { authorization, 'x-bistrom-acting-for': id });
      answers.push(answer.errors?.map(({ message, extensions }) => [message, extensions.code]));
      await expect(kari.change('ActingForChanged', ACT_FOR, { id })).rejects.toThrow('NotFoundError');
      expect(await (await opened(authorization, id)).closed).toMatchObject({ code: 4403 });
    }
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]).toEqual([[expect.stringContaining('You act for no such firm'), 'NOT_YOUR_FIRM']]);
  });

  it('holds on a socket for as long as it is open; a change closes it', async () => {
    const kari = await person([giver!.firmId, taker!.firmId], 'buyer');
    const authorization = authorizationOf(kari);
    const { cursor } = await publish(giver!, 'OFFER');
    await publish(taker!, 'NEED');
    const wires = await Promise.all([giver!, taker!].map((one) => opened(authorization, one.firmId)));
    for (const wire of wires) {
      await wire.until(({ type }) => type === 'connection_ack');
      wire.subscribe('matches', MATCH_FOUND, { after: cursor });
      await wire.until(({ id, type }) => id === 'matches' && type === 'next');
    }
    const sent = Date.now();
    await kari.change('ActingForChanged', ACT_FOR, { id: taker!.firmId });
    for (const wire of wires) {
      const closed = await wire.closed;
      expect(closed.code).toBe(4403);
      expect(closed.at - sent).toBeLessThan(1000);
    }
  });
});

describe('an invitation', () => {
  it('goes out by mail, is accepted without signing in, and lets its person sign in', async () => {
    const admin = await person([giver!.firmId], 'firm_admin');
    const email = `${randomUUID()}@test.example`;
    const input = { email, role: 'PLANT_MANAGER' };
    await admin.change('InvitationSent', INVITE, { input });
    await expect(giver!.client.change('InvitationSent', INVITE, { input })).rejects.toThrow('ForbiddenError');
    const [mail] = await running.database.query<{ facts: { link: string } }>(
      'select facts from mail where recipient = $1',
      [email],
    );
    const link = new URL(mail!.facts.link);
    expect(link.origin + link.pathname).toBe(`http://localhost:${running.port}/invitation`);
    const token = link.hash.slice(1);
    const preview = await post(
      'query ($token: String!) { invitation(token: $token) { kind email hasAccount role } }',
      { token },
      {},
    );
    expect(preview.data).toEqual({
      invitation: { kind: 'FIRM', email, hasAccount: false, role: 'PLANT_MANAGER' },
    });
    const accept = { token, name: 'Ola', password: PASSWORD };
    const guessed = { acceptInvitation: { __typename: 'ValidationError', path: ['password'] } };
    expect((await post(ACCEPT, { ...accept, password: 'password1234' }, {})).data).toMatchObject(guessed);
    expect((await post(ACCEPT, accept, {})).data).toMatchObject({
      acceptInvitation: { __typename: 'InvitationAccepted', role: 'PLANT_MANAGER' },
    });
    const [again, unknown] = [
      await post(ACCEPT, accept, {}),
      await post(ACCEPT, { ...accept, token: 'x'.repeat(43) }, {}),
    ];
    expect(again).toEqual(unknown);
    expect(again.data).toMatchObject({ acceptInvitation: { __typename: 'NotFoundError' } });
    const ola = await FlowClient.signIn(running.url, email, PASSWORD);
    const viewer = await ola.ask<{ viewer: { actingFor: { id: string } } }>(VIEWER);
    expect(viewer.viewer.actingFor.id).toBe(giver!.firmId);
    const members = await admin.ask<{ members: { name: string; role: string; lastSeenAt: string | null }[] }>(
      '{ members { name role lastSeenAt self } }',
    );
    expect(members.members).toContainEqual(
      expect.objectContaining({ name: 'Ola', role: 'PLANT_MANAGER', lastSeenAt: expect.any(String) }),
    );
    await expect(ola.ask('{ members { name } }')).rejects.toThrow(
      'Your role in the firm does not allow this',
    );
  });

  it('that was taken back with its membership closes what the person had open', async () => {
    const admin = await person([giver!.firmId], 'firm_admin');
    const kari = await person([giver!.firmId], 'buyer');
    const wire = await Wire.signedIn(running, kari);
    const { members } = await admin.ask<{ members: { id: string; name: string }[] }>(
      '{ members { id name } }',
    );
    const sent = Date.now();
    for (const { id } of members.filter((one) => one.name === 'Kari buyer'))
      await admin.change(
        'MemberRemoved',
        'mutation ($id: ID!) { removeMember(personId: $id) { __typename ... on UserError { message path } } }',
        { id },
      );
    expect(await wire.closed).toMatchObject({ code: 4403 });
    expect((await wire.closed).at - sent).toBeLessThan(2000);
    await expect(kari.ask('{ listings { edges { node { id } } } }')).resolves.toEqual({
      listings: { edges: [] },
    });
  });
});

describe('a key', () => {
  it('acts for its firm over HTTP as far as its scopes go', async () => {
    const { bearer: authorization, admin } = await key(giver!.firmId, 'READ');
    const { data } = await post(VIEWER, {}, { authorization });
    expect(data).toEqual({
      viewer: {
        name: 'Weighbridge',
        actingFor: { id: giver!.firmId },
        memberships: [],
        scopes: ['READ'],
        firms: [{ id: giver!.firmId }],
      },
    });
    const input = {
      siteId: giver!.siteId,
      side: 'OFFER',
      title: 'Flis',
      materialId: 'wood-chips',
      quantity: { value: '1', unit: 't' },
    };
    const PUBLISH =
      'mutation ($input: PublishListingInput!) { publishListing(input: $input) { __typename } }';
    const published = async (bearer: string) =>
      (
        (await post(PUBLISH, { input }, { authorization: bearer })).data as {
          publishListing: { __typename: string };
        }
      ).publishListing.__typename;
    expect(await published(authorization)).toBe('ForbiddenError');
    expect(await published((await key(giver!.firmId, 'LIST')).bearer)).toBe('ListingPublished');
    expect(await published((await key(taker!.firmId, 'LIST')).bearer)).toBe('NotFoundError');
    const figures = `query { circularity(clusterId: "${running.clusterId}", from: "2026-01-01T00:00:00Z", to: "2027-01-01T00:00:00Z") { figures { name } } }`;
    expect((await post(figures, {}, { authorization })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const reader = (await key(giver!.firmId, 'FIGURES')).bearer;
    expect((await post(figures, {}, { authorization: reader })).errors).toBeUndefined();
    expect(
      (await post('{ listings { edges { node { id } } } }', {}, { authorization: reader })).data,
    ).toEqual({
      listings: { edges: [] },
    });
    const managing = await post('{ members { id } }', {}, { authorization });
    expect(managing.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const { apiKeys } = await admin.ask<{ apiKeys: { lastUsedAt: string; state: string }[] }>(
      '{ apiKeys { lastUsedAt state name } }',
    );
    expect(apiKeys).toContainEqual(expect.objectContaining({ lastUsedAt: expect.stringMatching(/:00:00/) }));
    const foreign = await post(VIEWER, {}, { authorization, 'x-bistrom-acting-for': taker!.firmId });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_YOUR_FIRM');
  });

  it('hears of matches over WebSocket, and is cut off within a second of its revocation', async () => {
    const { id, bearer, admin } = await key(giver!.firmId, 'READ');
    const wire = await opened(bearer);
    await wire.until(({ type }) => type === 'connection_ack');
    const { cursor } = await publish(giver!, 'OFFER');
    await publish(taker!, 'NEED');
    wire.subscribe('matches', MATCH_FOUND, { after: cursor });
    await wire.until((message) => message.id === 'matches' && message.type === 'next');
    const sent = Date.now();
    await admin.change('ApiKeyRevoked', REVOKE_KEY, { id });
    const closed = await wire.closed;
    expect(closed.code).toBe(4403);
    expect(closed.at - sent).toBeLessThan(1000);
    expect((await post(VIEWER, {}, { authorization: bearer })).data).toEqual({ viewer: null });
    expect((await (await opened(bearer)).closed).code).toBe(4403);
  });

  it('that has expired lets nobody in, and what it had open is closed', async () => {
    const { id, bearer } = await key(giver!.firmId, 'READ');
    const wire = await opened(bearer);
    await wire.until(({ type }) => type === 'connection_ack');
    await running.database.query('update api_key set expires_at = clock_timestamp() where id = $1', [id]);
    expect((await wire.closed).code).toBe(4401);
    expect((await post(VIEWER, {}, { authorization: bearer })).data).toEqual({ viewer: null });
  });
});
